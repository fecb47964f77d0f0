/** How account numbers are read. */
import { expect, it } from 'vitest';
import { parseAccountNumber } from './identifier.ts';

it.each([
  ['123456789012', { value: '123456789012' }],
  [' 1234-5678-9012 ', { value: '123456789012' }],
  ['0000 1111 2222', { value: '000011112222' }],
])('%j is a number', (text, expected) => {
  expect(parseAccountNumber(text)).toEqual(expected);
});

it.each([
  ['12345678901', 'An AWS account number has 12 digits; this one has 11. Leading zeros count.'],
  ['1234567890123', 'An AWS account number has 12 digits; this one has 13. Leading zeros count.'],
  ['', 'An AWS account number has 12 digits and nothing else, such as 123456789012.'],
  ['my-account', 'An AWS account number has 12 digits and nothing else, such as 123456789012.'],
  ['１２３４５６７８９０１２', 'An AWS account number has 12 digits and nothing else, such as 123456789012.'],
])('%j is none', (text, problem) => {
  expect(parseAccountNumber(text)).toEqual({ problem });
});
