/** Which terms an index answers. */
import { expect, test } from 'vitest';
import { parseQuery } from './parse.ts';
import { printQuery } from './print.ts';
import { splitIndexed } from './split-indexed.ts';
import { itemVocabulary } from './vocabulary-items.ts';

function split(text: string): readonly string[] | undefined {
  const parsed = parseQuery(text, itemVocabulary);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  const parts = splitIndexed(parsed.query);
  return parts && [printQuery(parts.indexed), printQuery(parts.rest)];
}

test.each([
  ['tag:team=web', ['tag:team=web', '']],
  ['tag:team', ['tag:team', '']],
  ['word', ['word', '']],
  ['account:a tag:team=web word score>=5', ['tag:team=web word', 'account:a score>=5']],
  ['tag:team=web (region:a OR region:b)', ['tag:team=web', 'region:a OR region:b']],
])('%s', (text, parts) => {
  expect(split(text)).toEqual(parts);
});

test.each([
  '',
  'account:a',
  'tag:team=w*',
  'tag:t*=web',
  'wo*d',
  '-tag:team=web',
  'tag:team=web OR tag:team=shop',
  'tag:team=web is:deleted',
  'name:word',
])('%s has none, or none that must match', (text) => {
  expect(split(text)).toBeUndefined();
});
