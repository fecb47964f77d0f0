/** The session cookie: no script reads it, and no other site sends it. */
import type { FastifyReply } from 'fastify';
import type { ApiContext } from '../context.ts';
import { longestSession } from './session.ts';

/** With the prefix a browser takes it over HTTPS from this very host only. */
export function cookieName({ secureCookies }: ApiContext): string {
  return secureCookies ? '__Host-security-monkey' : 'security-monkey';
}

export function setSessionCookie(
  api: ApiContext,
  answer: Pick<FastifyReply, 'setCookie'>,
  token: string,
): void {
  answer.setCookie(cookieName(api), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: api.secureCookies,
    maxAge: longestSession / 1_000,
  });
}

export function clearSessionCookie(api: ApiContext, answer: Pick<FastifyReply, 'clearCookie'>): void {
  answer.clearCookie(cookieName(api), { path: '/' });
}
