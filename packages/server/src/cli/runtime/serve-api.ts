/** Puts the API together from the product and lets it listen. */
import { firstLink, linkPath } from '../../api/auth/links.ts';
import { newToken } from '../../api/auth/new-token.ts';
import { argonPasswords } from '../../api/auth/passwords.ts';
import type { ApiContext } from '../../api/context.ts';
import { createApi } from '../../api/create-api.ts';
import { findPages } from '../../api/pages/find-pages.ts';
import { CodedError } from '../../errors/coded-error.ts';
import type { Product } from '../product.ts';
import { systemClock } from './system-clock.ts';

export type ServedApi = {
  /** How browsers reach it, such as `http://127.0.0.1:8420`. */
  readonly url: string;
  /** The whole address by which the first administrator signs in; undefined once there is one. */
  readonly firstLink: string | undefined;
  /** Whether the web pages are there, or the API alone. */
  readonly hasPages: boolean;
  readonly close: () => Promise<void>;
};

export type Serving = {
  readonly host: string;
  readonly port: number;
  readonly version: string;
  readonly packageRoot: string;
};

/** Listens, and rejects with a coded error where that is not possible. */
export async function serveApi(product: Product, serving: Serving): Promise<ServedApi> {
  const { publicUrl, trustProxy, metricsToken } = product.config;
  const pages = findPages(serving.packageRoot);
  const api: ApiContext = {
    // Sessions and links go by the time of the people who use them, also while the demo's clock is still in the past.
    runtime: { ...product.runtime, clock: systemClock },
    version: serving.version,
    newToken,
    passwords: argonPasswords,
    secureCookies: publicUrl?.startsWith('https:') ?? false,
    demo: product.config.isDemo === true,
  };
  const app = await createApi({ api, trustProxy, metricsToken, pages });
  const own = await listening(app, serving);
  const url = publicUrl ?? own;
  const token = await firstLink(api);
  return {
    url,
    firstLink: token && `${url}${linkPath(token)}`,
    hasPages: pages !== undefined,
    close: async () => await app.close(),
  };
}

async function listening(
  app: Awaited<ReturnType<typeof createApi>>,
  { host, port }: Serving,
): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    await app.close();
    const problem = error instanceof Error ? error.message : String(error);
    throw new CodedError('address_unusable', { host, port: String(port), problem }, { cause: error });
  }
}
