/** Generated resource policies over a small alphabet in which most of what can go wrong meets: pins, traps and Denies. */
import * as fc from 'fast-check';

export const owner = '314159265358';
export const friend = '161803398874';
export const stranger = '999988887777';
export const organization = 'o-harbor7pk2';

/** What the element holds, or (`not`) everything but that. */
export type Choice<Element> = { readonly not: boolean; readonly of: readonly Element[] };
export type Name = { readonly type: 'AWS' | 'Service' | 'Federated'; readonly text: string };
export type Entry = {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
};
export type MadeStatement = {
  readonly effect: 'Allow' | 'Deny';
  readonly principals: Choice<Name>;
  readonly actions: Choice<string>;
  readonly resources: Choice<string>;
  readonly entries: readonly Entry[];
};

/** How the same policy may be written. */
export type Style = {
  readonly isReversed: boolean;
  readonly prefersScalars: boolean;
  readonly letters: 'as documented' | 'upper' | 'lower';
};
export const plain: Style = { isReversed: false, prefersScalars: false, letters: 'as documented' };

const aws = (text: string): Name => ({ type: 'AWS', text });
const someone: readonly Name[] = [
  aws(owner),
  aws(`arn:aws:iam::${owner}:role/pilot`),
  aws(friend),
  aws('arn:aws:iam::271828182845:role/x'),
  { type: 'Service', text: 'sns.amazonaws.com' },
  { type: 'Federated', text: 'www.amazon.com' },
];
const principals: fc.Arbitrary<Choice<Name>> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ not: false, of: [aws('*')] }) },
  { weight: 3, arbitrary: choice(fc.constantFrom(aws('*'), ...someone), 6) },
);

/** A choice of one or two, seldom negated. */
function choice<Element>(element: fc.Arbitrary<Element>, weight: number): fc.Arbitrary<Choice<Element>> {
  const not = fc.oneof({ weight, arbitrary: fc.constant(false) }, fc.constant(true));
  return fc.record({ not, of: fc.array(element, { minLength: 1, maxLength: 2 }) });
}

const bucket = 'arn:aws:s3:::harbour';
const actions = fc.constantFrom(
  's3:GetObject',
  's3:PutObject',
  's3:Get*',
  's3:*',
  '*',
  'sts:AssumeRole',
  'lambda:InvokeFunctionUrl',
);
const resources = fc.constantFrom('*', bucket, `${bucket}/*`, `${bucket}/a/*`, `${bucket}/a/b`);

type Keyed = readonly [key: string, operators: readonly string[], values: readonly string[]];
const strings = ['StringEquals', 'StringLike', 'StringNotEquals', 'StringNotLike'] as const;
const arns = ['ArnLike', 'ArnNotLike', 'StringLike', 'ArnEquals'] as const;
const vocabulary: readonly Keyed[] = [
  ['aws:PrincipalOrgID', strings, [organization, 'o-other4zz', 'o-*']],
  ['aws:PrincipalOrgPaths', ['StringLike', 'StringNotLike'], [`${organization}/*`, 'o-*/r-h1/*']],
  ['aws:PrincipalAccount', strings, [owner, friend, '271828182845', '*', `\${aws:PrincipalAccount}`]],
  ['aws:SourceVpce', strings, ['vpce-0gangway', 'vpce-*']],
  ['aws:SourceIp', ['IpAddress', 'NotIpAddress'], ['203.0.113.0/24', '0.0.0.0/1', '128.0.0.0/1', 'x']],
  [
    'aws:PrincipalArn',
    arns,
    [`arn:aws:iam::${owner}:role/*`, 'arn:aws:iam::*:role/x', `arn:aws:iam:*:${owner}:role/x`],
  ],
  ['aws:userid', ['StringLike', 'StringNotLike'], ['AROAHARBOURPILOT77XYZ:*', '*:night']],
  ['aws:PrincipalIsAWSService', ['Bool'], ['true', 'false']],
  ['aws:SecureTransport', ['Bool'], ['true', 'false']],
  ['aws:PrincipalTag/crew', strings, ['night', '*']],
  ['aws:CurrentTime', ['DateLessThan', 'DateGreaterThan'], ['2020-01-01T00:00:00Z', '2040-01-01T00:00:00Z']],
  ['sts:ExternalId', ['StringEquals'], ['mooring-44']],
];
const entry: fc.Arbitrary<Entry> = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...vocabulary).chain(entryOn) },
  fc
    .record({ key: fc.constantFrom(...vocabulary), value: fc.constantFrom('true', 'false') })
    .map(({ key: [key], value }) => ({ operator: 'Null', key, values: [value] })),
);

function entryOn([key, operators, values]: Keyed): fc.Arbitrary<Entry> {
  const prefix = fc.constantFrom('', '', '', 'ForAnyValue:', 'ForAllValues:');
  const suffix = fc.constantFrom('', '', '', 'IfExists');
  return fc
    .record({
      name: fc.constantFrom(...operators),
      prefix,
      suffix,
      values: fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 }),
    })
    .map((made) => ({ operator: `${made.prefix}${made.name}${made.suffix}`, key, values: made.values }));
}

const entries = fc.uniqueArray(entry, { maxLength: 3, selector: placeOf });

/** Two entries of one place cannot stand in one condition block. */
export function placeOf({ operator, key }: Entry): string {
  return `${operator} ${key}`;
}

export const anyEntry = entry;
export const allow: fc.Arbitrary<MadeStatement> = statement('Allow');
export const deny: fc.Arbitrary<MadeStatement> = statement('Deny');
export const statements = fc.array(fc.oneof(allow, allow, deny), { minLength: 1, maxLength: 4 });

/** A Deny of everything is the one whose condition matters most. */
function oftenAll(pattern: fc.Arbitrary<string>): fc.Arbitrary<Choice<string>> {
  return fc.oneof(fc.constant({ not: false, of: ['*'] }), choice(pattern, 8));
}

function statement(effect: 'Allow' | 'Deny'): fc.Arbitrary<MadeStatement> {
  return fc.record({
    effect: fc.constant(effect),
    principals,
    actions: effect === 'Deny' ? oftenAll(actions) : choice(actions, 8),
    resources: effect === 'Deny' ? oftenAll(resources) : choice(resources, 8),
    entries,
  });
}

export function written(made: readonly MadeStatement[], style: Style = plain) {
  const list = made.map((one) => writtenStatement(one, style));
  return { Version: '2012-10-17', Statement: many(list, style) };
}

function writtenStatement(
  { effect, principals: who, actions: what, resources: on, entries: held }: MadeStatement,
  style: Style,
) {
  const inLetters = (text: string) => lettered(text, style);
  return {
    Effect: effect,
    [who.not ? 'NotPrincipal' : 'Principal']: writtenNames(who.of, style),
    [what.not ? 'NotAction' : 'Action']: many(what.of.map(inLetters), style),
    [on.not ? 'NotResource' : 'Resource']: many(on.of, style),
    ...(held.length > 0 && { Condition: writtenCondition(held, style) }),
  };
}

function writtenNames(names: readonly Name[], style: Style) {
  const [only] = names;
  if (style.prefersScalars && names.length === 1 && only?.text === '*') return '*';
  const types = [...new Set(names.map(({ type }) => type))];
  const textsOf = (wanted: string) => names.filter(({ type }) => type === wanted).map(({ text }) => text);
  return Object.fromEntries(inOrder(types, style).map((type) => [type, many(textsOf(type), style)]));
}

function writtenCondition(held: readonly Entry[], style: Style) {
  const operators = [...new Set(held.map(({ operator }) => operator))];
  const testsOf = (wanted: string) =>
    inOrder(held, style)
      .filter(({ operator }) => operator === wanted)
      .map(({ key, values }) => [lettered(key, style), many(values, style)]);
  return Object.fromEntries(
    inOrder(operators, style).map((operator) => [operator, Object.fromEntries(testsOf(operator))]),
  );
}

function many<Element>(list: readonly Element[], style: Style): Element | readonly Element[] {
  const [only] = list;
  return style.prefersScalars && list.length === 1 && only !== undefined ? only : inOrder(list, style);
}

function inOrder<Element>(list: readonly Element[], { isReversed }: Style): readonly Element[] {
  return isReversed ? list.toReversed() : list;
}

function lettered(text: string, { letters }: Style): string {
  if (letters === 'as documented') return text;
  return letters === 'upper' ? text.toUpperCase() : text.toLowerCase();
}
