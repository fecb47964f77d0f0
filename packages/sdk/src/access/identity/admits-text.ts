/** Whether a condition entry lets through a text that its key is known to have. */
import { hasVariable, matchesPattern, readEscapes } from '../pattern/wildcard.ts';
import type { ConditionEntry, OperatorName } from '../policy/parse-condition.ts';

/** Undefined when it cannot be told: operators on other things than texts, variables, sets of values. */
export function admitsText({ operator, values }: ConditionEntry, text: string): boolean | undefined {
  if (operator === undefined || values === undefined || operator.quantifier !== undefined) return undefined;
  const compare = comparisons[operator.name];
  if (compare === undefined || values.some(hasVariable)) return undefined;
  const isMatched = values.some((value) => compare.matches(readEscapes(value), text));
  return isMatched !== compare.isNegated;
}

type Comparison = {
  readonly matches: (value: string, text: string) => boolean;
  readonly isNegated: boolean;
};

const equals = (value: string, text: string) => value === text;
const equalsFolded = (value: string, text: string) => value.toLowerCase() === text.toLowerCase();

const comparisons: Readonly<Partial<Record<OperatorName, Comparison>>> = {
  StringEquals: { matches: equals, isNegated: false },
  StringNotEquals: { matches: equals, isNegated: true },
  StringEqualsIgnoreCase: { matches: equalsFolded, isNegated: false },
  StringNotEqualsIgnoreCase: { matches: equalsFolded, isNegated: true },
  Bool: { matches: equalsFolded, isNegated: false },
  StringLike: { matches: matchesPattern, isNegated: false },
  StringNotLike: { matches: matchesPattern, isNegated: true },
};
