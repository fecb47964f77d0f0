/** The fake account type, and the plugin that brings it with the fake watchers and checks. */
import { defineAccountType, definePlugin, type Plugin } from '@security-monkey/sdk';
import { z } from 'zod';
import { fakeChecks } from './fake-checks.ts';
import { type FakeCloud, homeRegion } from './fake-cloud.ts';
import { classifyFake } from './fake-faults.ts';
import { noteWatcher, vaultWatcher, widgetWatcher } from './fake-watchers.ts';

const regionsSchema = z.object({ Regions: z.array(z.object({ Name: z.string(), Enabled: z.boolean() })) });

/** The plugin whose account type connects to the given cloud. */
export function fakePlugin(cloud: FakeCloud): Plugin {
  const accountType = defineAccountType({
    id: 'fake',
    title: 'Fake cloud',
    identifier: { label: 'Account', example: 'a1', parse: (text) => ({ value: text }) },
    fields: z.object({}),
    knownAccounts: [
      {
        id: 'fake.logs',
        title: 'Deliver logs',
        source: 'https://example.com/logs',
        version: '2026-11-28',
        accounts: [{ identifier: 'log1', name: 'Fake logs (north)' }],
      },
    ],
    permissions: { 'fake:WhoAmI': 'fake:WhoAmI', 'fake:ListRegions': 'fake:ListRegions' },
    connect: async (account) => ({
      send: (request) => cloud.answer(account.identifier, request),
      close: () => undefined,
    }),
    probe: async ({ send }) => {
      await send('fake:WhoAmI', {});
      const { Regions } = regionsSchema.parse(await send('fake:ListRegions', {}));
      return {
        facts: { partition: 'fake' },
        regions: Regions.map(({ Name, Enabled }) => ({ name: Name, enabled: Enabled })),
        homeRegion,
      };
    },
    classify: classifyFake,
    budgetKey: ({ account, region, operation }) => `${account}/${region}/${operation.split(':')[0]}`,
  });
  return definePlugin({
    name: 'fake-plugin',
    accountTypes: [accountType],
    watchers: [widgetWatcher, vaultWatcher, noteWatcher],
    checks: fakeChecks,
    alerters: [],
  });
}
