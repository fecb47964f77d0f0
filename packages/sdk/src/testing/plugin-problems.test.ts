/** The kit finds nothing in a faultless plugin, and the fault in each broken one. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { type AccountType, defineAccountType } from '../define/account-type.ts';
import { type AccountTypeExtension, defineAccountTypeExtension } from '../define/account-type-extension.ts';
import { defineAlerter, type EventAlerter, type EventKind, type MessageAlerter } from '../define/alerter.ts';
import { defineCheck } from '../define/check.ts';
import { definePlugin, type Plugin } from '../define/plugin.ts';
import { defineWatcherReference, type WatcherReference } from '../define/watcher-reference.ts';
import { describePlugin } from './describe-plugin.ts';
import { loadEstate, pluginProblems } from './plugin-problems.ts';
import type { PluginOptions } from './plugin-rules.ts';
import { openBox } from './test-support/toy/box/checks/open.ts';
import { toyWatcher, toyWith } from './test-support/toy/box/watcher.ts';
import { toyAccounts, toyBell, toyPlugin, toyPost } from './test-support/toy/plugin.ts';

const folder = new URL('test-support/toy', import.meta.url);

describePlugin(toyPlugin, { folder });

const broken = (replaced: Partial<Plugin>): Plugin => definePlugin({ ...toyPlugin, ...replaced });
const account = (replaced: Partial<AccountType>) =>
  broken({ accountTypes: [defineAccountType({ ...toyAccounts, ...replaced })] });
const bell = (replaced: Partial<EventAlerter>) =>
  broken({ alerters: [defineAlerter({ ...toyBell, ...replaced })] });
const post = (replaced: Partial<MessageAlerter['address']>) =>
  broken({ alerters: [defineAlerter({ ...toyPost, address: { ...toyPost.address, ...replaced } })] });
const { identifier } = toyAccounts;
const ofShops: AccountType['discovery'] = {
  finds: 'shop',
  find: async function* find() {
    yield [];
  },
};
const closedBox = defineCheck({ ...openBox, id: 'toy.box.closed' });

const toyReference = { id: 'toy.box', accountType: 'toy', config: toyWatcher.config, relations: ['keepers'] };
/** A plugin of one check on the toy watcher, without that one's code. */
function referring(replaced: Partial<WatcherReference>): Plugin {
  const watcher = defineWatcherReference({ ...toyReference, ...replaced });
  return broken({
    accountTypes: [],
    watchers: [],
    checks: [defineCheck({ ...closedBox, watcher })],
    alerters: [],
  });
}

const toyTeam: AccountTypeExtension = {
  id: 'toy-team',
  title: 'Toy shop of a team',
  extends: 'toy',
  fields: z.object({ team: z.string().describe('Whose it is') }),
};
function extending(replaced: Partial<AccountTypeExtension>): Plugin {
  const accountTypeExtensions = [defineAccountTypeExtension({ ...toyTeam, ...replaced })];
  return broken({ accountTypes: [], accountTypeExtensions, watchers: [], checks: [], alerters: [] });
}

const page = fileURLToPath(new URL('test-support/toy/box/checks/open.ts', import.meta.url));
const pageText = readFileSync(page, 'utf8');

type Case = {
  readonly fault: string;
  readonly plugin: Plugin;
  readonly options?: PluginOptions;
  readonly problems: readonly unknown[];
};

const cases: readonly Case[] = [
  { fault: 'has none', plugin: toyPlugin, options: { folder }, problems: [] },
  {
    fault: 'has none, its package folder given',
    plugin: toyPlugin,
    options: { folder: new URL('toy/', new URL('test-support/', import.meta.url)) },
    problems: [],
  },
  {
    fault: 'is not made by definePlugin',
    plugin: { ...toyPlugin, name: '' },
    problems: ['the plugin has no name: use the npm package name', ' is no plugin of contract 1'],
  },
  {
    fault: 'lists what is no definition',
    plugin: broken({ alerters: [{ ...toyBell }] }),
    problems: ['toy-bell is no alerter of contract 1'],
  },
  {
    fault: 'lists an id twice',
    plugin: broken({ alerters: [toyBell, toyBell] }),
    problems: ['the id toy-bell occurs more than once among alerters'],
  },
  {
    fault: 'lists an id of a plugin it builds on',
    plugin: broken({ accountTypes: [], watchers: [], checks: [], alerters: [toyBell] }),
    options: { with: [toyPlugin] },
    problems: ['the id toy-bell occurs more than once among alerters'],
  },
  {
    fault: 'watches an account type that nobody registers',
    plugin: broken({ accountTypes: [] }),
    problems: ['watcher toy.box is for the account type toy, which is not registered'],
  },
  {
    fault: 'checks a watcher that nobody registers',
    plugin: broken({ watchers: [toyWith({})] }),
    problems: ['check toy.box.open is on a watcher toy.box that is not the registered one'],
  },
  {
    fault: 'has none: it checks a watcher of a plugin it builds on',
    plugin: broken({ accountTypes: [], watchers: [], checks: [closedBox], alerters: [] }),
    options: { with: [toyPlugin] },
    problems: [],
  },
  {
    fault: 'has none: it refers to a watcher of a plugin that is not there',
    plugin: referring({}),
    problems: [],
  },
  {
    fault: 'has none: it refers to a watcher of a plugin it builds on',
    plugin: referring({}),
    options: { with: [toyPlugin] },
    problems: [],
  },
  {
    fault: 'refers to a relation that the watcher does not have',
    plugin: referring({ relations: ['keepers', 'friends'] }),
    options: { with: [toyPlugin] },
    problems: ['check toy.box.closed refers to the relation friends, which toy.box does not declare'],
  },
  {
    fault: 'refers to a watcher of its own',
    plugin: broken({ checks: referring({}).checks }),
    problems: ['check toy.box.closed refers to toy.box, a watcher of its own plugin: give it the watcher'],
  },
  {
    fault: 'has none: it extends an account type of another plugin',
    plugin: extending({}),
    problems: [],
  },
  {
    fault: 'has an extension without title and description, by an id that is taken',
    plugin: extending({ id: 'toy', title: '', fields: z.object({ team: z.string() }) }),
    options: { with: [toyPlugin] },
    problems: [
      'the id toy occurs more than once among accountTypes',
      'toy lacks its title',
      'field team of toy has no description',
    ],
  },
  {
    fault: 'has an extension made by hand, with an identifier that takes anything',
    plugin: definePlugin({
      ...extending({}),
      accountTypeExtensions: [{ ...toyTeam, identifier: { ...identifier, parse: (value) => ({ value }) } }],
    }),
    problems: ['toy-team is no account-type-extension of contract 1', 'toy-team takes an empty identifier'],
  },
  {
    fault: 'has an identifier that does not take its example',
    plugin: account({ identifier: { ...identifier, example: '' } }),
    problems: ['toy does not take its own example : a shop has a number'],
  },
  {
    fault: 'has an identifier that takes anything',
    plugin: account({ title: '', identifier: { ...identifier, parse: (value) => ({ value }) } }),
    problems: ['toy lacks its title', 'toy takes an empty identifier'],
  },
  {
    fault: 'has a field without a description',
    plugin: account({ fields: z.object({ door: z.string() }) }),
    problems: ['field door of toy has no description'],
  },
  {
    fault: 'has fields that are no object',
    plugin: account({ fields: z.string() }),
    problems: ['field (not an object schema) of toy has no description'],
  },
  {
    fault: 'discovers accounts of a type that nobody brings, in accounts that are never due',
    plugin: broken({
      accountTypes: [toyAccounts, defineAccountType({ ...toyAccounts, id: 'mall', discovery: ofShops })],
    }),
    problems: [
      'mall finds accounts of the type shop, which is not registered',
      'mall discovers accounts and has no watcher: it would never be due',
    ],
  },
  {
    fault: 'has an alerter for no event',
    plugin: bell({ on: [], title: ' ' }),
    problems: ['alerter toy-bell has no title', 'alerter toy-bell listens to no event'],
  },
  { fault: 'has an alerter that tells people', plugin: post({}), problems: [] },
  {
    fault: 'has an alerter whose addresses are none',
    plugin: post({
      label: ' ',
      parse: (text) => (text === '' ? { value: text } : { problem: 'is no street' }),
    }),
    problems: [
      'alerter toy-post has no label for its address',
      'alerter toy-post does not take its own example Toy street 1: is no street',
      'alerter toy-post takes an empty address',
    ],
  },
  {
    fault: 'has an alerter for an unknown event',
    plugin: bell({ on: ['issue.odd' as EventKind], options: z.object({ loud: z.boolean() }) }),
    problems: [
      'alerter toy-bell listens to issue.odd, which is no event',
      'option loud of alerter toy-bell has no description',
    ],
  },
  {
    fault: 'does not register its files',
    plugin: broken({ watchers: [], checks: [] }),
    options: { folder },
    problems: [
      'box/watcher.ts is not registered: list it in the plugin',
      'box/checks/open.ts is not registered: list it in the plugin',
      'box/estate.ts belongs to no registered watcher',
    ],
  },
  {
    fault: 'registers what has no file',
    plugin: broken({
      watchers: [toyWatcher, toyWith({ id: 'toy.bag', permissions: {} })],
      checks: [openBox, closedBox],
    }),
    options: { folder },
    problems: [
      'watcher bag has no file bag/watcher.ts',
      'check box.closed has no file box/checks/closed.ts',
      'watcher bag is proven by nothing: write bag/estate.ts',
    ],
  },
  {
    fault: 'has none, its pages fresh',
    plugin: toyPlugin,
    options: { pages: new Map([[page, pageText]]) },
    problems: [],
  },
  {
    fault: 'has a stale page and a missing one',
    plugin: toyPlugin,
    options: {
      pages: new Map([
        [page, `${pageText}more`],
        ['/nowhere/page.md', ''],
      ]),
    },
    problems: [
      `the page ${page} is stale: generate it anew`,
      'the page /nowhere/page.md is missing: generate it',
    ],
  },
  {
    fault: 'has a check that no page speaks of',
    plugin: toyPlugin,
    options: { pages: new Map() },
    problems: ['no page speaks of the check toy.box.open'],
  },
  {
    fault: 'has a folder that is not there',
    plugin: toyPlugin,
    options: { folder: new URL('nowhere', import.meta.url) },
    problems: [expect.stringMatching(/^its folder \/.*\/nowhere is not there$/)],
  },
  {
    fault: 'has a broken check',
    plugin: broken({ checks: [defineCheck({ ...openBox, links: [] })] }),
    problems: ['toy.box.open: has no link: name the page that explains the setting'],
  },
  {
    fault: 'has a broken watcher',
    plugin: broken({ watchers: [toyWith({ gone: [] })], checks: [] }),
    problems: ['toy.box: gone is empty, though single items are asked for'],
  },
];

it.each(cases)('finds the fault of a plugin that $fault', async ({ plugin, options, problems }) => {
  expect(await pluginProblems(plugin, options)).toEqual(problems);
});

it.each([
  ['nowhere.ts', /nowhere\.ts cannot be loaded/],
  ['test-support/toy/plugin.ts', /plugin\.ts exports no estate/],
])('refuses %s as an estate', async (path, message) => {
  await expect(loadEstate(new URL(path, import.meta.url))).rejects.toThrow(message);
});
