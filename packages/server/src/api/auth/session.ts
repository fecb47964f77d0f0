/** Sessions: begun by a password or a link, found by the cookie, ended by signing out, by time or by an administrator. */

import type { Row } from '../../store/schema.ts';
import { endSession, insertSession, openSession, renewSession, sweepSessions } from '../../store/sessions.ts';
import type { ApiContext } from '../context.ts';
import type { SignedIn } from '../route.ts';
import { tokenHash } from './token.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** A session ends after so long without a request. */
export const idleEnd = 12 * 60 * minute;
/** … and after so long in any case. */
export const longestSession = 14 * day;
/** Being seen is written down at most so often. */
const touchEvery = 5 * minute;

/** Begins a session and gives the token for the cookie. */
export async function beginSession({ runtime, newToken }: ApiContext, userId: string): Promise<string> {
  const token = newToken();
  const now = runtime.clock.now();
  await sweepSessions(runtime.db, now);
  await insertSession(runtime.db, {
    id: runtime.nextId(),
    user_id: userId,
    token_hash: tokenHash(token),
    created_at: now,
    last_seen_at: now,
    expires_at: new Date(now.getTime() + idleEnd),
  });
  return token;
}

/** The person of a session cookie; undefined when the session is over or there never was one. */
export async function personOf({ runtime }: ApiContext, cookie: string): Promise<SignedIn | undefined> {
  const now = runtime.clock.now();
  const found = await openSession(runtime.db, { tokenHash: tokenHash(cookie), at: now });
  if (found === undefined) return undefined;
  const { session, user } = found;
  if (now.getTime() - session.last_seen_at.getTime() >= touchEvery)
    await renewSession(runtime.db, { id: session.id, at: now, expires: endOf(session, now) });
  return {
    userId: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    viewer: { kind: 'person', userId: user.id, accounts: user.accounts },
    sessionId: session.id,
  };
}

function endOf({ created_at }: Row<'session'>, now: Date): Date {
  return new Date(Math.min(now.getTime() + idleEnd, created_at.getTime() + longestSession));
}

export async function signOut({ runtime }: ApiContext, person: SignedIn): Promise<void> {
  await endSession(runtime.db, person.sessionId);
}
