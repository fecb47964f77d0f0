/** How redaction behaves beyond what it finds: declared paths, stability, identity, odd and huge input. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashText } from './hash.ts';
import { redactConfig, redactText } from './redact.ts';
import type { JsonObject, JsonValue } from './value.ts';

const digest = (text: string): string => `redacted:k1:${hashText(text)}`;
const mark = (text: string): string => `<${text}>`;

describe('declared paths', () => {
  test.each<[string, readonly string[], JsonObject, JsonObject]>([
    ['a string', ['/a'], { a: 'x', b: 'x' }, { a: '<x>', b: 'x' }],
    [
      'every text and number below',
      ['/a'],
      { a: { b: ['x', 1, { c: 'y' }] } },
      { a: { b: ['<x>', '<1>', { c: '<y>' }] } },
    ],
    [
      'switches, names and references, too',
      ['/a'],
      { a: ['true', 'arn:aws:s3:::b', { Name: 'n' }] },
      { a: ['<true>', '<arn:aws:s3:::b>', { Name: '<n>' }] },
    ],
    ['not booleans, null and nothing', ['/a'], { a: [true, null, '', {}] }, { a: [true, null, '', {}] }],
    [
      'any key',
      ['/env/*/value'],
      { env: { p: { value: 'x', name: 'n' }, q: { value: 'y' } } },
      { env: { p: { value: '<x>', name: 'n' }, q: { value: '<y>' } } },
    ],
    ['any element', ['/l/*/v'], { l: [{ v: 'x' }, { w: 'x' }] }, { l: [{ v: '<x>' }, { w: 'x' }] }],
    ['a path below another name', ['/list/1'], { list: ['x', 'y'] }, { list: ['x', '<y>'] }],
    [
      'a path in an environment',
      ['/env/A'],
      { env: { A: 'true', B: 'x' } },
      { env: { A: '<true>', B: '<x>' } },
    ],
    ['the whole', [''], { a: 'x' }, { a: '<x>' }],
    ['a path to nothing', ['/none/at/all'], { a: 'x' }, { a: 'x' }],
    ['an escaped key', ['/a~1b'], { 'a/b': 'x', a: { b: 'x' } }, { 'a/b': '<x>', a: { b: 'x' } }],
  ])('%s', (...[, secret, config, expected]) => {
    expect(redactConfig(config, { secret, digest: mark })).toEqual(expected);
  });
});

describe('what is replaced', () => {
  test.each<[string, JsonObject, JsonObject]>([
    [
      'the value alone, not the text around it',
      { Url: 'postgres://app:hunter2@db/app' },
      { Url: 'postgres://app:<hunter2>@db/app' },
    ],
    ['each of several', { T: 'a password=x1 and token: y2.' }, { T: 'a password=<x1> and token: <y2.>' }],
    ['the value of NAME=value', { Env: ['A=b=c', 'D=', 'plain'] }, { Env: ['A=<b=c>', '<D=>', '<plain>'] }],
    [
      'the value of an entry',
      { environment: [{ name: 'A', value: 'b', type: 'PLAINTEXT' }] },
      { environment: [{ name: 'A', value: '<b>', type: 'PLAINTEXT' }] },
    ],
    [
      'values in JSON text, which stays JSON',
      { Text: '{"a":1,"password":"x"}' },
      { Text: '{"a":1,"password":"<x>"}' },
    ],
    [
      'the secret of a pair of keys',
      { AccessKeyId: 'AKIAIOSFODNN7EXAMPLE', SecretAccessKey: 'x' },
      { AccessKeyId: 'AKIAIOSFODNN7EXAMPLE', SecretAccessKey: '<x>' },
    ],
    ['a key', { m: { AKIAIOSFODNN7EXAMPLE: 1 } }, { m: { '<AKIAIOSFODNN7EXAMPLE>': 1 } }],
    [
      'in what is known by ids of access keys, all but those',
      {
        AccessKeyLastUsed: { AKIAIOSFODNN7EXAMPLE: { ServiceName: 'password=x', LastUsedDate: '2026' } },
        Last: { AKIAIOSFODNN7EXAMPLE: '' },
      },
      {
        AccessKeyLastUsed: { AKIAIOSFODNN7EXAMPLE: { ServiceName: 'password=<x>', LastUsedDate: '2026' } },
        Last: { '<AKIAIOSFODNN7EXAMPLE>': '' },
      },
    ],
    [
      'beside a member named __proto__',
      JSON.parse('{"__proto__":{"password":"x"},"Password":"y"}') as JsonObject,
      JSON.parse('{"__proto__":{"password":"<x>"},"Password":"<y>"}') as JsonObject,
    ],
  ])('%s', (...[, config, expected]) => {
    expect(JSON.stringify(redactConfig(config, { secret: [], digest: mark }))).toBe(JSON.stringify(expected));
  });
});

test('does not change its argument', () => {
  const config = { a: { Password: 'x' }, b: ['token=abc'] };
  const before = structuredClone(config);
  redactConfig(config, { secret: ['/b'], digest });
  expect(config).toEqual(before);
});

test('copies only what changes', () => {
  const config = { same: { list: [1, { x: 'y' }] }, other: { Password: 'x' } };
  expect(redactConfig(config, { secret: [], digest })['same']).toBe(config.same);
});

test('bytes that are no secret become base64, as they will be stored', () => {
  const config = { Blob: new Uint8Array([1, 2]), At: new Date(0) } as unknown as JsonObject;
  expect(redactConfig(config, { secret: [], digest })).toEqual({
    Blob: 'AQI=',
    At: '1970-01-01T00:00:00.000Z',
  });
});

const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Texts in which each of these stands between blanks must lose it, whatever stands before it. */
const secrets = fc.oneof(
  fc.stringMatching(/^AKIA[A-Z2-7]{16}$/),
  fc.stringMatching(/^ghp_[A-Za-z0-9]{36}$/),
  fc.stringMatching(/^eyJ[A-Za-z0-9_-]{20}\.[A-Za-z0-9_-]{20}\.[A-Za-z0-9_-]{20}$/),
  fc.stringMatching(/^xoxb-[0-9]{12}-[A-Za-z0-9]{24}$/),
  fc.stringMatching(/^sk_live_[A-Za-z0-9]{24}$/),
);
const around = fc.constantFrom(
  ' ',
  '"',
  "'",
  ':',
  '=',
  '\n',
  '(',
  ',',
  ' token ',
  ' password=',
  '/',
  '?x=',
  '{"a":"',
  '%20',
  '\t-p ',
  'é',
  '@',
);
const filler = fc.oneof(
  fc.string(),
  fc.constantFrom('redacted:k1:00', 'Bearer', 'arn:aws:s3:::b', '://', '--password', '"token":'),
);
const texts = fc.tuple(filler, around, secrets, around, filler);

describe('for any text', () => {
  test('a secret vanishes wherever it stands', () => {
    fc.assert(
      fc.property(texts, ([before, left, secret, right, after]) => {
        const text = `${before}${left}${secret}${right}${after}`;
        expect(redactText(text, { digest })).not.toContain(secret);
        expect(JSON.stringify(redactConfig({ a: [{ b: text }] }, { secret: [], digest }))).not.toContain(
          secret,
        );
      }),
      { seed: 3, numRuns: 1000 },
    );
  });

  test('redacting twice is redacting once', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            texts.map((parts) => parts.join('')),
            filler,
            around,
          ),
          { maxLength: 6 },
        ),
        (parts) => {
          const once = redactText(parts.join(''), { digest });
          expect(redactText(once, { digest })).toBe(once);
        },
      ),
      { seed: 3, numRuns: 1000 },
    );
  });

  test('of configs, too', () => {
    const key = fc.constantFrom(
      'Password',
      'Environment',
      'env',
      'Variables',
      'metadata',
      'Key',
      'Value',
      'name',
      'value',
      'UserData',
      'Tags',
      'x',
      'DatadogKey',
      'AccessKeyId',
      'AccessKeyLastUsed',
      'AKIAIOSFODNN7EXAMPLE',
    );
    const config = fc.letrec<{ value: JsonValue; object: JsonObject }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        secrets,
        filler,
        fc.integer(),
        fc.array(tie('value'), { maxLength: 3 }),
        tie('object'),
      ),
      object: fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    })).object;
    fc.assert(
      fc.property(config, (value) => {
        const once = redactConfig(value, { secret: ['/x', '/Tags/*/x'], digest });
        expect(redactConfig(once, { secret: ['/x', '/Tags/*/x'], digest })).toBe(once);
      }),
      { seed: 3, numRuns: 1000 },
    );
  });

  test('of random AWS secret keys without any hint, at least 99 in 100 are found', () => {
    const missed = fc
      .sample(fc.string({ unit: fc.constantFrom(...base64.split('')), minLength: 40, maxLength: 40 }), {
        seed: 3,
        numRuns: 10_000,
      })
      .filter((secret) => redactText(`x ${secret} y`, { digest }).includes(secret));
    expect(missed.length).toBeLessThan(100);
  });
});

describe('huge text is searched in linear time, and what cannot be searched is a secret', () => {
  const size = 300_000;
  test.each([
    '-----BEGIN ',
    '-----BEGIN RSA PRIVATE KEY-----',
    '-',
    'eyJ',
    'eyJabcdefgh.',
    'SG.',
    '1//0',
    '://',
    '://a:',
    '$2a$',
    'curl -u ',
    ' -p',
    'mysql ',
    'bearer ',
    'password=',
    'password="',
    'password="\\',
    '\\"',
    'a-',
    'a: ',
    '--a ',
    '{"a":',
    '[',
    'x.atlasv1.',
    'sk-',
    '0123456789abcdef',
  ])('%j', (part) => {
    const text = part.repeat(Math.ceil(size / part.length));
    expect(redactText(`${text} AKIAIOSFODNN7EXAMPLE`, { digest })).not.toContain('AKIAIOSFODNN7EXAMPLE');
  });
});
