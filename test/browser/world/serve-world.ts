/** The real API and pages over a built world, on the loopback address. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { firstLink } from '../../../packages/server/src/api/auth/links.ts';
import type { ApiContext } from '../../../packages/server/src/api/context.ts';
import { createApi } from '../../../packages/server/src/api/create-api.ts';
import { findPages } from '../../../packages/server/src/api/pages/find-pages.ts';
import { repositoryRoot } from '../../architecture/sources.ts';
import { type BrowserWorld, openWorld } from './build-world.ts';
import { present } from './story.ts';

export type ServedWorld = {
  readonly url: string;
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
    close: async () => {
      await app.close();
      await world.close();
    },
  };
}
