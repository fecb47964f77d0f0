/** Configurations as lines: nothing lost, every pointer found. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../words/json.ts';
import { isOnLine, type JsonLine, jsonLines, readablePath } from './json-lines.ts';

const text = ({ depth, pieces }: JsonLine): string =>
  `${'  '.repeat(depth)}${pieces.map((piece) => piece.text).join('')}`;

const bucket: Json = {
  Logging: { TargetBucket: 'logs' },
  Policy: { Statement: [{ Action: 's3:GetObject', Principal: '*' }, {}] },
  'a/b': true,
};

describe('lines', () => {
  it('keep small flat values together', () => {
    expect(jsonLines(bucket).map(text)).toEqual([
      '{',
      '  "Logging": { "TargetBucket": "logs" },',
      '  "Policy": {',
      '    "Statement": [',
      '      { "Action": "s3:GetObject", "Principal": "*" },',
      '      {}',
      '    ]',
      '  },',
      '  "a/b": true',
      '}',
    ]);
  });

  it('are JSON again when put together', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json: Json = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(jsonLines(json).map(text).join('\n'))).toEqual(json);
      }),
      { seed: 5 },
    );
  });

  it.each([
    ['/Logging/TargetBucket', [1]],
    ['/Policy/Statement/0', [4]],
    ['/Policy/Statement/0/Action', [4]],
    ['/Policy/Statement', [3, 4, 5, 6]],
    ['/a~1b', [8]],
    ['/Gone', []],
  ])('of %s are found', (pointer, expected) => {
    const found = jsonLines(bucket).flatMap((line, index) => (isOnLine(line, pointer) ? [index] : []));
    expect(found).toEqual(expected);
  });
});

it.each([
  ['/Policy/Statement/0/Action', 'Policy.Statement[0].Action'],
  ['/a~1b', 'a/b'],
  ['@grants', 'grants'],
  ['', ''],
])('the pointer %s reads as %s', (pointer, readable) => {
  expect(readablePath(pointer)).toBe(readable);
});
