/** What of an answer is kept, and how. */
import { expect, it } from 'vitest';
import { plainAnswer } from './plain.ts';

it.each<[string, unknown, unknown]>([
  ['times in ISO form', { At: new Date(0) }, { At: '1970-01-01T00:00:00.000Z' }],
  ['bytes in base64', { Blob: new Uint8Array([1, 2, 3]) }, { Blob: 'AQID' }],
  ['no metadata', { $metadata: { requestId: 'TX1' }, A: 1 }, { A: 1 }],
  ['no absent fields', { A: undefined, B: [{ C: undefined }] }, { B: [{}] }],
  ['null where it is', { A: null, B: [undefined] }, { A: null, B: [null] }],
  ['large numbers as text', { A: 12_345_678_901_234_567_890n }, { A: '12345678901234567890' }],
  ['nothing of nothing', undefined, {}],
])('an answer keeps %s', (_name, answer, expected) => {
  expect(plainAnswer(answer)).toEqual(expected);
});
