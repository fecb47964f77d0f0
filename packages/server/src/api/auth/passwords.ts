/** Passwords by argon2id, with the library's parameters (19 MiB, two passes: OWASP's recommendation). */
import { hash, verify } from '@node-rs/argon2';
import type { Passwords } from '../context.ts';

export const argonPasswords: Passwords = {
  hash: (password) => hash(password),
  matches: (stored, password) => verify(stored, password),
};
