/** Whether one condition entry can hold for callers of a fixed set only, and for whom. */

import type { ConditionEntry, Operator, OperatorName } from '../policy/parse-condition.ts';
import { isNegation } from '../policy/parse-condition.ts';
import type { Surroundings } from '../resource/surroundings.ts';
import { type CallerKeySort, callerKeys } from './caller-keys.ts';
import { type ReadValues, readValues, service } from './read-values.ts';

/** Entries of one statement hold together, so each may lean on the others. */
export type PinQuestion = {
  readonly entry: ConditionEntry;
  readonly beside: readonly ConditionEntry[];
  readonly around: Surroundings;
};

/** Whom an entry of an Allow admits, or why it fixes nobody. */
export function readPin({ entry, beside, around }: PinQuestion): ReadValues {
  const { operator, values, key } = entry;
  if (operator === undefined) return 'unknown operator';
  if (values === undefined) return 'unreadable values';
  const sort = callerKeys.get(key);
  if (sort === undefined) return 'not about the caller';
  if (isNegation(operator.name)) return 'negated';
  if (isTrueWhenAbsent(operator, key, beside)) return 'true when the key is absent';
  return read({ sort, name: operator.name, values, around });
}

/**
 * Whom an entry of a Deny leaves free: a negated one does not match callers of the set, so the Deny passes them by. An absent
 * key makes a negated operator true, so that a Deny hits who lacks it; only `ForAnyValue` lets those through.
 */
export function readEscape(entry: ConditionEntry, around: Surroundings): ReadValues {
  const { operator, values, key } = entry;
  if (operator === undefined) return 'unknown operator';
  if (values === undefined) return 'unreadable values';
  const sort = callerKeys.get(key);
  if (sort === undefined) return 'not about the caller';
  if (operator.quantifier === 'ForAnyValue') return 'true when the key is absent';
  if (sort === 'is-service' && operator.name === 'Bool' && operator.ifExists)
    return values.every((value) => value.toLowerCase() === 'false') ? [service] : 'negated';
  const name = positive[operator.name];
  if (name === undefined) return 'negated';
  return read({ sort, name, values, around });
}

const positive: Readonly<Partial<Record<OperatorName, OperatorName>>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
  NotIpAddress: 'IpAddress',
};

type Reading = {
  readonly sort: CallerKeySort;
  readonly name: OperatorName;
  readonly values: readonly string[];
  readonly around: Surroundings;
};

function read({ sort, name, values, around }: Reading): ReadValues {
  if (!suits(name, sort)) return 'an operator that does not suit the key';
  const hasPatterns = name === 'StringLike' || name === 'ArnLike' || name === 'ArnEquals';
  return readValues({ sort, values, hasPatterns, crossesColons: name === 'StringLike', around });
}

function suits(name: OperatorName, sort: CallerKeySort): boolean {
  if (sort === 'network') return name === 'IpAddress';
  if (sort === 'is-service' || sort === 'mount-target') return name === 'Bool' || isText(name);
  return isText(name) || (sort === 'arn' && (name === 'ArnEquals' || name === 'ArnLike'));
}

function isText(name: OperatorName): boolean {
  return name === 'StringEquals' || name === 'StringEqualsIgnoreCase' || name === 'StringLike';
}

/**
 * `ForAllValues` holds for no values at all, unless a `Null` entry demands that the key is there. None of the keys is in every
 * request: even the address is missing from those that come through a VPC endpoint.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip
 */
function isTrueWhenAbsent(operator: Operator, key: string, beside: readonly ConditionEntry[]): boolean {
  if (!operator.ifExists && operator.quantifier !== 'ForAllValues') return false;
  return !beside.some((other) => demandsPresence(other, key));
}

function demandsPresence({ operator, key, values }: ConditionEntry, wanted: string): boolean {
  return (
    operator?.name === 'Null' &&
    !operator.ifExists &&
    operator.quantifier === undefined &&
    key === wanted &&
    values?.every((value) => value.toLowerCase() === 'false') === true
  );
}
