/** The real API and pages over a built world, on the loopback address. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { firstLink } from '../../../packages/server/src/api/auth/links.ts';
import { beginSession } from '../../../packages/server/src/api/auth/session.ts';
import { cookieName } from '../../../packages/server/src/api/auth/session-cookie.ts';
import type { ApiContext } from '../../../packages/server/src/api/context.ts';
import { createApi } from '../../../packages/server/src/api/create-api.ts';
import { findPages } from '../../../packages/server/src/api/pages/find-pages.ts';
import { auditPending } from '../../../packages/server/src/engine/audit/audit-pending.ts';
import type { Role } from '../../../packages/server/src/store/schema.ts';
import { insertUser } from '../../../packages/server/src/store/users.ts';
import { repositoryRoot } from '../../architecture/sources.ts';
import type { Cookies } from '../browser.ts';
import { type BrowserWorld, openWorld } from './build-world.ts';
import { present } from './story.ts';

export type ServedWorld = {
  readonly url: string;
  /** Adds a person of the role and gives the cookies of their session. */
  readonly signedIn: (role: Role) => Promise<Cookies>;
  /** Judges what waits, as the jobs of the product do after a change of the settings. */
  readonly audit: () => Promise<void>;
  /** Where the first administrator is made. */
  readonly firstLink: string;
  readonly world: BrowserWorld;
  readonly close: () => Promise<void>;
};

/** The time is that of the story and stands still. */
export async function serveWorld(directory: string, port: number): Promise<ServedWorld> {
  const world = await openWorld(directory, present);
  const api: ApiContext = {
    runtime: world.runtime,
    version: '0.1.0',
    newToken: () => randomBytes(32).toString('base64url'),
    // Hashing is tested where it is done; here it would only make the journeys slow.
    passwords: {
      hash: async (password) => `plain:${password}`,
      matches: async (hash, password) => hash === `plain:${password}`,
    },
    secureCookies: false,
    demo: true,
  };
  const app = await createApi({ api, pages: findPages(join(repositoryRoot, 'packages/server')) });
  const url = await app.listen({ host: '127.0.0.1', port });
  const token = await firstLink(api);
  return {
    url,
    firstLink: `${url}/link#${token}`,
    world,
    signedIn: async (role) => await signIn(api, role),
    audit: async () => {
      await auditPending(world.runtime, { signal: AbortSignal.timeout(60_000) });
    },
    close: async () => {
      await app.close();
      await world.close();
    },
  };
}

/** What people of the tests sign in with. */
export const password = 'correct horse battery';

async function signIn(api: ApiContext, role: Role): Promise<Cookies> {
  const { runtime, passwords } = api;
  const userId = runtime.nextId();
  await insertUser(runtime.db, {
    id: userId,
    email: `${userId}@example.com`,
    name: `Person Who May ${role}`,
    role,
    accounts: 'all',
    password_hash: await passwords.hash(password),
    active: true,
    created_at: runtime.clock.now(),
  });
  const value = await beginSession(api, userId);
  const place = { domain: '127.0.0.1', path: '/', expires: -1 };
  return [{ name: cookieName(api), value, ...place, httpOnly: true, secure: false, sameSite: 'Strict' }];
}
