/** The keys of a service account that its users hold, each where it stands. */
import { lastPart } from '../../lineage.ts';
import type { ServiceAccountConfig, ServiceAccountKey } from '../config.ts';

export type FoundKey = {
  readonly key: ServiceAccountKey;
  readonly id: string;
  readonly path: string;
};

/** Also disabled ones, which can be enabled again. */
export function userKeysOf({ keys = [] }: ServiceAccountConfig): readonly FoundKey[] {
  return keys
    .map((key, at) => ({ key, id: lastPart(key.name), path: `/keys/${at}` }))
    .filter(({ key }) => key.keyType === 'USER_MANAGED');
}

export function isInUse({ key }: FoundKey, now: number): boolean {
  if (key.disabled === true) return false;
  return key.validBeforeTime === undefined || Date.parse(key.validBeforeTime) > now;
}
