/** Who may ask what: decided by the session, the page's token, the role, and whether the person sees all accounts. */
import type { FastifyRequest } from 'fastify';
import { CodedError } from '../../errors/coded-error.ts';
import type { Role } from '../../store/schema.ts';
import { visibleAccounts } from '../../store/viewer.ts';
import type { ApiContext } from '../context.ts';
import type { SignedIn } from '../route.ts';
import { mayAct } from './roles.ts';
import { personOf } from './session.ts';
import { cookieName } from './session-cookie.ts';
import { isCsrfToken } from './token.ts';

export type Needed = {
  readonly role: Role;
  /** `all`: what is asked for concerns every account, so nobody gets it who sees only some. */
  readonly sees?: 'all' | undefined;
};

/** @throws CodedError for everybody who may not. */
export async function requireSignedIn(
  api: ApiContext,
  request: FastifyRequest,
  { role, sees }: Needed,
): Promise<SignedIn> {
  const cookie = request.cookies[cookieName(api)];
  const person = cookie === undefined ? undefined : await personOf(api, cookie);
  if (cookie === undefined || person === undefined) throw new CodedError('not_signed_in');
  const given = request.headers['x-csrf-token'];
  const isWrite = request.method !== 'GET' && request.method !== 'HEAD';
  if (isWrite && !(typeof given === 'string' && isCsrfToken(cookie, given)))
    throw new CodedError('csrf_refused');
  if (!mayAct(person.role, role)) throw new CodedError('role_missing', { needed: role, role: person.role });
  if (sees === 'all' && visibleAccounts(person.viewer) !== 'all') throw new CodedError('accounts_missing');
  return person;
}
