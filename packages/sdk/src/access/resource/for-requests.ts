/** A policy as it reads for requests of which some keys are known beforehand, such as through which door they come. */
import { conditionsHold } from '../authz/condition-holds.ts';
import type { RequestContext } from '../authz/request-context.ts';
import { hasVariable } from '../pattern/wildcard.ts';
import type { ConditionEntry } from '../policy/parse-condition.ts';
import type { PolicyDocument, Statement } from '../policy/statement.ts';

/**
 * Entries on known keys are settled: one that holds is left out, one that does not makes its statement say nothing. What
 * cannot be settled restricts no Allow and lets no Deny hit. `known`: by key in lower case.
 */
export function forRequests(policy: PolicyDocument, known: RequestContext): PolicyDocument {
  const { hasVariables, statements } = policy;
  return {
    ...policy,
    statements: statements.flatMap((statement) => settled(statement, { context: known, hasVariables })),
  };
}

function settled(
  statement: Statement,
  scope: { readonly context: RequestContext; readonly hasVariables: boolean },
): readonly Statement[] {
  const about = statement.conditions.filter(({ key }) => scope.context.has(key));
  const certain = about.filter(canBeSettled);
  if (!conditionsHold(certain, scope)) return [];
  if (statement.effect === 'Deny' && certain.length < about.length) return [];
  return [{ ...statement, conditions: statement.conditions.filter((entry) => !about.includes(entry)) }];
}

function canBeSettled({ operator, values }: ConditionEntry): boolean {
  return operator !== undefined && values !== undefined && !values.some(hasVariable);
}
