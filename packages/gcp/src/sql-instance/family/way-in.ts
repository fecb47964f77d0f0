/** How a database instance is reached. */
import type { SqlInstanceConfig } from '../config.ts';

/** Without encryption: https://cloud.google.com/sql/docs/postgres/admin-api/rest/v1/instances#sslmode */
export function takesPlainText({ settings }: SqlInstanceConfig): boolean {
  if (settings?.connectorEnforcement === 'REQUIRED') return false;
  const { sslMode, requireSsl } = settings?.ipConfiguration ?? {};
  if (sslMode === undefined || sslMode === 'SSL_MODE_UNSPECIFIED') return requireSsl !== true;
  return sslMode === 'ALLOW_UNENCRYPTED_AND_ENCRYPTED';
}

export function hasPublicAddress({ settings, ipAddresses = [] }: SqlInstanceConfig): boolean {
  return (
    settings?.ipConfiguration?.ipv4Enabled === true || ipAddresses.some(({ type }) => type === 'PRIMARY')
  );
}
