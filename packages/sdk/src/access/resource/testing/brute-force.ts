/** A second, naive reading of resource policies: one concrete request at a time, straight from AWS's evaluation rules. */
import type { Choice, Entry, MadeStatement, Name } from './some-policies.ts';

export type Request = {
  /** The ARN of the caller; undefined for one without credentials. */
  readonly caller: string | undefined;
  readonly action: string;
  readonly resource: string;
  /** By key in lower case. A key that is not there is absent. */
  readonly context: Readonly<Record<string, readonly string[]>>;
  /** Milliseconds since the epoch. */
  readonly now: number;
};

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html */
export function isAllowed(policy: readonly MadeStatement[], request: Request): boolean {
  const hit = policy.filter((statement) => matches(statement, request));
  return hit.length > 0 && hit.every(({ effect }) => effect === 'Allow');
}

function matches({ principals, actions, resources, entries }: MadeStatement, request: Request): boolean {
  return (
    chosen(principals, (name) => names(name, request.caller)) &&
    chosen(actions, (pattern) => like(pattern.toLowerCase(), request.action.toLowerCase())) &&
    chosen(resources, (pattern) => like(pattern, request.resource)) &&
    entries.every((entry) => holds(entry, request))
  );
}

function chosen<Element>({ not, of }: Choice<Element>, fits: (element: Element) => boolean): boolean {
  return of.some(fits) !== not;
}

/** The callers asked about are of an account that no policy names. */
function names({ type, text }: Name, caller: string | undefined): boolean {
  return type === 'AWS' && (text === '*' || text === caller);
}

function holds({ operator, key, values }: Entry, request: Request): boolean {
  const [, set, name = '', ifExists] = /^(ForAllValues:|ForAnyValue:)?(.+?)(IfExists)?$/.exec(operator) ?? [];
  const found = key === 'aws:CurrentTime' ? [String(request.now)] : request.context[key.toLowerCase()];
  if (name === 'Null') return values.some((value) => (value === 'true') === (found === undefined));
  const isNegated = name.includes('Not');
  if (found === undefined)
    return ifExists !== undefined || set === 'ForAllValues:' || (isNegated && set === undefined);
  const wanted = values.map((value) => filled(value, request));
  const fits = (actual: string) =>
    wanted.some((value) => compares(name.replace('Not', ''), value, actual)) !== isNegated;
  return set === 'ForAnyValue:' ? found.some(fits) : found.every(fits);
}

function filled(value: string, { context }: Request): string {
  return value.replace(/\$\{([^}]+)\}/g, (_, key: string) => context[key.toLowerCase()]?.[0] ?? '\u0000');
}

function compares(name: string, value: string, actual: string): boolean {
  switch (name) {
    case 'StringLike':
      return like(value, actual);
    case 'ArnLike':
    case 'ArnEquals':
      return likeArn(value, actual);
    case 'IpAddress':
      return isWithin(value, actual);
    case 'DateLessThan':
      return Number(actual) < Date.parse(value);
    case 'DateGreaterThan':
      return Number(actual) > Date.parse(value);
    default:
      return value === actual;
  }
}

const compiled = new Map<string, RegExp>();

function like(pattern: string, text: string): boolean {
  const regex = compiled.get(pattern) ?? compile(pattern);
  compiled.set(pattern, regex);
  return regex.test(text);
}

function compile(pattern: string): RegExp {
  const source = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\/]/g, String.raw`\$&`));
  return new RegExp(`^${source.join('.*')}$`, 's');
}

function likeArn(pattern: string, text: string): boolean {
  const [wanted, actual] = [partsOf(pattern), partsOf(text)];
  return wanted.length === actual.length && wanted.every((part, at) => like(part, actual[at] ?? ''));
}

function partsOf(arn: string): readonly string[] {
  const parts = arn.split(':');
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
}

function isWithin(cidr: string, address: string): boolean {
  const [base = '', prefix = ''] = cidr.split('/');
  const size = 2 ** (32 - Number(prefix));
  return Math.floor(numberOf(base) / size) === Math.floor(numberOf(address) / size);
}

function numberOf(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}
