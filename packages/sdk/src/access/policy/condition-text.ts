/** A condition entry as one text, the same for all ways to write it. */
import type { ConditionEntry } from './parse-condition.ts';

/** `StringEquals aws:sourcevpc vpc-1 | vpc-2`; what could not be read is told by its place. */
export function conditionText({ operator, operatorText, key, values, path }: ConditionEntry): string {
  if (operator === undefined || values === undefined) return `${operatorText} ${key} ${path}`;
  const name = `${operator.quantifier ?? ''} ${operator.name}${operator.ifExists ? 'IfExists' : ''}`.trim();
  return `${name} ${key} ${[...new Set(values)].sort().join(' | ')}`;
}
