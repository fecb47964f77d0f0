/** Denies that demand an external id or a second factor of whoever takes on a role. */
import { actionsBut, actionsMatching, covers } from '../facts/action-set.ts';
import { hasVariable, hasWildcard } from '../pattern/wildcard.ts';
import type { ConditionEntry } from '../policy/parse-condition.ts';
import type { PolicyDocument, Statement } from '../policy/statement.ts';

/** Whether a Deny hits everybody who takes on the role without one of them. */
export function isVouchedByDenial({ statements }: PolicyDocument): boolean {
  return statements.some((statement) => {
    const [entry, ...others] = statement.conditions;
    if (entry === undefined || others.length > 0 || !hitsEveryone(statement)) return false;
    return lacksExternalId(entry) || lacksSecondFactor(entry);
  });
}

function hitsEveryone({ effect, principals, actions, resources }: Statement): boolean {
  if (effect !== 'Deny' || principals?.but !== false || resources !== undefined) return false;
  if (!principals.list.some(({ kind }) => kind === 'anyone')) return false;
  if (actions === undefined) return true;
  const denied = actions.but ? actionsBut(actions.patterns) : actionsMatching(actions.patterns);
  return covers(denied, actionsMatching(['sts:AssumeRole']));
}

/** A negated operator holds for requests without the key, too. */
function lacksExternalId({ operator, key, values }: ConditionEntry): boolean {
  if (key !== 'sts:externalid' || operator === undefined || operator.quantifier !== undefined) return false;
  if (!/^StringNotEquals(?:IgnoreCase)?$/.test(operator.name)) return false;
  return values?.every((value) => !hasVariable(value) && !hasWildcard(value)) === true;
}

/** Requests with keys of long standing do not tell of a second factor: only `IfExists` hits them. */
function lacksSecondFactor({ operator, key, values }: ConditionEntry): boolean {
  if (key !== 'aws:multifactorauthpresent' || operator?.name !== 'Bool' || !operator.ifExists) return false;
  return (
    operator.quantifier === undefined && values?.some((value) => value.toLowerCase() === 'false') === true
  );
}
