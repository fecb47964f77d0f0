/** When credentials are loaded anew. */
import { describe, expect, it } from 'vitest';
import { cachedCredentials } from './credentials.ts';

const minute = 60_000;

function counting(lifetime: number | undefined) {
  const state = { time: 0, loads: 0, fails: false };
  const cache = cachedCredentials(
    async () => {
      state.loads += 1;
      if (state.fails) throw new Error('denied');
      const accessKeyId = `key ${state.loads}`;
      if (lifetime === undefined) return { accessKeyId, secretAccessKey: '' };
      return { accessKeyId, secretAccessKey: '', expiration: new Date(state.time + lifetime) };
    },
    () => state.time,
  );
  return { state, cache };
}

describe('credentials', () => {
  it('are loaded once for all who ask at the same time', async () => {
    const { state, cache } = counting(60 * minute);
    const all = await Promise.all([cache.get(), cache.get(), cache.get()]);
    expect(all.map(({ accessKeyId }) => accessKeyId)).toEqual(['key 1', 'key 1', 'key 1']);
    expect(state.loads).toBe(1);
  });

  it('are renewed five minutes before they end, once', async () => {
    const { state, cache } = counting(60 * minute);
    await cache.get();
    state.time = 54 * minute;
    expect((await cache.get()).accessKeyId).toBe('key 1');
    state.time = 55 * minute;
    const renewed = await Promise.all([cache.get(), cache.get()]);
    expect(renewed.map(({ accessKeyId }) => accessKeyId)).toEqual(['key 2', 'key 2']);
  });

  it('without an end are kept', async () => {
    const { state, cache } = counting(undefined);
    await cache.get();
    state.time = 1_000_000 * minute;
    expect((await cache.get()).accessKeyId).toBe('key 1');
  });

  it('that were refused are asked for again', async () => {
    const { cache } = counting(60 * minute);
    await cache.get();
    cache.forget();
    expect((await cache.get()).accessKeyId).toBe('key 2');
  });

  it('that could not be loaded are tried again', async () => {
    const { state, cache } = counting(60 * minute);
    state.fails = true;
    await expect(cache.get()).rejects.toThrow('denied');
    state.fails = false;
    expect((await cache.get()).accessKeyId).toBe('key 2');
  });
});
