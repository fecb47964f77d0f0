/** Which texts are addresses. */
import { expect, it } from 'vitest';
import { domainOf, parseAddress } from './address.ts';

it.each([
  ['mara@example.com', 'mara@example.com'],
  [' Mara.Reuter+sm@Example.COM ', 'Mara.Reuter+sm@example.com'],
  ['root@localhost', 'root@localhost'],
  ['josé@bücher.example', 'josé@bücher.example'],
])('%j is one', (text, value) => {
  expect(parseAddress(text)).toEqual({ value });
});

it.each([
  '',
  'mara',
  '@example.com',
  'mara@',
  'mara@example..com',
  'mara@-example.com',
  'Mara <mara@example.com>',
  'mara@example.com, eve@example.com',
  'mara@example.com\r\nBcc: eve@example.com',
  'ma ra@example.com',
  '"mara"@example.com',
  `${'a'.repeat(250)}@example.com`,
])('%j is none', (text) => {
  expect(parseAddress(text)).toEqual({ problem: expect.stringMatching(/^an address /) });
});

it('the domain is what comes last', () => {
  expect(domainOf('a@b@example.com')).toBe('example.com');
});
