/** What changes of configs are said to mean. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../json/value.ts';
import { tellPolicyChanges } from './tell-policy-changes.ts';

const names: Readonly<Record<string, string>> = { '222233334444': 'sister' };
const telling = { noun: 'S3 bucket', nameOf: (account: string) => names[account] };

function told(before: JsonValue, after: JsonValue): readonly string[] {
  return tellPolicyChanges(before, after, telling).flatMap(({ path, sentences }) =>
    sentences.map((sentence) => `${path}: ${sentence}`),
  );
}

const policy = (...statements: readonly JsonObject[]): JsonObject => ({
  Version: '2012-10-17',
  Statement: statements.map((statement) => ({ Effect: 'Allow', ...statement })),
});

const objects = 'arn:aws:s3:::acme/*';
const put = (AWS: string, more: JsonObject = {}): JsonObject => ({
  Principal: { AWS },
  Action: 's3:PutObject',
  Resource: objects,
  ...more,
});
const lets = `/Policy: This change lets account 999988887777 write to the S3 bucket (s3:PutObject on ${objects}).`;
const takes = `/Policy: This change takes away that account 999988887777 may write to the S3 bucket (s3:PutObject on ${objects}).`;
const stranger = put('999988887777');

type Row = readonly [string, { readonly before: JsonValue; readonly after: JsonValue }, readonly string[]];

describe('a resource policy:', () => {
  const rows: readonly (readonly [string, readonly [JsonValue, JsonValue], readonly string[]])[] = [
    ['a grant more', [policy(), policy(stranger)], [lets]],
    ['a grant less', [policy(stranger), policy()], [takes]],
    ['the first policy', [null, policy(stranger)], [lets]],
    ['the policy taken away', [policy(stranger), null], [takes]],
    [
      'another account in place of one',
      [policy(put('222233334444')), policy(stranger)],
      [
        lets,
        `/Policy: This change takes away that account 222233334444 (sister) may write to the S3 bucket (s3:PutObject on ${objects}).`,
      ],
    ],
    [
      'everyone, to read and to list, on two resources',
      [
        policy(),
        policy({
          Principal: '*',
          Action: ['s3:GetObject', 's3:ListBucket'],
          Resource: [objects, 'arn:aws:s3:::acme'],
        }),
      ],
      [
        `/Policy: This change lets everyone list and read from the S3 bucket (s3:GetObject, s3:ListBucket on ${objects}, arn:aws:s3:::acme).`,
      ],
    ],
    [
      'all of a service, on the resource itself',
      [policy(), policy({ Principal: { AWS: '999988887777' }, Action: 'sqs:*', Resource: '*' })],
      [
        '/Policy: This change lets account 999988887777 read from, tag, write to and manage the permissions of the S3 bucket (sqs:*).',
      ],
    ],
    [
      'everything',
      [policy(), policy({ Principal: { AWS: '999988887777' }, Action: '*', Resource: '*' })],
      ['/Policy: This change lets account 999988887777 do anything to the S3 bucket (every action).'],
    ],
    [
      'everything but some',
      [policy(), policy({ Principal: { AWS: '999988887777' }, NotAction: 's3:*', Resource: '*' })],
      [
        '/Policy: This change lets account 999988887777 do almost anything to the S3 bucket (every action but some).',
      ],
    ],
    [
      'conditions exchanged, of which nobody can tell which are wider',
      [
        policy(put('999988887777', { Condition: { StringLike: { 'aws:SourceArn': 'a*' } } })),
        policy(put('999988887777', { Condition: { StringLike: { 'aws:SourceArn': 'ab*' } } })),
      ],
      [
        `/Policy: This change perhaps lets account 999988887777 write to the S3 bucket (s3:PutObject on ${objects}) where StringLike aws:sourcearn ab*.`,
        `/Policy: This change perhaps takes away that account 999988887777 may write to the S3 bucket (s3:PutObject on ${objects}) where StringLike aws:sourcearn a*.`,
      ],
    ],
    [
      'a Deny under a condition',
      [
        policy(stranger),
        policy(stranger, {
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:PutObject',
          Resource: '*',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      ],
      [
        '/Policy: This change forbids everyone to write to the S3 bucket (s3:PutObject) where Bool aws:securetransport false.',
      ],
    ],
    [
      'a statement that cannot be read',
      [policy(stranger), { Statement: [{ Effect: 'Allow' }, { Principal: '*' }] }],
      [
        takes,
        '/Policy: What /Policy means now cannot be told whole: /Statement/0: names no action; /Statement/1: Effect is neither Allow nor Deny.',
      ],
    ],
    [
      'what is no document any more',
      [policy(stranger), { malformed: '{"Statement": [' }],
      [takes, '/Policy: What /Policy means now cannot be told whole: it is no policy document.'],
    ],
  ];
  it.each(rows)('%s', (_name, [before, after], expected) => {
    expect(told({ Policy: before }, { Policy: after })).toEqual(expected);
  });
});

describe('nothing is told of', () => {
  it.each<Row>([
    [
      'a rewriting',
      {
        before: { Policy: policy(stranger) },
        after: { Policy: policy({ ...stranger, Sid: 'x', Action: ['S3:putobject'] }) },
      },
      [],
    ],
    [
      'another field',
      { before: { Policy: policy(stranger), A: 1 }, after: { Policy: policy(stranger), A: 2 } },
      [],
    ],
    [
      'statements of other things',
      { before: { Rules: [] }, after: { Rules: [{ Statement: { ByteMatchStatement: { Field: 'x' } } }] } },
      [],
    ],
    ['an empty policy', { before: { Policy: null }, after: { Policy: policy() } }, []],
  ])('%s', (_name, { before, after }, expected) => {
    expect(told(before, after)).toEqual(expected);
  });
});

describe('identities and where policies lie:', () => {
  const inline = (PolicyName: string, Action: string): JsonObject => ({
    PolicyName,
    PolicyDocument: policy({ Action, Resource: '*' }),
  });
  const [queue, topic] = [inline('q', 'sqs:SendMessage'), inline('t', 'sns:Publish')];
  it.each<Row>([
    [
      'an inline policy more, before the others',
      { before: { Inline: [topic] }, after: { Inline: [queue, topic] } },
      ['/Inline/*/PolicyDocument: This change grants sqs:SendMessage on everything.'],
    ],
    [
      'one less',
      { before: { Inline: [queue, topic] }, after: { Inline: [topic] } },
      ['/Inline/*/PolicyDocument: This change takes away sqs:SendMessage on everything.'],
    ],
    ['another order', { before: { Inline: [queue, topic] }, after: { Inline: [topic, queue] } }, []],
    [
      'another name',
      { before: { Inline: [queue] }, after: { Inline: [inline('r', 'sqs:SendMessage')] } },
      [],
    ],
    [
      'a trust policy',
      {
        before: { Trust: policy() },
        after: { Trust: policy({ Principal: { AWS: '999988887777' }, Action: 'sts:AssumeRole' }) },
      },
      ['/Trust: This change lets account 999988887777 take on the S3 bucket (sts:AssumeRole).'],
    ],
    [
      'a document as text for URLs',
      {
        before: {},
        after: {
          Doc: encodeURIComponent(JSON.stringify(policy({ Action: 'sqs:SendMessage', Resource: '*' }))),
        },
      },
      ['/Doc: This change grants sqs:SendMessage on everything.'],
    ],
  ])('%s', (_name, { before, after }, expected) => {
    expect(told(before, after)).toEqual(expected);
  });
});

it('whatever stands there, nothing is thrown, and the same means no change', () => {
  const part = fc.oneof(fc.jsonValue(), fc.constantFrom('*', 'Allow', 'Deny', 's3:*', '%7B%22Statement%22'));
  const statement = fc.dictionary(
    fc.constantFrom('Effect', 'Action', 'NotAction', 'Resource', 'Principal', 'NotPrincipal', 'Condition'),
    part,
  );
  const config = fc.record({
    Policy: fc.record({ Statement: fc.oneof(part, fc.array(statement)) }),
    Other: part,
  });
  const property = fc.property(config, config, (one, other) => {
    const [before, after]: readonly JsonValue[] = JSON.parse(JSON.stringify([one, other]));
    told(before ?? null, after ?? null);
    return told(before ?? null, before ?? null).length === 0;
  });
  expect(fc.check(property, { seed: 4, numRuns: 2000 }).failed).toBe(false);
});
