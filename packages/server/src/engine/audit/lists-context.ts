/** The network allow-list and the providers' known accounts, and what of them the answers on an item can depend on. Pure. */
import { overlaps, parseCidr, type World, type WorldAccount } from '@security-monkey/sdk';
import { type SelectableAccount, selectsAccount } from '../settings/account-selector.ts';
import type { Settings } from '../settings/schema.ts';
import { digestPart, type FingerprintParts } from './fingerprint.ts';
import { networksIn } from './named-in-text.ts';

export type ListParts = Pick<FingerprintParts, 'networks' | 'known-accounts'>;

/** The allow-list of an account; without one, what is on it for all. */
export function networksFor(
  networks: Settings['networks'],
  account: SelectableAccount | undefined,
): World['networks'] {
  return networks
    .filter((entry) => entry.account === undefined || (account && selectsAccount(entry.account, account)))
    .map(({ name, cidr }) => ({ name, cidr }));
}

/** Whether nothing is on any list: then no item has to be read for what it names. */
export function areEmpty(networks: World['networks'], known: readonly WorldAccount[]): boolean {
  return networks.length + known.length === 0;
}

export const noListParts: ListParts = { networks: '-', 'known-accounts': '-' };

/** The parts of an item's fingerprint. `text` is all that the item's checks may read, as JSON. */
export function listParts(
  { networks, known }: { readonly networks: World['networks']; readonly known: readonly WorldAccount[] },
  text: string,
): ListParts {
  return { networks: networksPart(networks, text), 'known-accounts': knownPart(known, text) };
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

function knownPart(known: readonly WorldAccount[], text: string): string {
  const named = known.filter(({ identifier }) => text.includes(identifier));
  if (named.length === 0) return '-';
  return digestPart(
    named.map(({ type, identifier, name }) => [type, identifier, name].join('\n')).toSorted(),
  );
}
