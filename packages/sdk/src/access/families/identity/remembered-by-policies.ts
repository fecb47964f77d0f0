/** What was worked out of an item's policies, kept for its other checks. */
import type { PolicyDocument } from '../../policy/statement.ts';

export type PolicyLists = {
  /** The policies themselves. */
  readonly attached: readonly PolicyDocument[];
  /** Policies of which only the Denies count. */
  readonly denying: readonly PolicyDocument[];
  readonly boundaries: readonly PolicyDocument[];
  /** Milliseconds since the epoch. */
  readonly now: number;
};

type Compute<Result> = (lists: PolicyLists) => Result;

/** The checks of an item ask of its policies alone, with their limits, and of all together. */
const mostRemembered = 4;

/** The function, done once for the same policies at the same moment. A parsed policy is never written to. */
export function rememberedByPolicies<Result>(compute: Compute<Result>): Compute<Result> {
  const known = new WeakMap<PolicyDocument, readonly Answer<Result>[]>();
  return (lists) => {
    const [first] = lists.attached;
    if (first === undefined) return compute(lists);
    const answers = known.get(first) ?? [];
    const before = answers.find((answer) => areSame(answer.lists, lists));
    if (before !== undefined) return before.result;
    const result = compute(lists);
    known.set(first, [{ lists, result }, ...answers].slice(0, mostRemembered));
    return result;
  };
}

type Answer<Result> = { readonly lists: PolicyLists; readonly result: Result };

function areSame(a: PolicyLists, b: PolicyLists): boolean {
  return (
    a.now === b.now &&
    areSameList(a.attached, b.attached) &&
    areSameList(a.denying, b.denying) &&
    areSameList(a.boundaries, b.boundaries)
  );
}

function areSameList(a: readonly PolicyDocument[], b: readonly PolicyDocument[]): boolean {
  return a.length === b.length && a.every((policy, at) => policy === b[at]);
}
