/** Templates and their placeholders. */
import { expect, it } from 'vitest';
import { renderMessage, unfilledPlaceholders } from './message.ts';

const finding = { subject: { port: 22, source: '$&', open: true }, details: { port: 1, days: 90 } };

it.each([
  ['{port}/{open} by {source}, {days} days', '22/true by $&, 90 days', []],
  ['{nothing} and {toString}, {nothing}', '{nothing} and {toString}, {nothing}', ['nothing', 'toString']],
  ['no { braces } or {} or {"Effect"}', 'no { braces } or {} or {"Effect"}', []],
])('%s', (template, text, unfilled) => {
  expect(renderMessage(template, finding)).toBe(text);
  expect(unfilledPlaceholders(template, finding)).toEqual(unfilled);
});
