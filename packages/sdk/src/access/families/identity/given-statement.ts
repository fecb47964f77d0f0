/** What each Allow of some policies gives, less what Denies and the boundary take away. */
import { areDisjoint, isEmpty } from '../../facts/action-set.ts';
import { effectivePermissions, knownOf } from '../../identity/effective-permissions.ts';
import { leftByDenials } from '../../identity/left-of-grant.ts';
import type { Denial, Grant, Permissions } from '../../identity/permissions.ts';
import type { Statement } from '../../policy/statement.ts';
import { type PolicyLists, rememberedByPolicies } from './remembered-by-policies.ts';

/** One Allow of which something is left. */
export type GivenStatement = {
  readonly statement: Statement;
  /** The place of its policy in the list. */
  readonly policy: number;
  /** Its grants only, with the Denies that concern them. */
  readonly permissions: Permissions;
};

/** In the order of the policies; an Allow that nothing is left of is not among them. */
export const givenStatements = rememberedByPolicies(readStatements);

/** All that the policies give together. */
export const givenTogether = rememberedByPolicies(({ now, ...lists }) => effectivePermissions(lists, now));

function readStatements(lists: PolicyLists): readonly GivenStatement[] {
  const whole = givenTogether(lists);
  const leftOf = leftByDenials(whole.denials);
  const byStatement = Map.groupBy(whole.grants, ({ from }) => `${from.policy}/${from.statement}`);
  return lists.attached.flatMap(({ statements }, policy) =>
    statements.flatMap((statement) => {
      const grants: Grant[] = [];
      for (const grant of byStatement.get(`${policy}/${statement.index}`) ?? []) {
        const actions = leftOf(grant);
        if (!isEmpty(actions)) grants.push({ ...grant, actions });
      }
      if (grants.length === 0) return [];
      const denials = whole.denials.filter((denial) => concerns(denial, grants));
      const permissions = { ...whole, grants, denials, granted: knownOf(grants) };
      return [{ statement, policy, permissions }];
    }),
  );
}

/** Most Denies are about other services. */
function concerns(denial: Denial, grants: readonly Grant[]): boolean {
  const given = new Set(grants.map(({ actions }) => actions));
  return [...given].some((actions) => !areDisjoint(actions, denial.actions));
}
