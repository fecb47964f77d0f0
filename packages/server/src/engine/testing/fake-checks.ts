/** Checks on the fake technologies: by element of a list, on a part that may be unreadable, on a relation, on time and on the world. */
import { type Check, defineCheck, parseCidr, unionCovers } from '@security-monkey/sdk';
import { noteWatcher, vaultWatcher, widgetWatcher } from './fake-watchers.ts';

const plain = {
  version: 1,
  why: 'It is a test.',
  fix: 'Change it.',
  links: [],
  frameworks: {},
  category: 'insecure-configuration',
} as const;

const widget = { Name: 'w', CreatedAt: '2026-01-01T00:00:00.000Z', Size: 1, Members: [] };

/** One issue per rule that is open to everybody. */
export const openRule = defineCheck({
  ...plain,
  id: 'fake.widget.open-rule',
  watcher: widgetWatcher,
  score: 8,
  title: 'A rule is open to everybody',
  messages: { open: 'Port {port} is open to everybody' },
  examples: {
    good: [{ name: 'closed', config: { ...widget, Rules: [{ Port: 22, Source: '10.0.0.0/8' }] } }],
    bad: [
      {
        name: 'open',
        config: { ...widget, Rules: [{ Port: 22, Source: '0.0.0.0/0' }] },
        reports: [{ message: 'open', subject: { port: 22 } }],
      },
    ],
  },
  run: ({ config, report }) => {
    for (const [index, rule] of (config.Rules ?? []).entries()) {
      if (rule.Source !== '0.0.0.0/0') continue;
      report('open', {
        subject: { port: rule.Port },
        evidence: [{ path: `/Rules/${index}`, value: { Port: rule.Port, Source: rule.Source } }],
      });
    }
  },
});

/** Reads a part that may be unreadable. */
export const publicPolicy = defineCheck({
  ...plain,
  id: 'fake.widget.public-policy',
  watcher: widgetWatcher,
  score: 10,
  title: 'The policy lets everybody in',
  messages: { public: 'The policy lets everybody in' },
  examples: {
    good: [{ name: 'none', config: { ...widget, Policy: null } }],
    bad: [
      {
        name: 'public',
        config: { ...widget, Policy: 'public' },
        reports: [{ message: 'public', subject: {} }],
      },
    ],
  },
  run: ({ config, report }) => {
    const { Policy } = config;
    if (typeof Policy !== 'string' || !Policy.includes('public')) return;
    report('public', { subject: {}, evidence: [{ path: '/Policy', value: Policy }] });
  },
});

/** Concludes from absence in a relation. */
export const unattached = defineCheck({
  ...plain,
  id: 'fake.widget.unattached',
  watcher: widgetWatcher,
  score: 1,
  title: 'Attached to nothing',
  messages: { unattached: 'It is attached to nothing' },
  needs: ['attachments'],
  examples: {
    good: [
      {
        name: 'attached',
        config: widget,
        related: {
          attachments: { items: [{ technology: 'fake.vault', key: 'v', value: {} }], complete: true },
        },
      },
    ],
    bad: [
      {
        name: 'alone',
        config: widget,
        related: { attachments: { items: [], complete: true } },
        reports: [{ message: 'unattached', subject: {} }],
      },
    ],
  },
  run: ({ config, related, report }) => {
    if (!related('attachments').isEmpty()) return;
    report('unattached', { subject: {}, evidence: [{ path: '/Name', value: config.Name }] });
  },
});

const day = 24 * 60 * 60 * 1000;

/** Becomes true by the passing of time alone. */
export const tooOld = defineCheck({
  ...plain,
  id: 'fake.widget.too-old',
  watcher: widgetWatcher,
  score: 3,
  category: 'needs-rotation',
  title: 'Older than 90 days',
  messages: { old: 'It was made on {created}' },
  examples: {
    good: [{ name: 'new', config: widget, now: Date.parse('2026-01-02T00:00:00.000Z') }],
    bad: [
      {
        name: 'old',
        config: widget,
        now: Date.parse('2026-06-01T00:00:00.000Z'),
        reports: [{ message: 'old', subject: {} }],
      },
    ],
  },
  run: ({ config, now, report, lookAgainAt }) => {
    const due = Date.parse(config.CreatedAt) + 90 * day;
    if (now < due) {
      lookAgainAt(due);
      return;
    }
    report('old', {
      subject: {},
      evidence: [{ path: '/CreatedAt', value: config.CreatedAt }],
      details: { created: config.CreatedAt },
    });
  },
});

/** Reads a part that a vault may not have. */
export const unlocked = defineCheck({
  ...plain,
  id: 'fake.vault.unlocked',
  watcher: vaultWatcher,
  score: 5,
  title: 'Not locked',
  messages: { unlocked: 'It is not locked' },
  examples: {
    good: [{ name: 'locked', config: { Name: 'v', Region: 'north', Locked: true } }],
    bad: [
      {
        name: 'unlocked',
        config: { Name: 'v', Region: 'north', Locked: false },
        reports: [{ message: 'unlocked', subject: {} }],
      },
    ],
  },
  run: ({ config, report }) => {
    if (config.Locked !== false) return;
    report('unlocked', { subject: {}, evidence: [{ path: '/Locked', value: false }] });
  },
});

/** Knows the accounts of the world. */
export const namesStranger = defineCheck({
  ...plain,
  id: 'fake.note.names-stranger',
  watcher: noteWatcher,
  score: 6,
  category: 'unknown-access',
  title: 'Names an account that we do not know',
  messages: { stranger: 'It names {account}' },
  examples: {
    good: [{ name: 'silent', config: { Name: 'n', Text: 'hello' } }],
    bad: [
      {
        name: 'stranger',
        config: { Name: 'n', Text: 'account:x9' },
        reports: [{ message: 'stranger', subject: { account: 'x9' } }],
      },
    ],
  },
  run: ({ config, world, report }) => {
    const account = /account:(\w+)/.exec(config.Text ?? '')?.[1];
    if (account === undefined || world.accounts.some(({ identifier }) => identifier === account)) return;
    report('stranger', { subject: { account }, evidence: [{ path: '/Text', value: `account:${account}` }] });
  },
});

/** Knows the allow-list of the world. */
export const namesNetwork = defineCheck({
  ...plain,
  id: 'fake.note.names-network',
  watcher: noteWatcher,
  score: 4,
  category: 'unknown-access',
  title: 'Names a network that is not allowed',
  messages: { network: 'It names {network}' },
  examples: {
    good: [{ name: 'silent', config: { Name: 'n', Text: 'hello' } }],
    bad: [
      {
        name: 'network',
        config: { Name: 'n', Text: 'from 192.0.2.7' },
        reports: [{ message: 'network', subject: { network: '192.0.2.7' } }],
      },
    ],
  },
  run: ({ config, world, report }) => {
    const network = /from ([\d.]+)/.exec(config.Text ?? '')?.[1];
    const named = network === undefined ? undefined : parseCidr(network);
    if (network === undefined || named === undefined) return;
    const allowed = world.networks.flatMap(({ cidr }) => parseCidr(cidr) ?? []);
    if (unionCovers(allowed, named)) return;
    report('network', { subject: { network }, evidence: [{ path: '/Text', value: network }] });
  },
});

export const fakeChecks: readonly Check[] = [
  openRule,
  publicPolicy,
  unattached,
  tooOld,
  unlocked,
  namesStranger,
  namesNetwork,
];
