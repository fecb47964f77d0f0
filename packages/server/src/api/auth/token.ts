/** Tokens of sessions and links: what is kept of them, and what proves that a request comes from our own page. */
import { createHash, timingSafeEqual } from 'node:crypto';

/** The only thing that is stored of a token. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** What a page must send with every write; it can be told by the session's token only, which no script can read. */
export function csrfToken(sessionToken: string): string {
  return createHash('sha256').update(`csrf ${sessionToken}`).digest('base64url');
}

export function isCsrfToken(sessionToken: string, given: string): boolean {
  const expected = Buffer.from(csrfToken(sessionToken));
  const offered = Buffer.from(given);
  return expected.length === offered.length && timingSafeEqual(expected, offered);
}
