/** Whether the conditions of a statement hold for a request. */
import { type ConditionEntry, isNegation, type Operator } from '../policy/parse-condition.ts';
import { compareValue } from './compare-value.ts';
import type { Scope } from './policy-variable.ts';

/**
 * All must hold. An operator that is not known, or values that cannot be read, never do; a key that is not known is a key
 * like others.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export function conditionsHold(entries: readonly ConditionEntry[], scope: Scope): boolean {
  return entries.every((entry) => entryHolds(entry, scope));
}

function entryHolds({ operator, key, values }: ConditionEntry, scope: Scope): boolean {
  if (operator === undefined || values === undefined) return false;
  const asked = scope.context.get(key);
  if (operator.name === 'Null') return !operator.ifExists && isAbsenceAsked(values, asked === undefined);
  if (asked === undefined) return holdsForAbsent(operator);
  const { name, quantifier } = operator;
  const isNegated = isNegation(name);
  const holds = (one: string) => {
    const likenesses = values.map((written) => compareValue({ name, asked: one, written, scope }));
    return isNegated ? likenesses.every((likeness) => likeness === false) : likenesses.includes(true);
  };
  // An empty text is an empty set to the quantifiers.
  const set = quantifier === undefined ? asked : asked.filter((one) => one !== '');
  const isForAll = quantifier === undefined ? isNegated : quantifier === 'ForAllValues';
  return isForAll ? set.every(holds) : set.some(holds);
}

/** `true` asks that the key is absent, `false` that it is there. */
function isAbsenceAsked(values: readonly string[], isAbsent: boolean): boolean {
  return values.some((value) => value.toLowerCase() === String(isAbsent));
}

function holdsForAbsent({ name, quantifier, ifExists }: Operator): boolean {
  if (ifExists) return true;
  return quantifier === undefined ? isNegation(name) : quantifier === 'ForAllValues';
}
