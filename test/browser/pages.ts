/** Every page of the product, as it is looked at by the tests that look at all of them. */
import { accountPath, itemPath } from './find.ts';
import { filledSetting } from './given-settings.ts';
import type { ServedWorld } from './world/serve-world.ts';

export type PageCase = {
  readonly name: string;
  readonly path: (served: ServedWorld) => string | Promise<string>;
  /** Of whoever has not signed in. */
  readonly isPublic?: true;
};

export const pageCases: readonly PageCase[] = [
  { name: 'dashboard', path: () => '/' },
  { name: 'issues', path: () => '/issues' },
  { name: 'issues without groups', path: () => '/issues?group=none&tab=unverified' },
  { name: 'items', path: () => '/items' },
  { name: 'items, nothing found', path: () => '/items?query=name:nothing-is-called-so' },
  { name: 'item', path: async (served) => await itemPath(served, 'data-reporting-access') },
  {
    name: 'item, difference',
    path: async (served) => `${await itemPath(served, 'shop-prod-catalogue-data')}?tab=diff`,
  },
  {
    name: 'item, past',
    path: async (served) => `${await itemPath(served, 'shop-prod-catalogue-data')}?asOf=2026-10-20T12:00:00Z`,
  },
  { name: 'item, raw', path: async (served) => `${await itemPath(served, 'data-reporting-access')}?tab=raw` },
  { name: 'coverage', path: () => '/coverage' },
  {
    name: 'coverage, a cell',
    path: async (served) => {
      const [, , account] = (await accountPath(served, 'demo-production')).split('/');
      return `/coverage?cell=${account}/aws.s3-bucket`;
    },
  },
  { name: 'checks', path: () => '/checks' },
  { name: 'check', path: () => '/checks/aws.kms-key.rotation-disabled' },
  { name: 'accounts', path: () => '/accounts' },
  { name: 'new account', path: () => '/accounts/new' },
  { name: 'account', path: async (served) => await accountPath(served, 'demo-production') },
  { name: 'alerters', path: () => '/alerters' },
  { name: 'settings', path: () => '/settings' },
  ...[
    'networks',
    'knownAccounts',
    'ignore',
    'checks',
    'overrides',
    'intervals',
    'activation',
    'alerters',
  ].map(
    (key): PageCase => ({
      name: `setting ${key}`,
      path: async (served) => await filledSetting(served, key),
    }),
  ),
  { name: 'people', path: () => '/people' },
  { name: 'about', path: () => '/about' },
  { name: 'sign in', path: () => '/sign-in', isPublic: true },
  { name: 'one-time link', path: ({ firstLink }) => firstLink, isPublic: true },
  { name: 'no such page', path: () => '/nothing-is-here' },
];
