/** The condition block of a statement as a list of entries, all of which must hold. */
import { isJsonObject, type JsonValue } from '../../json/value.ts';

export type OperatorName =
  | 'StringEquals'
  | 'StringNotEquals'
  | 'StringEqualsIgnoreCase'
  | 'StringNotEqualsIgnoreCase'
  | 'StringLike'
  | 'StringNotLike'
  | 'NumericEquals'
  | 'NumericNotEquals'
  | 'NumericLessThan'
  | 'NumericLessThanEquals'
  | 'NumericGreaterThan'
  | 'NumericGreaterThanEquals'
  | 'DateEquals'
  | 'DateNotEquals'
  | 'DateLessThan'
  | 'DateLessThanEquals'
  | 'DateGreaterThan'
  | 'DateGreaterThanEquals'
  | 'Bool'
  | 'BinaryEquals'
  | 'IpAddress'
  | 'NotIpAddress'
  | 'ArnEquals'
  | 'ArnNotEquals'
  | 'ArnLike'
  | 'ArnNotLike'
  | 'Null';

export type Operator = {
  readonly name: OperatorName;
  readonly quantifier?: 'ForAllValues' | 'ForAnyValue';
  readonly ifExists: boolean;
};

export type ConditionEntry = {
  /** Undefined when the operator is not known. */
  readonly operator: Operator | undefined;
  /** The operator as written. */
  readonly operatorText: string;
  /** In lower case, as keys are compared. */
  readonly key: string;
  /** One of them must match. Undefined when they could not be read. */
  readonly values: readonly string[] | undefined;
  /** JSON pointer from the statement. */
  readonly path: string;
};

const operators: ReadonlyMap<string, OperatorName> = new Map(
  (
    [
      'StringEquals',
      'StringNotEquals',
      'StringEqualsIgnoreCase',
      'StringNotEqualsIgnoreCase',
      'StringLike',
      'StringNotLike',
      'NumericEquals',
      'NumericNotEquals',
      'NumericLessThan',
      'NumericLessThanEquals',
      'NumericGreaterThan',
      'NumericGreaterThanEquals',
      'DateEquals',
      'DateNotEquals',
      'DateLessThan',
      'DateLessThanEquals',
      'DateGreaterThan',
      'DateGreaterThanEquals',
      'Bool',
      'BinaryEquals',
      'IpAddress',
      'NotIpAddress',
      'ArnEquals',
      'ArnNotEquals',
      'ArnLike',
      'ArnNotLike',
      'Null',
    ] as const
  ).map((name) => [name.toLowerCase(), name]),
);

const negations: ReadonlySet<OperatorName> = new Set([
  'StringNotEquals',
  'StringNotEqualsIgnoreCase',
  'StringNotLike',
  'NumericNotEquals',
  'DateNotEquals',
  'NotIpAddress',
  'ArnNotEquals',
  'ArnNotLike',
]);

/** Whether the operator holds when no value matches. */
export function isNegation(name: OperatorName): boolean {
  return negations.has(name);
}

/**
 * The entries of a condition block. Never throws: an operator that is not known, or values that are no scalars, stay as
 * entries that say so, since a restriction that cannot be understood does not restrict.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function parseCondition(condition: JsonValue | undefined): readonly ConditionEntry[] {
  if (condition === undefined || condition === null) return [];
  if (!isJsonObject(condition)) return [unreadable('', '/Condition')];
  return Object.entries(condition).flatMap(([operatorText, tests]) => {
    const path = `/Condition/${escaped(operatorText)}`;
    if (!isJsonObject(tests)) return [unreadable(operatorText, path)];
    return Object.entries(tests).map(([key, value]) => ({
      operator: parseOperator(operatorText),
      operatorText,
      key: key.trim().toLowerCase(),
      values: parseValues(value),
      path: `${path}/${escaped(key)}`,
    }));
  });
}

function unreadable(operatorText: string, path: string): ConditionEntry {
  return { operator: undefined, operatorText, key: '', values: undefined, path };
}

function parseOperator(text: string): Operator | undefined {
  const match = /^(?:(forallvalues|foranyvalue):)?([a-z]+?)(ifexists)?$/.exec(text.trim().toLowerCase());
  const name = operators.get(match?.[2] ?? '');
  if (match === null || name === undefined) return undefined;
  const ifExists = match[3] !== undefined;
  if (match[1] === undefined) return { name, ifExists };
  return { name, ifExists, quantifier: match[1] === 'forallvalues' ? 'ForAllValues' : 'ForAnyValue' };
}

function parseValues(value: JsonValue): readonly string[] | undefined {
  const list: readonly JsonValue[] = isList(value) ? value : [value];
  if (list.length === 0 || list.some((element) => element === null || typeof element === 'object'))
    return undefined;
  return list.map(String);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function escaped(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}
