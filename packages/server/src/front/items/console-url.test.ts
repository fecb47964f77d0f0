import { defineAccountType, definePlugin, defineWatcher } from '@security-monkey/sdk';
import { expect, it } from 'vitest';
import { createRegistry } from '../../engine/registry.ts';
import { createFakeCloud } from '../../engine/testing/fake-cloud.ts';
import { fakePlugin } from '../../engine/testing/fake-plugin.ts';
import { widgetWatcher } from '../../engine/testing/fake-watchers.ts';
import { createVirtualClock } from '../../engine/testing/virtual-clock.ts';
import { consoleUrl } from './console-url.ts';

const item = {
  technology: widgetWatcher.id,
  status: 'active',
  config: {},
  identity: 'i',
  providerName: 'l',
  name: 'a name',
  region: 'r',
} as const;

const [fakeAccountType] = fakePlugin(
  createFakeCloud(createVirtualClock('2026-01-01T00:00:00Z')),
).accountTypes;

type Changed = { readonly status?: 'deleted'; readonly facts?: null };

function urlOf(
  at: string | undefined,
  consolePath?: () => string,
  changed: Changed = {},
): string | undefined {
  if (fakeAccountType === undefined) throw new Error('The fake plugin has no account type.');
  const type = defineAccountType({ ...fakeAccountType, consoleOrigin: () => at });
  const watcher = defineWatcher({ ...widgetWatcher, ...(consolePath && { consolePath }) });
  const registry = createRegistry([
    definePlugin({ name: 'p', accountTypes: [type], watchers: [watcher], checks: [], alerters: [] }),
  ]);
  const account = { type: type.id, facts: { partition: 'p' }, ...changed };
  return consoleUrl(registry, account, { ...item, ...changed });
}

const origin = 'https://console.example.com';

it('is the place that the watcher tells, at the origin of the account type', () => {
  expect(urlOf(origin, () => '/things?region=r#/a%20name')).toBe(`${origin}/things?region=r#/a%20name`);
});

it.each<[string, string | undefined, (() => string) | undefined]>([
  ['the account type tells no origin', undefined, () => '/x'],
  ['the watcher tells no place', origin, undefined],
  ['the place is at another origin', origin, () => 'https://elsewhere.example.com/x'],
  ['the place hides another origin', origin, () => '//elsewhere.example.com/x'],
  ['the place is a script', origin, () => 'javascript:alert(1)'],
  ['the origin is not secure', 'http://console.example.com', () => '/x'],
  ['the origin is none', 'console', () => '/x'],
  [
    'the watcher cannot tell',
    origin,
    () => {
      throw new Error('no');
    },
  ],
])('is absent where %s', (...[, at, path]) => {
  expect(urlOf(at, path)).toBeUndefined();
});

it.each([
  ['the item is deleted', { status: 'deleted' as const }],
  ['nothing is known of the account yet', { facts: null }],
])('is absent where %s', (_, changed) => {
  expect(urlOf(origin, () => '/x', changed)).toBeUndefined();
});
