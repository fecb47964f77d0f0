/** Accounts of a service, one a region, each with a name that says both. */
import type { KnownAccounts } from '@security-monkey/sdk';

export function accountsByRegion(
  service: string,
  byRegion: Readonly<Record<string, string>>,
): KnownAccounts['accounts'] {
  return Object.entries(byRegion).map(([region, identifier]) => ({
    identifier,
    name: `${service} (${region})`,
  }));
}
