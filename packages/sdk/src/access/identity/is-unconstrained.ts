/** Whether an action is allowed on everything that it can work on: on `*` or its equal. */
import { type ActionKey, holds, mayBeGranted } from './action-key.ts';
import { inPartition } from './partition.ts';
import type { Denial, Grant, Permissions, ResourcePattern } from './permissions.ts';
import { contains } from './quick-pattern.ts';

/**
 * A grant or a Deny that leaves out single resources of a kind leaves the action unconstrained on the kind: only what
 * takes the whole kind away constrains. `accepts` says which grants are looked at.
 */
export function isUnconstrained(
  permissions: Permissions,
  key: ActionKey,
  accepts: (grant: Grant) => boolean = () => true,
): boolean {
  const isWhole = wholeKinds(permissions, key, accepts);
  return (
    isWhole !== undefined &&
    permissions.partitions.some((partition) => kindsIn(key, partition).every(isWhole))
  );
}

/** Whether the action is allowed on everything of some kind: on every object, though not through every access point. */
export function isUnconstrainedOnKind(permissions: Permissions, key: ActionKey): boolean {
  const isWhole = wholeKinds(permissions, key, () => true);
  return (
    isWhole !== undefined && permissions.partitions.some((partition) => kindsIn(key, partition).some(isWhole))
  );
}

function kindsIn({ kinds }: ActionKey, partition: string): readonly string[] {
  return kinds.map((kind) => inPartition(kind, partition));
}

/** Which kinds of resource are allowed as a whole; undefined where nothing is. */
function wholeKinds(
  permissions: Permissions,
  key: ActionKey,
  accepts: (grant: Grant) => boolean,
): ((kind: string) => boolean) | undefined {
  if (!mayBeGranted(permissions, key)) return undefined;
  const { grants, denials } = permissions;
  const granting = grants.filter((grant) => holds(grant.actions, key) && accepts(grant));
  if (granting.length === 0) return undefined;
  const denying = denials.filter(({ actions }) => holds(actions, key));
  return (kind) =>
    granting.some((grant) => holdsWhole(grant, kind)) && !denying.some((denial) => takesWhole(denial, kind));
}

/** Whether everything that the pattern matches is allowed, but for exceptions that leave some of it. */
export function holdsWhole({ within, except }: Grant, pattern: string): boolean {
  return (
    within.every((outer) => certainlyContains(outer, pattern)) &&
    !except.some((outer) => contains(outer, pattern))
  );
}

/** Whether nothing is left of the pattern's whole: all of it is denied, or all but a part. */
export function takesWhole(denial: Denial, pattern: string): boolean {
  if ('on' in denial) return denial.on.some((outer) => contains(outer, pattern));
  return !denial.onAllBut.some((spared) => certainlyContains(spared, pattern));
}

function certainlyContains({ text, widest }: ResourcePattern, pattern: string): boolean {
  return text === widest && contains(widest, pattern);
}
