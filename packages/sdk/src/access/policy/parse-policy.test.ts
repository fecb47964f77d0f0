/** How policy documents are read, whole and broken. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePolicy } from './parse-policy.ts';

const rules = { principal: 'required' } as const;
const allow = { Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage' };

it.each([
  ['an object', { Statement: allow }],
  ['a list', { Statement: [allow] }],
  ['text', JSON.stringify({ Statement: allow })],
  ['URL-encoded text', encodeURIComponent(JSON.stringify({ Statement: allow }))],
])('one statement as %s', (_name, document) => {
  expect(parsePolicy(document, rules)?.statements).toEqual([
    {
      index: 0,
      effect: 'Allow',
      actions: { but: false, patterns: ['sqs:SendMessage'] },
      resources: undefined,
      principals: { but: false, list: [{ kind: 'anyone', text: '*' }] },
      conditions: [],
    },
  ]);
});

it.each([
  ['is no object', 'text'],
  ['Effect is neither Allow nor Deny', { ...allow, Effect: 'allow' }],
  ['names no action', { ...allow, Action: undefined }],
  ['has both Action and NotAction', { ...allow, NotAction: 's3:*' }],
  ['names no principal', { ...allow, Principal: undefined }],
  ['Action is no text', { ...allow, Action: [7] }],
])('a statement that %s grants and denies nothing and is named', (problem, statement) => {
  const policy = parsePolicy({ Statement: [statement, allow] }, rules);
  expect(policy?.statements.map(({ index }) => index)).toEqual([1]);
  expect(policy?.malformed).toEqual([`/Statement/0: ${problem}`]);
});

describe('principals', () => {
  it.each([
    ['*', 'anyone'],
    ['arn:aws:iam::*:root', 'anyone'],
    ['arn:aws:iam::111122223333:root', 'account'],
    ['111122223333', 'account'],
    ['arn:aws:iam::111122223333:role/ops', 'identity'],
    ['arn:aws-cn:sts::111122223333:assumed-role/ops/session', 'identity'],
    ['AROAEXAMPLEEXAMPLE12', 'orphaned'],
    ['arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1', 'service'],
  ])('%s is %s', (text, kind) => {
    const policy = parsePolicy({ Statement: { ...allow, Principal: { AWS: [text] } } }, rules);
    expect(policy?.statements[0]?.principals?.list.map((principal) => principal.kind)).toEqual([kind]);
  });

  it('of no known form get nothing and are named; the others count', () => {
    const policy = parsePolicy(
      { Statement: { ...allow, Principal: { AWS: ['nobody', '*'], Other: 'x' } } },
      rules,
    );
    expect(policy?.statements[0]?.principals?.list).toEqual([{ kind: 'anyone', text: '*' }]);
    expect(policy?.malformed).toHaveLength(2);
  });

  it.each(['x', ['x'], ['x', 'arn:aws:iam::111122223333:root']])('are named one by one: %j', (AWS) => {
    const policy = parsePolicy({ Statement: { ...allow, Principal: { Odd: AWS } } }, rules);
    expect(policy?.malformed[0]).toBe('/Statement/0: the principal Odd: "x" is of no known form');
  });
});

describe('conditions', () => {
  const entries = (Condition: unknown) =>
    parsePolicy({ Statement: { ...allow, Condition } }, rules)?.statements[0]?.conditions.map(
      ({ operator, key, values }) => ({ operator, key, values }),
    );

  it('are read with quantifier, suffix and folded key', () => {
    expect(
      entries({ 'ForAnyValue:StringLikeIfExists': { 'AWS:SourceArn': 'a' }, Bool: { x: true } }),
    ).toEqual([
      {
        operator: { name: 'StringLike', quantifier: 'ForAnyValue', ifExists: true },
        key: 'aws:sourcearn',
        values: ['a'],
      },
      { operator: { name: 'Bool', ifExists: false }, key: 'x', values: ['true'] },
    ]);
  });

  it.each([
    ['an unknown operator', { Sounds: { x: 'a' } }, { operator: undefined, key: 'x', values: ['a'] }],
    [
      'a nested value',
      { Bool: { x: [{}] } },
      { operator: { name: 'Bool', ifExists: false }, key: 'x', values: undefined },
    ],
    ['no block', 'text', { operator: undefined, key: '', values: undefined }],
  ])('that cannot be read stay as such: %s', (_name, condition, expected) => {
    expect(entries(condition)).toEqual([expected]);
  });
});

it('nothing throws', () => {
  const element = fc.oneof(fc.jsonValue(), fc.constantFrom('*', 'Allow', 'Deny', 's3:*'));
  const statement = fc.dictionary(
    fc.constantFrom(
      'Effect',
      'Principal',
      'NotPrincipal',
      'Action',
      'NotAction',
      'Resource',
      'Condition',
      'Sid',
    ),
    element,
  );
  const document = fc.oneof(fc.anything(), fc.record({ Statement: fc.array(statement) }));
  const reads = fc.property(document, (any) => parsePolicy(any, rules) !== null);
  expect(fc.check(reads, { seed: 20261128, numRuns: 2_000 }).failed).toBe(false);
});
