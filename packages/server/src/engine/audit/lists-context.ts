/** Accounts, organisations, the network allow-list and the providers' known accounts, and what of them the answers on an item can depend on. Pure. */
import { overlaps, parseCidr, type World, type WorldAccount } from '@security-monkey/sdk';
import { type SelectableAccount, selectsAccount } from '../settings/account-selector.ts';
import type { Settings } from '../settings/schema.ts';
import { digestPart, type FingerprintParts } from './fingerprint.ts';
import { idsIn, networksIn } from './named-in-text.ts';

export type ListParts = Pick<FingerprintParts, 'world' | 'networks' | 'known-accounts'>;

/** The allow-list of an account; without one, what is on it for all. */
export function networksFor(
  networks: Settings['networks'],
  account: SelectableAccount | undefined,
): World['networks'] {
  return networks
    .filter((entry) => entry.account === undefined || (account && selectsAccount(entry.account, account)))
    .map(({ name, cidr }) => ({ name, cidr }));
}

export type Lists = World & {
  /** Those of providers' lists, which `accounts` lacks. */
  readonly known: readonly WorldAccount[];
};

/** The parts of an item's fingerprint. `text` is all that the item's checks may read, as JSON. */
export function listParts({ accounts, organizations, networks, known }: Lists, text: string): ListParts {
  const isNamed = idsIn(text);
  return {
    world: worldPart({ accounts, organizations }, isNamed),
    networks: networksPart(networks, text),
    'known-accounts': accountsPart(known, isNamed),
  };
}

type IsNamed = (id: string) => boolean;

/** Of our accounts and organisations, those that the item names: an account by its identifier or by another id that it has. */
function worldPart(
  { accounts, organizations }: Pick<World, 'accounts' | 'organizations'>,
  isNamed: IsNamed,
): string {
  const organisations = organizations.filter(isNamed).toSorted();
  const named = accountsPart(accounts, isNamed);
  return organisations.length === 0 ? named : digestPart([named, organisations]);
}

function accountsPart(accounts: readonly WorldAccount[], isNamed: IsNamed): string {
  const named = accounts
    .map((account) => ({ ...account, aliases: account.aliases.filter(isNamed) }))
    .filter(({ identifier, aliases }) => aliases.length > 0 || isNamed(identifier));
  if (named.length === 0) return '-';
  return digestPart(
    named
      .map(({ type, extends: extended = [], identifier, name, thirdParty, aliases }) =>
        [type, ...extended, identifier, name, thirdParty, ...aliases].join('\n'),
      )
      .toSorted(),
  );
}

/** Of an item that names networks, the entries that overlap one, and that there is an allow-list: without one, nobody is off it. */
function networksPart(networks: World['networks'], text: string): string {
  if (networks.length === 0) return '-';
  const named = networksIn(text);
  if (named.length === 0) return '-';
  const touched = networks.filter(({ cidr }) => {
    const entry = parseCidr(cidr);
    return entry !== undefined && named.some((one) => overlaps(one, entry));
  });
  return digestPart(touched.map(({ name, cidr }) => `${name}\n${cidr}`).toSorted());
}
