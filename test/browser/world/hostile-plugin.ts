/** A provider whose every string attacks a page that shows it: names, tags, policies, errors, subjects of issues. */
import {
  defineAccountType,
  defineCheck,
  definePlugin,
  defineWatcher,
  type JsonObject,
  OperationError,
} from '@security-monkey/sdk';
import { z } from 'zod';

/** Each sets `window.attacked` where a page takes it for markup, script or address. */
export const attacks = [
  '<img src=x onerror="window.attacked=1">',
  '"><script>window.attacked=1</script>',
  'javascript:window.attacked=1',
  "';window.attacked=1;//",
  '{{constructor.constructor("window.attacked=1")()}}',
  '</style><svg onload=window.attacked=1>',
] as const;

/** What turns the reading direction or hides itself. */
export const disguised = 'invoice\u202Efdp.exe\u200B\u0007';

const thing = z.looseObject({
  Id: z.string(),
  Name: z.string(),
  Tags: z.record(z.string(), z.string()),
  Policy: z.looseObject({ Statement: z.array(z.looseObject({ Principal: z.string(), Action: z.string() })) }),
});

const things: readonly z.output<typeof thing>[] = [...attacks, disguised].map((attack, index) => ({
  Id: `thing-${index}`,
  Name: attack,
  Tags: { team: attack, [attack]: 'value' },
  Policy: { Statement: [{ Principal: attack, Action: '*' }] },
}));

const example: JsonObject = { Id: 'thing-0', Name: 'thing', Tags: {} };

const thingWatcher = defineWatcher({
  id: 'hostile.thing',
  accountType: 'hostile',
  title: { one: 'hostile thing', many: 'hostile things' },
  documentation: 'https://example.com/things',
  version: 1,
  scope: 'region',
  permissions: { 'hostile:List': 'hostile:List' },
  gone: [],
  ephemeral: [],
  secret: [],
  unordered: [],
  relations: [],
  config: thing,
  list: async function* ({ send }) {
    yield z.array(z.record(z.string(), z.json())).parse(await send('hostile:List', {}));
  },
  identity: ({ Id }) => Id,
  lineage: ({ Id, Name }) => `hostile:${Id}:${Name}`,
  name: ({ Name }) => Name,
  tags: ({ Tags }) => Tags,
});

const everybody = defineCheck({
  id: 'hostile.thing.everybody',
  watcher: thingWatcher,
  version: 1,
  score: 10,
  category: 'internet-accessible',
  title: 'Everybody may do everything',
  why: 'It is a test.',
  fix: 'Change it.',
  links: [],
  frameworks: {},
  messages: { everybody: '{principal} may do everything' },
  examples: {
    good: [{ name: 'none', config: { ...example, Policy: { Statement: [] } } }],
    bad: [
      {
        name: 'one',
        config: { ...example, Policy: { Statement: [{ Principal: 'all', Action: '*' }] } },
        reports: [{ message: 'everybody', subject: { principal: 'all' } }],
      },
    ],
  },
  run: ({ config: { Policy }, report }) => {
    for (const [index, { Principal }] of Policy.Statement.entries())
      report('everybody', {
        subject: { principal: Principal },
        evidence: [{ path: `/Policy/Statement/${index}/Principal`, value: Principal }],
      });
  },
});

/** One region answers, the other refuses with an error that attacks too. */
const accountType = defineAccountType({
  id: 'hostile',
  title: 'Hostile provider',
  identifier: { label: 'Account', example: 'h1', parse: (text) => ({ value: text }) },
  fields: z.strictObject({}),
  permissions: {},
  connect: async () => ({
    send: async ({ region }) => {
      if (region === 'north') return things;
      throw new OperationError({
        class: 'access_denied',
        message: `Denied: ${attacks.join(' ')}`,
        operation: 'hostile:List',
      });
    },
    close: () => undefined,
  }),
  probe: async () => ({
    facts: { partition: 'hostile' },
    regions: ['north', 'south'].map((name) => ({ name, enabled: true })),
    homeRegion: 'north',
  }),
  classify: (error) =>
    error instanceof OperationError ? error.failure : { class: 'defect', message: String(error) },
  budgetKey: ({ account, region }) => `${account}/${region}`,
});

export default definePlugin({
  name: 'hostile',
  accountTypes: [accountType],
  watchers: [thingWatcher],
  checks: [everybody],
  alerters: [],
});
