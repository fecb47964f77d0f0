/** Keys of service accounts. */
import { isJsonObject } from '../../json/value.ts';
import { type Reading, readEach, refused } from '../network/reading.ts';

export type ServiceAccountKey = {
  /** The JSON pointer of the key. */
  readonly at: string;
  /** Whether users made it and keep its private half, so that it can be lost. */
  readonly isUserManaged: boolean;
};

/**
 * Reads a list of keys; the type is written `keyType` by the API and `type` by some of its clients. A key without one does
 * not count as user managed. `at` is the JSON pointer of the list.
 * Source: https://cloud.google.com/iam/docs/reference/rest/v1/projects.serviceAccounts.keys
 */
export function readServiceAccountKeys(keys: readonly unknown[], at: string): Reading<ServiceAccountKey> {
  return readEach(keys, at, (key, where) => {
    if (!isJsonObject(key)) return refused(where, 'is no key');
    const types = [key['keyType'], key['type']];
    const isUserManaged = types.includes('USER_MANAGED');
    const isKnown = isUserManaged || types.includes('SYSTEM_MANAGED');
    const unread = isKnown ? [] : [`${where}: has no known type`];
    return { rules: [{ at: where, isUserManaged }], unread };
  });
}
