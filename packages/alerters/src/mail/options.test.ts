/** What the options of mail come to. */
import { expect, it } from 'vitest';
import { mailOptions, portOf } from './options.ts';

it.each([
  [{ security: 'tls' }, 465],
  [{}, 587],
  [{ security: 'none' }, 25],
  [{ security: 'tls', port: 2465 }, 2465],
])('%j uses the port %i', (given, port) => {
  expect(portOf(mailOptions.parse({ host: 'mail.example.com', from: 'a@b.example', ...given }))).toBe(port);
});

it('a sender that is no address is refused', () => {
  const { error } = mailOptions.safeParse({ host: 'mail.example.com', from: 'Monkey <a@b.example>' });
  expect(error?.issues.map(({ message }) => message)).toEqual([
    'an address is written name@example.com, without anything around it',
  ]);
});
