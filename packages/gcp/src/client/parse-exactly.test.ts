import { expect, it } from 'vitest';
import { parseExactly } from './parse-exactly.ts';

it.each([
  ['{"id":4234567890123456789}', { id: '4234567890123456789' }],
  ['{"id": -4234567890123456789, "n": 12}', { id: '-4234567890123456789', n: 12 }],
  ['[9007199254740993,9007199254740991]', ['9007199254740993', 9007199254740991]],
  [
    '{"text":"a,4234567890123456789","id":"4234567890123456789"}',
    { text: 'a,4234567890123456789', id: '4234567890123456789' },
  ],
  ['{"share":0.1234567890123456789,"big":1e30}', { share: 0.12345678901234568, big: 1e30 }],
  ['{"size":20.0}', { size: 20 }],
])('%s', (text, expected) => {
  expect(parseExactly(text)).toEqual(expected);
});

it('refuses what is no JSON', () => {
  expect(() => parseExactly('{"id":4234567890123456789')).toThrow(SyntaxError);
});
