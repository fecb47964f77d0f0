/** What checks may know beyond their item: whose accounts and networks are whose. */
import {
  canonicalText,
  hashText,
  type JsonObject,
  type JsonValue,
  type World,
  type WorldAccount,
} from '@security-monkey/sdk';
import type { Row } from '../store/schema.ts';
import type { Registry } from './registry.ts';
import { accountKey } from './settings/account-selector.ts';
import type { Settings } from './settings/schema.ts';

type Account = Pick<Row<'account'>, 'type' | 'identifier' | 'name' | 'third_party' | 'facts' | 'fields'>;

/** The world of all accounts, watched or not: an inactive one is still known. Each says which types its own extends. */
export function worldOf(
  accounts: readonly Account[],
  networks: readonly Pick<Settings['networks'][number], 'name' | 'cidr'>[],
  extendedBy: Registry['extendedBy'],
): World {
  return {
    accounts: accounts.map((account) => worldAccount(account, extendedBy(account.type))),
    organizations: distinct(accounts.filter((account) => !account.third_party).flatMap(organizationsOf)),
    networks: networks.map(({ name, cidr }) => ({ name, cidr })),
  };
}

/** The accounts of the providers' lists that were chosen, as third parties; one that is configured is what its configuration says. */
export function knownAccounts(
  lists: Registry['allKnownAccounts'],
  chosen: readonly string[],
  configured: readonly WorldAccount[],
): readonly WorldAccount[] {
  const own = new Set(
    configured.flatMap(({ type, extends: extended = [], identifier }) =>
      [type, ...extended].map((one) => accountKey({ type: one, identifier })),
    ),
  );
  const found = lists
    .filter(({ id }) => chosen.includes(id))
    .flatMap(({ type, accounts }) => accounts.map(({ identifier, name }) => ({ type, identifier, name })))
    .filter((account) => !own.has(accountKey(account)))
    .map((account) => ({ ...account, thirdParty: true, aliases: [] }));
  // Several lists may name one account: the first does.
  return [
    ...new Map(found.toReversed().map((account) => [accountKey(account), account])).values(),
  ].toReversed();
}

function worldAccount(account: Account, extended: readonly string[]): WorldAccount {
  const { type, identifier, name, third_party: thirdParty, facts, fields } = account;
  const aliases = distinct([...(facts?.aliases ?? []), ...field(fields, 'canonicalId')]);
  return { type, ...(extended.length > 0 && { extends: extended }), identifier, name, thirdParty, aliases };
}

/** The organisation of a friendly account counts as ours. */
function organizationsOf({ facts, fields }: Account): readonly string[] {
  return [...(facts?.organizationId ? [facts.organizationId] : []), ...field(fields, 'organizationId')];
}

function field(fields: JsonObject, name: string): readonly string[] {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? [value] : [];
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}

/** Equal for equal worlds, in whatever order accounts and networks were read. */
export function worldFingerprint({ accounts, organizations, networks }: World): string {
  const sorted = (rows: readonly JsonValue[]) => rows.map((row) => canonicalText(row)).sort();
  return hashText(
    canonicalText([
      sorted(accounts.map((account) => ({ ...account }))),
      sorted(organizations),
      sorted(networks.map((network) => ({ ...network }))),
    ]),
  );
}
