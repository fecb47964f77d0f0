/** A plugin whose checks misbehave as the item's config tells them to; loaded by worker threads in tests. */
import {
  type Check,
  defineAccountType,
  defineCheck,
  definePlugin,
  defineWatcher,
} from '@security-monkey/sdk';
import { z } from 'zod';

const config = z.looseObject({ Name: z.string(), Fault: z.string().optional() });

export const faultyWatcher = defineWatcher({
  id: 'faulty.thing',
  accountType: 'faulty',
  title: { one: 'thing', many: 'things' },
  documentation: 'https://example.com/ListThings',
  version: 1,
  scope: 'global',
  permissions: {},
  gone: [],
  ephemeral: [],
  secret: [],
  unordered: [],
  relations: [],
  config,
  identity: ({ Name }) => Name,
  lineage: ({ Name }) => `thing/${Name}`,
  name: ({ Name }) => Name,
  list: async function* () {
    yield [];
  },
});

function misbehave(fault: string | undefined): void {
  if (fault === 'throw') throw new Error('no such thing');
  if (fault === 'exit') process.exit(7);
  if (fault === 'crash') {
    // Ends the thread by its memory limit, which nothing in the thread can catch.
    const kept: string[][] = [];
    for (;;) kept.push(Array.from({ length: 1_000_000 }, (_, index) => `${index}`));
  }
  if (fault === 'hang') for (;;);
}

function faultyCheck(name: string, fault: boolean): Check {
  return defineCheck({
    id: `faulty.thing.${name}`,
    watcher: faultyWatcher,
    version: 1,
    score: 5,
    category: 'informational',
    title: name,
    why: 'It is a test.',
    fix: 'Change it.',
    links: [],
    frameworks: {},
    messages: { named: 'It is {name}' },
    examples: { good: [], bad: [] },
    run: (context) => {
      if (fault) misbehave(context.config.Fault);
      const { Name } = context.config;
      context.report('named', { subject: { name: Name }, evidence: [{ path: '/Name', value: Name }] });
    },
  });
}

const accountType = defineAccountType({
  id: 'faulty',
  title: 'Faulty',
  identifier: { label: 'Account', example: 'f1', parse: (text) => ({ value: text }) },
  fields: z.object({}),
  permissions: {},
  connect: async () => ({ send: async () => ({}), close: () => undefined }),
  probe: async () => ({ facts: { partition: 'faulty' }, regions: [], homeRegion: 'here' }),
  classify: () => ({ class: 'defect', message: 'It is a test.' }),
  budgetKey: () => 'faulty',
});

export default definePlugin({
  name: 'faulty-plugin',
  accountTypes: [accountType],
  watchers: [faultyWatcher],
  checks: [faultyCheck('before', false), faultyCheck('moody', true), faultyCheck('after', false)],
  alerters: [],
});
