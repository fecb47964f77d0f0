/** A generated provider for benchmarks: one technology with as many items as asked for, made page by page and never held. */
import {
  defineAccountType,
  definePlugin,
  defineWatcher,
  type JsonObject,
  type Plugin,
} from '@security-monkey/sdk';
import { z } from 'zod';

const config = z.looseObject({ Id: z.string(), Name: z.string(), Tags: z.record(z.string(), z.string()) });

/** Items of a page, as AWS listings give them. */
export const pageSize = 500;

/** A plugin whose account holds `count` resources of about 2.5 KB each. */
export function generatedPlugin(count: number): Plugin {
  const accountType = defineAccountType({
    id: 'bench',
    title: 'Generated account',
    identifier: { label: 'Account', example: 'b1', parse: (text) => ({ value: text }) },
    fields: z.object({}),
    permissions: {},
    connect: async () => ({
      send: async ({ input }) => pageFrom(Number(input['from'] ?? 0), count),
      close: () => undefined,
    }),
    probe: async () => ({
      facts: { partition: 'bench' },
      regions: [{ name: 'here', enabled: true }],
      homeRegion: 'here',
    }),
    classify: (error) => ({ class: 'defect', message: String(error) }),
    budgetKey: ({ account }) => account,
  });
  const watcher = defineWatcher({
    id: 'bench.thing',
    accountType: 'bench',
    title: { one: 'thing', many: 'things' },
    documentation: 'https://example.com/',
    version: 1,
    scope: 'region',
    permissions: { 'bench:ListThings': 'bench:ListThings' },
    gone: [],
    ephemeral: ['/SeenAt'],
    secret: ['/Startup'],
    unordered: [{ path: '/Rules', source: 'https://example.com/' }],
    relations: [],
    config,
    identity: ({ Id }) => Id,
    lineage: ({ Id }) => `bench:${Id}`,
    name: ({ Name }) => Name,
    tags: ({ Tags }) => Tags,
    list: async function* ({ send }) {
      for (let from = 0; from < count; from += pageSize)
        yield pages.parse(await send('bench:ListThings', { from }));
    },
  });
  return definePlugin({
    name: 'bench',
    accountTypes: [accountType],
    watchers: [watcher],
    checks: [],
    alerters: [],
  });
}

/** Loose: what is parsed is the JSON that was given. */
const pages = z.array(z.looseObject({ Id: z.string() })).transform((page) => page as readonly JsonObject[]);

function pageFrom(from: number, count: number): readonly JsonObject[] {
  return Array.from({ length: Math.min(pageSize, count - from) }, (_, offset) => thing(from + offset));
}

const teams = ['payments', 'search', 'identity', 'data', 'edge'];

/** One resource; the same number gives the same resource. */
export function thing(number: number): JsonObject {
  const rules = Array.from({ length: 12 }, (_, index) => ({
    Protocol: index % 3 === 0 ? 'udp' : 'tcp',
    FromPort: 1_000 + ((number * 7 + index) % 5_000),
    ToPort: 1_000 + ((number * 7 + index) % 5_000),
    Ranges: [`10.${number % 250}.${index}.0/24`, `192.168.${index}.0/24`],
    Description: `rule ${index} of thing ${number}, opened for the release of last quarter`,
  }));
  return {
    Id: `t-${number.toString(16).padStart(12, '0')}`,
    Name: `thing-${teams[number % teams.length]}-${number}`,
    Owner: `team ${teams[number % teams.length]}`,
    State: number % 9 === 0 ? 'stopped' : 'running',
    Tags: { team: teams[number % teams.length] ?? '', environment: number % 4 === 0 ? 'production' : 'test' },
    Rules: rules,
  };
}
