/** Buckets of Cloud Storage: who gets in by policy, by access list, or by neither. */
import { isJsonObject } from '../../json/value.ts';
import { type Reading, readEach, refused } from '../network/reading.ts';
import { grantsOf, isPublic } from './allow-policy.ts';
import type { LiveBinding } from './binding.ts';

/** An entry of a bucket's access control list. */
export type BucketEntry = {
  /** The JSON pointer of the entry. */
  readonly at: string;
  /** Such as `allUsers`, `user-kim@example.com`, `project-owners-4242`. */
  readonly entity: string;
};

export type Bucket = {
  readonly bindings: readonly LiveBinding[];
  readonly entries: readonly BucketEntry[];
  /** Uniform access: access lists do not count. */
  readonly isUniform: boolean;
  /** Public access prevention, by the bucket or by an organisation policy. */
  readonly isPreventionEnforced: boolean;
};

export type BucketAccess = {
  readonly isPublic: boolean;
  /** The bindings and entries that let everybody in. */
  readonly by: readonly string[];
};

/**
 * Whether everybody gets into the bucket. Prevention beats all; lists of single objects are not seen from here.
 * Source: https://cloud.google.com/storage/docs/public-access-prevention
 */
export function bucketAccess({ bindings, entries, isUniform, isPreventionEnforced }: Bucket): BucketAccess {
  if (isPreventionEnforced) return { isPublic: false, by: [] };
  const byPolicy = grantsOf(bindings).filter(isPublic);
  const byList = isUniform ? [] : entries.filter(({ entity }) => isAnyone(entity));
  const by = [...new Set([...byPolicy, ...byList].map(({ at }) => at))];
  return { isPublic: by.length > 0, by };
}

/**
 * Reads a bucket's access control list. `at` is the JSON pointer of the list.
 * Source: https://cloud.google.com/storage/docs/json_api/v1/bucketAccessControls
 */
export function readBucketEntries(entries: readonly unknown[], at: string): Reading<BucketEntry> {
  return readEach(entries, at, (entry, where) => {
    const entity = isJsonObject(entry) ? entry['entity'] : undefined;
    return typeof entity === 'string'
      ? { rules: [{ at: where, entity }], unread: [] }
      : refused(where, 'has no entity');
  });
}

function isAnyone(entity: string): boolean {
  return entity === 'allUsers' || entity === 'allAuthenticatedUsers';
}
