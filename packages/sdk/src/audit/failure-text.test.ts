/** What a failing check may say of its error. */
import { expect, it } from 'vitest';
import { failureText } from './failure-text.ts';

const config = { Name: 'crate', Key: 'AKIA1234', Deep: [{ Text: 'hunter2 is my word' }], Short: 'is' };

it.each([
  ['an error', new TypeError('x is not a function'), 'TypeError: x is not a function'],
  ['what is no error', 'AKIA1234', 'threw something that is no Error'],
  ['a value of the config', new Error('bad AKIA1234 of crate'), 'Error: bad … of …'],
  ['a long value with a shorter one inside', new Error('hunter2 is my word'), 'Error: …'],
  [
    'quoted text',
    new Error('Unexpected token, ..."a": hun"... is no JSON'),
    'Error: Unexpected token, ..."…"... is no JSON',
  ],
  ['text with one quote', new Error('starts "hun'), 'Error: starts "…"'],
  ['text between backticks', new Error('got `hun` here'), 'Error: got `…` here'],
  ['several lines', new Error('one\n  two'), 'Error: one two'],
])('tells %s in one line without what was in the config', (_name, error, text) => {
  expect(failureText(error, config)).toBe(text);
});

it('is cut at 300 characters', () => {
  expect(failureText(new Error('x'.repeat(1_000)), {})).toHaveLength(300);
});
