/** The watcher of notes with a provider that keeps history: of notes only, so that other tests know nothing of it. */
import { definePlugin, defineWatcher, type JsonObject, type PastState } from '@security-monkey/sdk';
import { z } from 'zod';
import { createRegistry, type Registry } from '../registry.ts';
import type { FakeCloud } from './fake-cloud.ts';
import { fakePlugin } from './fake-plugin.ts';
import { noteWatcher } from './fake-watchers.ts';

const answer = z.object({
  States: z.array(
    z.object({ Name: z.string(), From: z.string(), Config: z.record(z.string(), z.json()).nullable() }),
  ),
});

/** A line of the fake provider's history; without a text the note did not exist. */
export function pastNote(name: string, from: Date, text: string | null): JsonObject {
  return { Name: name, From: from.toISOString(), Config: text === null ? null : { Name: name, Text: text } };
}

/** `isAsked`: whether the account has history switched on. */
export function pastRegistry(cloud: FakeCloud, isAsked: () => boolean = () => true): Registry {
  const watcher = defineWatcher({
    ...noteWatcher,
    permissions: { ...noteWatcher.permissions, 'fake:GetPast': 'fake:GetPast' },
    past: async ({ send }, { items }): Promise<readonly PastState[] | undefined> => {
      if (!isAsked()) return undefined;
      const names = items.map(({ name }) => name);
      const { States } = answer.parse(await send('fake:GetPast', { Names: names }));
      return States.filter(({ Name }) => names.includes(Name)).map(({ Name, From, Config }) => ({
        identity: Name,
        from: new Date(From),
        config: Config,
      }));
    },
  });
  const plugin = fakePlugin(cloud);
  return createRegistry([definePlugin({ ...plugin, watchers: [watcher], checks: [] })]);
}
