/** A plugin for tests of real processes: an account with so many things, listed one by one, each after so long. */

import { setTimeout as wait } from 'node:timers/promises';
import { defineAccountType, definePlugin, defineWatcher, type JsonObject } from '@security-monkey/sdk';
import { z } from 'zod';

const fields = z.strictObject({
  things: z.coerce.number().default(20),
  /** Milliseconds that every call takes. */
  delay: z.coerce.number().default(0),
});

const slow = defineAccountType({
  id: 'slow',
  title: 'Slow account',
  identifier: { label: 'Account', example: 's1', parse: (text) => ({ value: text }) },
  fields,
  permissions: {},
  connect: async ({ fields: { things, delay } }) => ({
    send: async ({ input, signal }) => {
      await wait(delay, undefined, { signal });
      const number = Number(input['number']);
      return number < things ? { Name: `thing-${number}` } : null;
    },
    close: () => undefined,
  }),
  probe: async () => ({
    facts: { partition: 'slow' },
    regions: [{ name: 'here', enabled: true }],
    homeRegion: 'here',
  }),
  classify: (error) => ({ class: 'defect', message: String(error) }),
  budgetKey: ({ account }) => account,
});

const thing = z.looseObject({ Name: z.string() });

const things = defineWatcher({
  id: 'slow.thing',
  accountType: 'slow',
  title: { one: 'thing', many: 'things' },
  documentation: 'https://example.com/ListThings',
  version: 1,
  scope: 'global',
  permissions: { 'slow:GetThing': 'slow:GetThing' },
  gone: [],
  ephemeral: [],
  secret: [],
  unordered: [],
  relations: [],
  config: thing,
  identity: ({ Name }) => Name,
  lineage: ({ Name }) => `slow:thing/${Name}`,
  name: ({ Name }) => Name,
  list: async function* list({ send }): AsyncGenerator<readonly JsonObject[]> {
    for (let number = 0; ; number += 1) {
      const found = await send('slow:GetThing', { number });
      if (found === null) return;
      yield [thing.parse(found) as JsonObject];
    }
  },
});

export default definePlugin({
  name: 'slow-plugin',
  accountTypes: [slow],
  watchers: [things],
  checks: [],
  alerters: [],
});
