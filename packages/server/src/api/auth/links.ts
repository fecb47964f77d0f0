/** One-time links: the first administrator's, printed at start, and those an administrator makes for others. */
import { CodedError } from '../../errors/coded-error.ts';
import { inTransaction } from '../../store/database/transaction.ts';
import { endSessionsOf } from '../../store/sessions.ts';
import { markLinkUsed, replaceLink } from '../../store/sign-in-links.ts';
import { insertUser, lockAdministrators, updateUser } from '../../store/users.ts';
import type { ApiContext } from '../context.ts';
import { beginSession } from './session.ts';
import { tokenHash } from './token.ts';

const hour = 3_600_000;
const firstLinkHours = 24;
const invitationHours = 72;

/** A link's token for the first administrator; undefined once there is anybody who may administrate. */
export async function firstLink(api: ApiContext): Promise<string | undefined> {
  const administrators = await inTransaction(api.runtime.db, lockAdministrators);
  if (administrators.length > 0) return undefined;
  return await makeLink(api, null, firstLinkHours);
}

/** Where the pages take a link's token: after the number sign a browser keeps it to itself, so no server or proxy logs it. */
export function linkPath(token: string): string {
  return `/link#${token}`;
}

type Making = Pick<ApiContext, 'runtime' | 'newToken'>;

/** A link's token by which a person sets a password; a former one is void. */
export async function invitation(api: Making, userId: string): Promise<string> {
  return await makeLink(api, userId, invitationHours);
}

async function makeLink(
  { runtime, newToken }: Making,
  userId: string | null,
  hours: number,
): Promise<string> {
  const token = newToken();
  const now = runtime.clock.now();
  await replaceLink(runtime.db, {
    token_hash: tokenHash(token),
    user_id: userId,
    created_at: now,
    expires_at: new Date(now.getTime() + hours * hour),
  });
  return token;
}

export type LinkUse = {
  readonly token: string;
  readonly password: string;
  /** For the first administrator, who has no row yet. */
  readonly email?: string | undefined;
  readonly name?: string | undefined;
};

/** Uses the link up, sets the password and begins a session. @throws CodedError link_refused */
export async function useSignInLink(api: ApiContext, use: LinkUse): Promise<string> {
  const { runtime } = api;
  const hash = await api.passwords.hash(use.password);
  const now = runtime.clock.now();
  const userId = await inTransaction(runtime.db, async (tx) => {
    const link = await markLinkUsed(tx, { tokenHash: tokenHash(use.token), at: now });
    if (link === undefined) throw new CodedError('link_refused');
    if (link.user_id !== null) {
      await updateUser(tx, link.user_id, { password_hash: hash });
      // Who lost a password may have lost a session with it.
      await endSessionsOf(tx, link.user_id);
      return link.user_id;
    }
    // Somebody else came first, by another way than this link.
    if ((await lockAdministrators(tx)).length > 0) throw new CodedError('link_refused');
    if (use.email === undefined || use.name === undefined)
      throw new CodedError('request_invalid', {
        problem: 'the first administrator needs an address and a name',
      });
    const id = runtime.nextId();
    await insertUser(tx, {
      id,
      email: use.email,
      name: use.name,
      role: 'admin',
      accounts: 'all',
      password_hash: hash,
      active: true,
      created_at: now,
    });
    return id;
  });
  return await beginSession(api, userId);
}
