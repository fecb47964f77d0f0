/** Signing in by address and password. Every failure looks and costs the same, whether the person exists or not. */
import { CodedError } from '../../errors/coded-error.ts';
import { endSessionsOf } from '../../store/sessions.ts';
import { updateUser, userByEmail, userById } from '../../store/users.ts';
import { systemViewer } from '../../store/viewer.ts';
import type { ApiContext } from '../context.ts';
import type { SignedIn } from '../route.ts';
import { beginSession } from './session.ts';

/** A hash of nothing anybody knows, so that an unknown address takes as long as a wrong password. */
const decoy = new WeakMap<ApiContext, Promise<string>>();

/** The token of the new session. @throws CodedError sign_in_refused */
export async function signIn(
  api: ApiContext,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<string> {
  const user = await userByEmail(api.runtime.db, systemViewer, email.trim());
  const usable = user !== undefined && user.active ? user.password_hash : null;
  const matches = await api.passwords.matches(usable ?? (await decoyOf(api)), password);
  if (!matches || usable === null || user === undefined) throw new CodedError('sign_in_refused');
  return await beginSession(api, user.id);
}

async function decoyOf(api: ApiContext): Promise<string> {
  const known = decoy.get(api) ?? api.passwords.hash(api.newToken());
  decoy.set(api, known);
  return await known;
}

/** @throws CodedError password_wrong */
export async function changePassword(
  api: ApiContext,
  person: SignedIn,
  { present, password }: { readonly present: string; readonly password: string },
): Promise<void> {
  const { db } = api.runtime;
  const user = await userById(db, person.viewer, person.userId);
  const stored = user?.password_hash ?? null;
  if (stored === null || !(await api.passwords.matches(stored, present)))
    throw new CodedError('password_wrong');
  await updateUser(db, person.userId, { password_hash: await api.passwords.hash(password) });
  await endSessionsOf(db, person.userId, person.sessionId);
}
