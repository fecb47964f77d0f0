/** Services that guard others: who may change something in them can undo what protects the rest. */
import { iamFacts } from '../facts/iam-facts.ts';
import { keyAt } from './action-key.ts';
import { findUse } from './find-use.ts';
import type { Permissions } from './permissions.ts';

export const sensitiveServices: readonly string[] = [
  'account',
  'cloudtrail',
  'config',
  'guardduty',
  'iam',
  'identitystore',
  'kms',
  'organizations',
  'ram',
  'rolesanywhere',
  'secretsmanager',
  'securityhub',
  'sso',
  'sts',
];

/** The services, of those given, in which the identity may write or manage permissions. */
export function mutableServices(
  permissions: Permissions,
  services: readonly string[] = sensitiveServices,
): readonly string[] {
  return services.filter((service) => {
    const { start, end } = iamFacts().services.get(service) ?? { start: 0, end: 0 };
    return iamFacts()
      .actions.slice(start, end)
      .some(
        (action, at) =>
          (action.level === 'write' || action.level === 'permissions-management') &&
          findUse(permissions, { key: keyAt(start + at, action) }) !== undefined,
      );
  });
}
