/** Whether an action is allowed on some resource of a kind: one that may exist, not one that does. */
import { type ActionKey, holds, mayBeGranted } from './action-key.ts';
import { meetOf } from './meet.ts';
import { inPartition } from './partition.ts';
import type { Grant, Permissions, ResourcePattern } from './permissions.ts';
import { contains, overlap } from './quick-pattern.ts';

export type Need = {
  readonly key: ActionKey;
  /** Patterns of ARNs, in any partition. Missing: all that the action works on. */
  readonly kinds?: readonly string[];
  /** Resources of that kind that serve nothing. */
  readonly useless?: string;
  /** Whether the resource must be a user other than who asks. */
  readonly isAnother?: boolean;
  /** What else a grant must be like. */
  readonly accepts?: (grant: Grant) => boolean;
};

/** The first grant that meets the need, or undefined. */
export function findUse(permissions: Permissions, need: Need): Grant | undefined {
  const { key, useless, kinds = key.kinds, isAnother, accepts } = need;
  if (!mayBeGranted(permissions, key)) return undefined;
  const denying = permissions.denials.filter(({ actions }) => holds(actions, key));
  const denied = denying.flatMap((denial) => ('on' in denial ? denial.on : []));
  const spared = denying.flatMap((denial) => ('onAllBut' in denial ? [denial.onAllBut] : []));

  function reaches(grant: Grant, partition: string): boolean {
    const out = [...denied, ...grant.except];
    if (useless !== undefined) out.push(inPartition(useless, partition));
    return kinds.some((kind) => {
      const text = inPartition(kind, partition);
      const patterns = [{ text, widest: text, isOwnUser: false }, ...grant.within];
      return mayExist(patterns, { spared, out, isAnother: isAnother === true });
    });
  }

  return permissions.grants.find(
    (grant) =>
      holds(grant.actions, key) &&
      accepts?.(grant) !== false &&
      permissions.partitions.some((partition) => reaches(grant, partition)),
  );
}

type Taken = {
  /** Of each Deny on all but some, those. */
  readonly spared: readonly (readonly ResourcePattern[])[];
  /** Patterns of what is left out. */
  readonly out: readonly string[];
  readonly isAnother: boolean;
};

/** Whether there may be a resource that all the patterns match and nothing takes away. */
function mayExist(patterns: readonly ResourcePattern[], { spared, out, isAnother }: Taken): boolean {
  if (isAnother && patterns.some(({ isOwnUser }) => isOwnUser)) return false;
  const texts = patterns.map(({ widest }) => widest);
  if (texts.some((one, at) => texts.some((other, from) => from > at && !overlap(one, other)))) return false;
  const [first, ...rest] = spared;
  if (first !== undefined)
    return narrowings(first, texts).some((more) =>
      mayExist([...patterns, ...more], { spared: rest, out, isAnother }),
    );
  if (out.length === 0) return true;
  const narrowest = [...texts, ...meetOf(texts)];
  return !out.some((outer) => narrowest.some((text) => contains(outer, text)));
}

/** A Deny on all but these leaves one of them; nothing is narrowed where one of them holds everything anyway. */
function narrowings(
  patterns: readonly ResourcePattern[],
  texts: readonly string[],
): readonly (readonly ResourcePattern[])[] {
  const isWhole = patterns.some(
    ({ widest, text }) => widest === text && texts.some((one) => contains(text, one)),
  );
  // More would be a policy made to be slow; what is not split stays as open as it was.
  if (isWhole || texts.length > 4 || patterns.length > 64) return [[]];
  return patterns.map((pattern) => [pattern]);
}
