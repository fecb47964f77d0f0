/** What a person prefers in this browser: density, keys, time zone. */
import { z } from 'zod/mini';
import { createStore, useStore } from './store.ts';

const schema = z.object({
  density: z.catch(z.enum(['comfortable', 'compact']), 'comfortable'),
  keys: z.catch(z.boolean(), true),
  zone: z.catch(z.optional(z.string()), undefined),
});

export type Preferences = z.output<typeof schema>;

const key = 'security-monkey-preferences';

function read(): Preferences {
  try {
    return schema.parse(JSON.parse(localStorage.getItem(key) ?? '{}'));
  } catch {
    return schema.parse({});
  }
}

const store = createStore(read());
applyDensity(store.get());

export function usePreferences(): Preferences {
  return useStore(store);
}

export function preferences(): Preferences {
  return store.get();
}

export function prefer(changed: Partial<Preferences>): void {
  const next = { ...store.get(), ...changed };
  store.set(next);
  applyDensity(next);
  try {
    localStorage.setItem(key, JSON.stringify(next));
  } catch {
    // Without storage it holds until the page is left.
  }
}

function applyDensity({ density }: Preferences): void {
  document.documentElement.dataset['density'] = density;
}
