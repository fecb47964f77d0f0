/** Sentences of messages. */
import { expect, it } from 'vitest';
import { sentence } from './words.ts';

it.each([
  ['everyone may read it', 'Everyone may read it.'],
  ['is it so?', 'Is it so?'],
  ['unknown.', 'Unknown.'],
  ['allUsers has the role READER', 'allUsers has the role READER.'],
  ['sqs:SendMessage is allowed', 'sqs:SendMessage is allowed.'],
])('%j stands as %j', (text, sentenceOfIt) => {
  expect(sentence(text)).toBe(sentenceOfIt);
});
