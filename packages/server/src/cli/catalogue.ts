/** The list of all commands. Each is loaded only when it is asked for, so that help answers at once. */
import type { Command } from './command.ts';

export type CatalogueEntry = {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<Command>;
};

export const commandCatalogue: readonly CatalogueEntry[] = [
  {
    name: 'start',
    summary: 'run everything in this process: the pages, scans at their intervals, audits, alerts',
    load: async () => (await import('./commands/start.ts')).start,
  },
  {
    name: 'server',
    summary: 'serve the pages and the API only, beside workers on one PostgreSQL',
    load: async () => (await import('./commands/server.ts')).server,
  },
  {
    name: 'worker',
    summary: 'run jobs only, beside other processes on one PostgreSQL',
    load: async () => (await import('./commands/worker.ts')).worker,
  },
  {
    name: 'init',
    summary: 'make the data directory, the digest key and the database',
    load: async () => (await import('./commands/init.ts')).init,
  },
  {
    name: 'account add',
    summary: 'add an account to watch',
    load: async () => (await import('./commands/account-add.ts')).accountAdd,
  },
  {
    name: 'account list',
    summary: 'list the accounts',
    load: async () => (await import('./commands/account-list.ts')).accountList,
  },
  {
    name: 'account update',
    summary: 'change an account',
    load: async () => (await import('./commands/account-update.ts')).accountUpdate,
  },
  {
    name: 'account remove',
    summary: 'remove an account with everything recorded of it',
    load: async () => (await import('./commands/account-remove.ts')).accountRemove,
  },
  {
    name: 'account test',
    summary: 'try every permission that watching an account needs and name those that are missing',
    load: async () => (await import('./commands/account-test.ts')).accountTest,
  },
  {
    name: 'account discover',
    summary: 'watch every account of an organization, also those to come',
    load: async () => (await import('./commands/account-discover.ts')).accountDiscover,
  },
  {
    name: 'account import',
    summary: 'add or change the accounts of a file',
    load: async () => (await import('./commands/account-import.ts')).accountImport,
  },
  {
    name: 'scan',
    summary: 'watch, record and audit now',
    load: async () => (await import('./commands/scan.ts')).scanCommand,
  },
  {
    name: 'audit',
    summary: 'audit what is recorded, without collecting',
    load: async () => (await import('./commands/audit.ts')).audit,
  },
  {
    name: 'items',
    summary: 'search the items',
    load: async () => (await import('./commands/items.ts')).items,
  },
  {
    name: 'item show',
    summary: 'show one item, now or as of a time',
    load: async () => (await import('./commands/item-show.ts')).itemShow,
  },
  {
    name: 'item history',
    summary: 'list the revisions of an item',
    load: async () => (await import('./commands/item-history.ts')).itemHistoryCommand,
  },
  {
    name: 'item diff',
    summary: 'show what changed between two revisions of an item',
    load: async () => (await import('./commands/item-diff.ts')).itemDiff,
  },
  {
    name: 'access explain',
    summary: 'say whom a resource policy lets in, and why',
    load: async () => (await import('./commands/access-explain.ts')).accessExplain,
  },
  {
    name: 'issues',
    summary: 'search the issues',
    load: async () => (await import('./commands/issues.ts')).issues,
  },
  {
    name: 'issue show',
    summary: 'show one issue: why it matters, its evidence and its history',
    load: async () => (await import('./commands/issue-show.ts')).issueShow,
  },
  {
    name: 'issue justify',
    summary: 'accept an issue, with the reason and perhaps an end',
    load: async () => (await import('./commands/issue-justify.ts')).issueJustify,
  },
  {
    name: 'issue reopen',
    summary: 'end the justification of an issue',
    load: async () => (await import('./commands/issue-reopen.ts')).issueReopen,
  },
  {
    name: 'coverage',
    summary: 'list scope by scope what was and was not seen, and why',
    load: async () => (await import('./commands/coverage.ts')).coverage,
  },
  {
    name: 'doctor',
    summary: 'tell what keeps Security Monkey from seeing everything, and what to fix',
    load: async () => (await import('./commands/doctor.ts')).doctor,
  },
  {
    name: 'checks',
    summary: 'list the checks',
    load: async () => (await import('./commands/checks.ts')).checks,
  },
  {
    name: 'check test',
    summary: 'run the examples of the rules in a file',
    load: async () => (await import('./commands/check-test.ts')).checkTest,
  },
  {
    name: 'technologies',
    summary: 'list the technologies that are watched',
    load: async () => (await import('./commands/technologies.ts')).technologies,
  },
  {
    name: 'permissions',
    summary: 'print the least-privilege role of an account type',
    load: async () => (await import('./commands/permissions.ts')).permissions,
  },
  {
    name: 'settings get',
    summary: 'show the settings, or one of them',
    load: async () => (await import('./commands/settings-get.ts')).settingsGet,
  },
  {
    name: 'settings set',
    summary: 'change one setting',
    load: async () => (await import('./commands/settings-set.ts')).settingsSet,
  },
  {
    name: 'settings export',
    summary: 'print all settings as one JSON object',
    load: async () => (await import('./commands/settings-export.ts')).settingsExport,
  },
  {
    name: 'settings import',
    summary: 'take all settings from a file',
    load: async () => (await import('./commands/settings-import.ts')).settingsImport,
  },
  {
    name: 'settings import-networks',
    summary: 'take the allow-list of the first Security Monkey',
    load: async () => (await import('./commands/settings-import-networks.ts')).settingsImportNetworks,
  },
  {
    name: 'settings describe',
    summary: 'say what there is to set',
    load: async () => (await import('./commands/settings-describe.ts')).settingsDescribe,
  },
  {
    name: 'subscription add',
    summary: 'tell an address of what happens',
    load: async () => (await import('./commands/subscription-add.ts')).subscriptionAdd,
  },
  {
    name: 'subscription list',
    summary: 'list who is told what',
    load: async () => (await import('./commands/subscription-list.ts')).subscriptionList,
  },
  {
    name: 'subscription remove',
    summary: 'stop telling an address',
    load: async () => (await import('./commands/subscription-remove.ts')).subscriptionRemove,
  },
  {
    name: 'alerter test',
    summary: 'send a test to an address',
    load: async () => (await import('./commands/alerter-test.ts')).alerterTest,
  },
  {
    name: 'deliveries',
    summary: 'list what was sent, what waits and what was given up',
    load: async () => (await import('./commands/deliveries.ts')).deliveries,
  },
  {
    name: 'delivery retry',
    summary: 'try again what was given up',
    load: async () => (await import('./commands/delivery-retry.ts')).deliveryRetry,
  },
  {
    name: 'user add',
    summary: 'let a person sign in, and print the link by which they set a password',
    load: async () => (await import('./commands/user-add.ts')).userAdd,
  },
  {
    name: 'user list',
    summary: 'list the people who may sign in',
    load: async () => (await import('./commands/user-list.ts')).userList,
  },
  {
    name: 'user update',
    summary: 'change a person’s role or accounts, or keep them from signing in',
    load: async () => (await import('./commands/user-update.ts')).userUpdate,
  },
  {
    name: 'user link',
    summary: 'print a new link by which a person sets a password',
    load: async () => (await import('./commands/user-link.ts')).userLink,
  },
  {
    name: 'new',
    summary: 'scaffold a watcher, a check or a plugin with its tests',
    load: async () => (await import('./commands/new.ts')).newUnit,
  },
];

/** What the words that belong together are about, for the help. */
export const commandGroups: Readonly<Record<string, string>> = {
  access: 'what a policy lets whom do',
  account: 'the accounts to watch',
  alerter: 'what tells people and systems',
  check: 'one check, or the rules of a file',
  delivery: 'one message on its way',
  item: 'one item: its state, its history, its changes',
  issue: 'one issue and its life cycle',
  settings: 'settings kept in the database',
  subscription: 'who is told what',
  user: 'the people who may sign in to the pages',
};
