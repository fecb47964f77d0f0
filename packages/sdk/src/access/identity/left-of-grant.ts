/** What the Denies leave of a grant's actions, wherever a Deny takes all that the grant reaches. */
import { type ActionSet, subtract } from '../facts/action-set.ts';
import { rememberingPairs } from '../facts/remembering-pairs.ts';
import type { Denial, Grant } from './permissions.ts';
import { contains, overlap } from './quick-pattern.ts';

/** Actions that are denied on a part of the grant's resources stay. Gives the function of one grant after the other. */
export function leftByDenials(denials: readonly Denial[]): (grant: Grant) => ActionSet {
  const less = rememberingPairs(subtract);
  return (grant) => {
    let left = grant.actions;
    for (const denial of denials) if (takesAll(denial, grant)) left = less(left, denial.actions);
    return left;
  };
}

function takesAll(denial: Denial, { within }: Grant): boolean {
  if ('on' in denial) return denial.on.some((outer) => within.some(({ widest }) => contains(outer, widest)));
  return denial.onAllBut.every((spared) => within.some(({ widest }) => !overlap(spared.widest, widest)));
}
