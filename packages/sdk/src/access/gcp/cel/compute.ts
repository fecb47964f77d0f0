/** The operators of CEL between two values. */
import { bool, isSame, unknown, type Value } from './value.ts';

export function compute(operator: string, left: Value, right: Value): Value {
  if (operator === 'in') return isIn(left, right);
  if (operator === '==' || operator === '!=') {
    const same = isSame(left, right);
    return same === undefined ? unknown : bool(same === (operator === '=='));
  }
  if (operator === '+' || operator === '-') return sum(operator, left, right);
  const compare = comparisons.get(operator);
  if (compare === undefined || left.kind === 'bool' || right.kind === 'bool') return unknown;
  if (left.kind === 'unknown' || left.kind === 'list' || right.kind === 'unknown' || right.kind === 'list')
    return unknown;
  if (left.kind === 'text' || right.kind === 'text') return unknown;
  return left.kind === right.kind ? bool(compare(left.value, right.value)) : unknown;
}

const comparisons: ReadonlyMap<string, (a: number, b: number) => boolean> = new Map<
  string,
  (a: number, b: number) => boolean
>([
  ['<', (a, b) => a < b],
  ['<=', (a, b) => a <= b],
  ['>', (a, b) => a > b],
  ['>=', (a, b) => a >= b],
]);

function isIn(value: Value, list: Value): Value {
  if (list.kind !== 'list') return unknown;
  const same = list.items.map((item) => isSame(value, item));
  if (same.includes(true)) return bool(true);
  return same.includes(undefined) ? unknown : bool(false);
}

/** Times and lengths of time add up as in CEL; a time from a time is the length between them. */
function sum(operator: '+' | '-', left: Value, right: Value): Value {
  if (left.kind === 'text' && right.kind === 'text')
    return operator === '+' ? { kind: 'text', value: left.value + right.value } : unknown;
  const kind = sums[`${left.kind} ${operator} ${right.kind}`];
  if (kind === undefined || !('value' in left) || !('value' in right)) return unknown;
  const [a, b] = [Number(left.value), Number(right.value)];
  return { kind, value: operator === '+' ? a + b : a - b };
}

const sums: Readonly<Record<string, 'number' | 'time' | 'duration'>> = {
  'number + number': 'number',
  'number - number': 'number',
  'duration + duration': 'duration',
  'duration - duration': 'duration',
  'time + duration': 'time',
  'duration + time': 'time',
  'time - duration': 'time',
  'time - time': 'duration',
};
