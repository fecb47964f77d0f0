/** With whom snapshots and images are shared. */
import { isJsonObject } from '../json/value.ts';

export type SharingReading = {
  readonly isWithEverybody: boolean;
  /** Ids of the accounts named. */
  readonly accounts: readonly string[];
  readonly unread: readonly string[];
};

/**
 * Reads `CreateVolumePermissions` of an EBS snapshot, or the like `LaunchPermissions` of an image: an account's id, or the
 * group `all`, which is every AWS account there is.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolumePermission.html
 */
export function readSharing(permissions: readonly unknown[]): SharingReading {
  const holders = permissions.map((permission) => (isJsonObject(permission) ? permission : {}));
  const isKnown = ({ Group, UserId }: (typeof holders)[number]) =>
    Group === 'all' || typeof UserId === 'string';
  return {
    isWithEverybody: holders.some(({ Group }) => Group === 'all'),
    accounts: holders.flatMap(({ UserId }) => (typeof UserId === 'string' ? [UserId] : [])),
    unread: holders.flatMap((holder, index) => (isKnown(holder) ? [] : [`/${index} names nobody known`])),
  };
}
