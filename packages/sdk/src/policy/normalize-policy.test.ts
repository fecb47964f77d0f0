/** Policy documents: forms that mean the same become the same, and others do not. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText } from '../json/canonical.ts';
import type { JsonValue } from '../json/value.ts';
import { normalizePolicy } from './normalize-policy.ts';

const statement = {
  Sid: 'a',
  Effect: 'Allow',
  Principal: { AWS: ['arn:aws:iam::123456789012:root'] },
  Action: ['s3:GetObject'],
  Resource: ['arn:aws:s3:::b/*'],
};
const document = { Version: '2012-10-17', Statement: [statement] };
const text = JSON.stringify(document);

describe('means the same', () => {
  test.each<[string, unknown, unknown]>([
    ['text and object', text, document],
    ['text with blanks', `\n ${JSON.stringify(document, null, 2)} `, document],
    ['URL-encoded text', encodeURIComponent(text), document],
    ['one statement and a list of one', { ...document, Statement: statement }, document],
    [
      'one action and a list of one',
      { Statement: [{ ...statement, Action: 's3:GetObject' }] },
      { Statement: [statement] },
    ],
    [
      'another order of actions',
      { Statement: [{ Action: ['b', 'a'] }] },
      { Statement: [{ Action: ['a', 'b'] }] },
    ],
    [
      'a repeated action',
      { Statement: [{ NotAction: ['a', 'b', 'a'] }] },
      { Statement: [{ NotAction: ['a', 'b'] }] },
    ],
    [
      'another order of resources',
      { Statement: [{ NotResource: ['b', 'a'] }] },
      { Statement: [{ NotResource: ['a', 'b'] }] },
    ],
    [
      'another order of principals',
      { Statement: [{ Principal: { AWS: ['2', '1'], Service: 's' } }] },
      { Statement: [{ Principal: { Service: ['s'], AWS: ['1', '2'] } }] },
    ],
    [
      'an account number as a number',
      { Statement: [{ NotPrincipal: { AWS: 123456789012 } }] },
      { Statement: [{ NotPrincipal: { AWS: ['123456789012'] } }] },
    ],
    [
      'another order of statements',
      { Statement: [{ Sid: 'b' }, { Sid: 'a' }] },
      { Statement: [{ Sid: 'a' }, { Sid: 'b' }] },
    ],
    ['another order of keys', { Statement: [], Version: '1' }, { Version: '1', Statement: [] }],
    [
      'condition keys in another case',
      { Statement: [{ Condition: { StringEquals: { 'AWS:SourceIp': 'x' } } }] },
      { Statement: [{ Condition: { StringEquals: { 'aws:sourceip': ['x'] } } }] },
    ],
    [
      'a condition value as boolean and text',
      { Statement: [{ Condition: { Bool: { 'aws:SecureTransport': false } } }] },
      { Statement: [{ Condition: { Bool: { 'aws:securetransport': ['false'] } } }] },
    ],
    [
      'another order of condition values',
      { Statement: [{ Condition: { IpAddress: { 'aws:SourceIp': ['b', 'a', 'b'] } } }] },
      { Statement: [{ Condition: { IpAddress: { 'aws:SourceIp': ['a', 'b'] } } }] },
    ],
  ])('%s', (_, one, other) => {
    expect(canonicalText(normalizePolicy(one))).toBe(canonicalText(normalizePolicy(other)));
  });
});

describe('means something else', () => {
  test.each<[string, unknown, unknown]>([
    ['another effect', { Statement: [{ Effect: 'Allow' }] }, { Statement: [{ Effect: 'Deny' }] }],
    [
      'everyone and every AWS principal',
      { Statement: [{ Principal: '*' }] },
      { Statement: [{ Principal: { AWS: '*' } }] },
    ],
    ['Action and NotAction', { Statement: [{ Action: 'a' }] }, { Statement: [{ NotAction: 'a' }] }],
    ['values of another case', { Statement: [{ Resource: 'A' }] }, { Statement: [{ Resource: 'a' }] }],
    [
      'another operator',
      { Statement: [{ Condition: { StringLike: { k: 'x' } } }] },
      { Statement: [{ Condition: { StringEquals: { k: 'x' } } }] },
    ],
    ['a repeated statement', { Statement: [{ Sid: 'a' }, { Sid: 'a' }] }, { Statement: [{ Sid: 'a' }] }],
    [
      'keys that differ in case only, and one of them',
      { Statement: [{ Condition: { Bool: { A: '1', a: '2' } } }] },
      { Statement: [{ Condition: { Bool: { a: '2' } } }] },
    ],
    ['an empty list and none', { Statement: [{ Action: [] }] }, { Statement: [{}] }],
    ['another id', { Id: 'a', Statement: [] }, { Id: 'b', Statement: [] }],
  ])('%s', (_, one, other) => {
    expect(canonicalText(normalizePolicy(one))).not.toBe(canonicalText(normalizePolicy(other)));
  });
});

test('the form', () => {
  const policy = {
    Version: '2012-10-17',
    Id: 'p',
    Statement: {
      Sid: 'one',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: ['b', 'a'],
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
  };
  expect(normalizePolicy(policy)).toEqual({
    Id: 'p',
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'one',
        Effect: 'Deny',
        Principal: '*',
        Action: ['s3:*'],
        Resource: ['a', 'b'],
        Condition: { Bool: { 'aws:securetransport': ['false'] } },
      },
    ],
  });
});

describe('what is no policy', () => {
  test.each<[unknown, JsonValue]>([
    [null, null],
    [undefined, null],
    ['', { malformed: '' }],
    ['not json', { malformed: 'not json' }],
    ['{"Statement":', { malformed: '{"Statement":' }],
    ['%7B%22a', { malformed: '%7B%22a' }],
    ['100%', { malformed: '100%' }],
    ['"text"', { malformed: '"text"' }],
    ['[]', { malformed: '[]' }],
    ['null', { malformed: 'null' }],
    ['x\0', { malformed: 'x\u2400' }],
    [42, { malformed: '42' }],
    [[1], { malformed: '[1]' }],
    [{}, {}],
    [{ Statement: 'x' }, { Statement: ['x'] }],
    [{ Statement: [null, 1] }, { Statement: [1, null] }],
    [
      { Statement: [{ Action: { a: 1 }, Condition: 'x', Principal: 1 }] },
      { Statement: [{ Action: { a: 1 }, Condition: 'x', Principal: 1 }] },
    ],
    [
      { Statement: [{ Condition: { Bool: 'x' }, Resource: [['a']] }] },
      { Statement: [{ Condition: { Bool: 'x' }, Resource: [['a']] }] },
    ],
  ])('%j', (value, expected) => {
    expect(normalizePolicy(value)).toEqual(expected);
  });
});

test('nothing throws, and normalising twice is normalising once', () => {
  const member = fc.constantFrom('Action', 'Principal', 'Condition', 'Resource', 'Sid');
  const statements = fc.array(fc.dictionary(member, fc.jsonValue({ maxDepth: 3 })), { maxLength: 3 });
  const anything = fc.oneof(fc.anything(), fc.string(), fc.record({ Statement: statements }), fc.json());
  fc.assert(
    fc.property(anything, (value) => {
      const once = normalizePolicy(value);
      expect(canonicalText(normalizePolicy(once))).toBe(canonicalText(once));
    }),
    { seed: 5, numRuns: 1000 },
  );
});
