/** `gcs-bucket`: whether everybody gets into a bucket, and whether that is prevented. */
import { liveBindings, readBindings } from '../gcp/binding.ts';
import { bucketAccess, readBucketEntries } from '../gcp/bucket.ts';
import { elementsOf } from '../network/reading.ts';
import type { Judge } from './answer.ts';
import { problems } from './problems.ts';

export const gcsBucket: Judge = (input, now) => {
  const { uniformBucketLevelAccess: uniform, publicAccessPrevention: prevention } = input;
  const iam = elementsOf(input['iam']);
  if (iam === undefined) return problems(['iam is no list']);
  const acl = elementsOf(input['acl']);
  if (acl === undefined) return problems(['acl is no list']);
  const bindings = readBindings(iam, '/iam');
  const entries = readBucketEntries(acl, '/acl');
  const pap = prevention === 'enforced';
  const { isPublic, by } = bucketAccess({
    bindings: liveBindings(bindings.rules, { now }),
    entries: entries.rules,
    isUniform: uniform === true,
    isPreventionEnforced: pap,
  });
  const unread = [
    ...(isKnown(uniform, [true, false]) ? [] : ['uniformBucketLevelAccess is neither true nor false']),
    ...(isKnown(prevention, ['enforced', 'inherited', 'unspecified'])
      ? []
      : ['publicAccessPrevention is no known word']),
  ];
  return { public: isPublic, pap, by, ...problems([...bindings.unread, ...entries.unread, ...unread]) };
};

/** A switch that cannot be read prevents nothing. */
function isKnown(value: unknown, words: readonly unknown[]): boolean {
  return value === undefined || value === null || words.includes(value);
}
