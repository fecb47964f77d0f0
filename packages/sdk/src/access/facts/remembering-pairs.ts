/** Operations on sets of actions that are done once a pair: in one evaluation few sets meet many times. */
import type { ActionSet } from './action-set.ts';

type Operation = (a: ActionSet, b: ActionSet) => ActionSet;

/** The operation with its results kept for as long as the function given back is. */
export function rememberingPairs(operation: Operation): Operation {
  const known = new Map<ActionSet, Map<ActionSet, ActionSet>>();
  return (a, b) => {
    const ofA = known.get(a) ?? new Map<ActionSet, ActionSet>();
    known.set(a, ofA);
    const before = ofA.get(b);
    if (before !== undefined) return before;
    const result = operation(a, b);
    ofA.set(b, result);
    return result;
  };
}
