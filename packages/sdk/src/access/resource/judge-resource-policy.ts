/** Whom a resource policy lets in, all grants together. */
import { type ActionSet, actionsMatching, covers, noActions, union } from '../facts/action-set.ts';
import type { PolicyDocument } from '../policy/statement.ts';
import { isConfusedDeputy } from './confused-deputy.ts';
import type { Grant } from './grant.ts';
import { readGrants } from './read-grants.ts';
import type { CallerClass, Surroundings } from './surroundings.ts';
import { whoGetsIn } from './who-gets-in.ts';

export type ResourceQuestion = {
  readonly around: Surroundings;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The only actions that count; undefined: all. */
  readonly counted?: ActionSet;
  /** The actions of the resource's service, when it is known. */
  readonly service?: ActionSet;
};

export type ResourceVerdict = {
  /** Anyone may do something, and nothing pins them. */
  readonly isPublic: boolean;
  /** Somebody neither ours nor trusted may do something. */
  readonly isExternal: boolean;
  readonly classes: readonly CallerClass[];
  /** What anyone may do, one set a statement. */
  readonly publicActions: readonly ActionSet[];
  /** Another account is let in as a whole, trusted or not. */
  readonly namesWholeAccount: boolean;
  /** A service is let in on whoever's behalf it comes. */
  readonly isConfusedDeputy: boolean;
  readonly grants: readonly Grant[];
};

export function judgeResourcePolicy(policy: PolicyDocument, question: ResourceQuestion): ResourceVerdict {
  const grants = readGrants(policy, question);
  const judged = grants.flatMap((grant) =>
    grant.fragments.map((fragment) => ({
      grant,
      fragment,
      who: whoGetsIn(grant.principal, fragment, question.around),
    })),
  );
  const open = judged.filter(({ who }) => who.isPublic);
  const byStatement = new Map<number, ActionSet>();
  for (const { grant, fragment } of open) {
    const before = byStatement.get(grant.statement.index) ?? noActions();
    byStatement.set(grant.statement.index, union(before, fragment.actions));
  }
  return {
    isPublic: open.length > 0,
    isExternal: judged.some(({ who }) => who.isExternal),
    classes: [...new Set(judged.flatMap(({ who }) => who.classes))].sort(),
    publicActions: [...byStatement.values()],
    namesWholeAccount: grants.some(
      ({ principal }) => principal.kind === 'account' && principal.account !== question.around.account,
    ),
    isConfusedDeputy: grants.some(isConfusedDeputy),
    grants,
  };
}

/** Whether one statement gives everyone all the actions that one of the patterns matches. */
export function isPublicFor(verdict: ResourceVerdict, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const wanted = actionsMatching([pattern]);
    return verdict.publicActions.some((actions) => covers(actions, wanted));
  });
}
