/** The two providers of the demo, as tests watch them. */
import aws from '@security-monkey/aws';
import gcp from '@security-monkey/gcp';
import type { Place, Plugin, Watcher, World } from '@security-monkey/sdk';
import { demoAccounts, demoThirdParties } from '../demo-accounts.ts';
import { directory, organizationId, projects } from '../google/world/organisation.ts';
import { accounts, homeRegion, organization, peopleDomain, regions } from '../world/organisation.ts';

export type Provider = {
  readonly plugin: Plugin;
  readonly organizationId: string;
  /** Everything that is listed, for each watcher. */
  readonly scopes: readonly { readonly watcher: Watcher; readonly place: Place }[];
  /** The account types of the demo, each with the one that it extends. */
  readonly types: Readonly<Record<string, string>>;
  /** Further names of accounts, by identifier. */
  readonly aliases: Readonly<Record<string, readonly string[]>>;
};

function scopesOf(plugin: Plugin, partition: string, types: Provider['types']): Provider['scopes'] {
  return demoAccounts.flatMap(({ type, identifier }) =>
    plugin.watchers
      .filter(({ accountType }) => accountType === types[type])
      .flatMap((watcher) =>
        regionsFor(watcher, partition).map((region) => ({
          watcher,
          place: { partition, account: identifier, region },
        })),
      ),
  );
}

function regionsFor({ scope }: Watcher, partition: string): readonly string[] {
  if (partition === 'gcp') return ['global'];
  return scope === 'global' ? [homeRegion] : regions;
}

const typesOfAmazon = { 'aws-demo': 'aws' };
const typesOfGoogle = { 'gcp-demo': 'gcp', 'gcp-organization-demo': 'gcp-organization' };

export const amazon: Provider = {
  plugin: aws,
  organizationId: organization,
  types: typesOfAmazon,
  scopes: scopesOf(aws, 'aws', typesOfAmazon),
  aliases: Object.fromEntries(accounts.map(({ number, canonicalId }) => [number, [canonicalId]])),
};

export const google: Provider = {
  plugin: gcp,
  organizationId,
  types: typesOfGoogle,
  scopes: scopesOf(gcp, 'gcp', typesOfGoogle),
  aliases: {
    ...Object.fromEntries(projects.map(({ number, counted }) => [number, [counted]])),
    [organizationId]: [peopleDomain, directory],
  },
};

/** What checks know of the accounts: the organisation's own, and its partners. */
export function knownWorld({ types, aliases, organizationId: own }: Provider): World {
  const accountsOf = (all: typeof demoAccounts, thirdParty: boolean) =>
    all.flatMap(({ type, identifier, name }) => {
      const base = types[type];
      if (base === undefined) return [];
      return [{ type, extends: [base], identifier, name, thirdParty, aliases: aliases[identifier] ?? [] }];
    });
  return {
    accounts: [...accountsOf(demoAccounts, false), ...accountsOf(demoThirdParties, true)],
    organizations: [own],
    networks: [],
  };
}
