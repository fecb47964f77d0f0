/** Compares one value of a request with one of a policy, as the operator of a condition says. */
import { contains, parseCidr } from '../../net/cidr.ts';
import { matchesPattern } from '../pattern/wildcard.ts';
import type { OperatorName } from '../policy/parse-condition.ts';
import { partsOf } from './arn-parts.ts';
import { literalText, patternIn, type Scope, textIn } from './policy-variable.ts';

/** Undefined when one of them is not of the operator's type. */
export type Likeness = boolean | undefined;

export type Comparison = {
  readonly name: Exclude<OperatorName, 'Null'>;
  readonly asked: string;
  readonly written: string;
  readonly scope: Scope;
};

/**
 * Whether they match; of negated operators, whether what is negated matches. Only texts and ARNs take variables.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function compareValue({ name, asked, written, scope }: Comparison): Likeness {
  switch (name.replace('Not', '')) {
    case 'StringEquals':
      return textIn(scope, written) === asked;
    case 'StringEqualsIgnoreCase':
      return textIn(scope, written)?.toLowerCase() === asked.toLowerCase();
    case 'StringLike':
      return isLike(patternIn(scope, written), literalText(asked));
    case 'ArnEquals':
    case 'ArnLike':
      return isArnLike(patternIn(scope, written), literalText(asked));
    case 'Bool':
      return isBool(written) && isBool(asked) ? written.toLowerCase() === asked.toLowerCase() : undefined;
    case 'BinaryEquals':
      return asked === written;
    case 'IpAddress':
      return isInside(asked, written);
    default:
      return compareSizes(name, sizesOf(name, asked, written));
  }
}

function isLike(pattern: string | undefined, text: string): boolean {
  return pattern !== undefined && matchesPattern(pattern, text);
}

/** Part by part: a wildcard ends at the colon, except in the last part. */
function isArnLike(pattern: string | undefined, text: string): boolean {
  if (pattern === undefined) return false;
  if (pattern === '*') return true;
  const [parts, texts] = [partsOf(pattern), partsOf(text)];
  if (parts.length !== 6 || texts.length !== 6) return pattern === text;
  return parts.every((part, at) => matchesPattern(part, texts[at] ?? ''));
}

function isBool(text: string): boolean {
  return /^(true|false)$/i.test(text);
}

function isInside(asked: string, written: string): Likeness {
  const [inner, outer] = [parseCidr(asked), parseCidr(written)];
  return inner === undefined || outer === undefined ? undefined : contains(outer, inner);
}

type Sizes = readonly [number, number] | undefined;

function sizesOf(name: OperatorName, asked: string, written: string): Sizes {
  const parse = name.startsWith('Date') ? timeOf : numberOf;
  const [a, b] = [parse(asked.trim()), parse(written.trim())];
  return Number.isNaN(a) || Number.isNaN(b) ? undefined : [a, b];
}

function compareSizes(name: OperatorName, sizes: Sizes): Likeness {
  if (sizes === undefined) return undefined;
  const [asked, written] = sizes;
  const relation = name.replace(/^(Numeric|Date)/, '');
  if (relation === 'LessThan') return asked < written;
  if (relation === 'LessThanEquals') return asked <= written;
  if (relation === 'GreaterThan') return asked > written;
  if (relation === 'GreaterThanEquals') return asked >= written;
  return asked === written;
}

function numberOf(text: string): number {
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

/** ISO 8601 in the forms of the W3C, without a zone in UTC; or seconds since the epoch. Four digits are a year. */
function timeOf(text: string): number {
  if (/^-?\d+(\.\d+)?$/.test(text) && !/^\d{4}$/.test(text)) return Number(text) * 1_000;
  if (!/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$/i.test(text))
    return Number.NaN;
  const hasTime = /T/i.test(text);
  return Date.parse(hasTime && !/(Z|[+-]\d\d:?\d\d)$/i.test(text) ? `${text}Z` : text);
}
