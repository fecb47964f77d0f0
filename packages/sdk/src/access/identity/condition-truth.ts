/** Whether a condition of an identity's policy can hold when that identity asks, and whether it leaves anything out. */
import { isEverything, isPrivate, parseCidr } from '../../net/cidr.ts';
import { callerKeys } from '../condition/caller-keys.ts';
import { type Truth, truthFromNowOn } from '../condition/when.ts';
import { hasVariable, hasWildcard, readEscapes } from '../pattern/wildcard.ts';
import type { ConditionEntry } from '../policy/parse-condition.ts';
import { admitsText } from './admits-text.ts';

/**
 * What is certain of an entry whoever of the account's identities asks, from `now` on (milliseconds since the epoch).
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function truthForIdentity(entry: ConditionEntry, now: number): Truth {
  const { operator, values, key } = entry;
  if (operator === undefined || values === undefined) return 'depends';
  const intime = truthFromNowOn(entry, now);
  if (intime !== 'depends' || operator.quantifier !== undefined) return intime;
  if (key === 'aws:principalisawsservice' && operator.name === 'Bool') return byFlag(values, 'false');
  if (key === 'aws:sourceip') return byNetwork(entry, values);
  if (isAlwaysThere(entry) && values.some((value) => value === '*') && patternOperators.has(operator.name))
    return 'always';
  return isImpossible(entry, values) ? 'never' : 'depends';
}

/** Whether the entry leaves out requests that its grant would allow. What cannot be understood does not restrict. */
export function narrows(entry: ConditionEntry, now: number): boolean {
  const { operator, values, key } = entry;
  if (operator === undefined || values === undefined) return false;
  // The endpoints of AWS that change permissions speak TLS only.
  const isTransport = key === 'aws:securetransport' && operator.name === 'Bool';
  if (isTransport && byFlag(values, 'true') === 'always') return false;
  return truthForIdentity(entry, now) !== 'always';
}

/** Whether the entries can never hold together. */
export function areDead(entries: readonly ConditionEntry[], now: number): boolean {
  if (entries.some((entry) => truthForIdentity(entry, now) === 'never')) return true;
  return entries.some((one) => entries.some((other) => one !== other && contradict(one, other)));
}

const patternOperators: ReadonlySet<string> = new Set(['StringLike', 'ArnLike', 'ArnEquals']);

/** Every request of an identity has them. */
const always: ReadonlySet<string> = new Set([
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principaltype',
  'aws:userid',
]);

function isAlwaysThere({ operator, key }: ConditionEntry): boolean {
  return operator?.ifExists === true || always.has(key);
}

function byFlag(values: readonly string[], held: 'true' | 'false'): Truth {
  const flags = values.map((value) => value.toLowerCase());
  if (flags.includes(held)) return 'always';
  return flags.every((flag) => flag === 'true' || flag === 'false') ? 'never' : 'depends';
}

/** A private address only arrives through an endpoint, and then the key is missing. */
function byNetwork({ operator }: ConditionEntry, values: readonly string[]): Truth {
  const networks = values.map((value) => parseCidr(value));
  const readable = networks.filter((network) => network !== undefined);
  if (readable.length < networks.length) return 'depends';
  const arePrivate = readable.every(isPrivate);
  if (operator?.name === 'NotIpAddress') return arePrivate ? 'always' : 'depends';
  if (operator?.name !== 'IpAddress') return 'depends';
  if (isEverything(readable)) return 'always';
  return arePrivate && !operator.ifExists ? 'never' : 'depends';
}

/** No account, organisation, ARN or id holds a `*` that `StringEquals` would compare letter by letter. */
function isImpossible({ operator, key }: ConditionEntry, values: readonly string[]): boolean {
  if (operator?.name !== 'StringEquals' || operator.ifExists || !callerKeys.has(key)) return false;
  return values.every((value) => !hasVariable(value) && hasWildcard(readEscapes(value)));
}

function contradict(one: ConditionEntry, other: ConditionEntry): boolean {
  if (one.key !== other.key || one.key === '') return false;
  return wantsAbsence(one, other) || areApart(one, other) || endsBeforeItBegins(one, other);
}

function wantsAbsence({ operator, values }: ConditionEntry, other: ConditionEntry): boolean {
  const isAbsent = operator?.name === 'Null' && values?.every((value) => value.toLowerCase() === 'true');
  if (isAbsent !== true || other.operator === undefined || other.values === undefined) return false;
  if (other.operator.name === 'Null')
    return other.values.every((value) => value.toLowerCase() === 'false') && !other.operator.ifExists;
  const holdsWhenAbsent =
    other.operator.ifExists ||
    other.operator.quantifier === 'ForAllValues' ||
    /Not/.test(other.operator.name);
  return !holdsWhenAbsent;
}

/** Whether none of the texts that one names is let through by the other. */
function areApart({ operator, values }: ConditionEntry, other: ConditionEntry): boolean {
  const isExact = operator?.name === 'StringEquals' || operator?.name === 'Bool';
  if (!isExact || operator.quantifier !== undefined || operator.ifExists || values === undefined)
    return false;
  if (values.some(hasVariable)) return false;
  return values.every((value) => admitsText(other, readEscapes(value)) === false);
}

function endsBeforeItBegins(one: ConditionEntry, other: ConditionEntry): boolean {
  if (one.key !== 'aws:currenttime') return false;
  if (!one.operator?.name.startsWith('DateGreaterThan')) return false;
  if (!other.operator?.name.startsWith('DateLessThan')) return false;
  const begins = Math.min(...(one.values ?? []).map((value) => Date.parse(value)));
  const ends = Math.max(...(other.values ?? []).map((value) => Date.parse(value)));
  return ends < begins;
}
