/** Keeps temporary credentials until shortly before they end, for all clients of a connection together. */
import type { CredentialProvider, Credentials } from './services.ts';

/** How long before their end credentials are renewed: longer than any call may take. */
const renewalMargin = 5 * 60_000;

export type CachedCredentials = {
  readonly get: CredentialProvider;
  /** Drops them, because AWS has refused them: the next call asks anew. */
  readonly forget: () => void;
};

/**
 * Loads once however many ask at the same time; a failed load is not kept.
 * @param now - milliseconds since the epoch
 */
export function cachedCredentials(load: CredentialProvider, now: () => number): CachedCredentials {
  let held: Promise<Credentials> | undefined;
  const renew = (): Promise<Credentials> => {
    const loading = load();
    held = loading;
    loading.catch(() => {
      if (held === loading) held = undefined;
    });
    return loading;
  };
  const get = async (): Promise<Credentials> => {
    if (held === undefined) return await renew();
    const loading = held;
    const credentials = await loading;
    const endsAt = credentials.expiration?.getTime() ?? Number.POSITIVE_INFINITY;
    if (endsAt - now() > renewalMargin) return credentials;
    return await (held === loading || held === undefined ? renew() : held);
  };
  // Each SDK client would keep a cache of its own, out of the reach of `forget`; the mark stops it.
  return { get: Object.assign(get, { memoized: true }), forget: () => (held = undefined) };
}
