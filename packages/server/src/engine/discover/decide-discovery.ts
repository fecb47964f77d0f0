/** What a complete list of the accounts that lie in another one means for those that are known: pure. */
import type { FoundAccount } from '@security-monkey/sdk';
import type { Row } from '../../store/schema.ts';

type Account = Row<'account'>;

export type DiscoveryInput = {
  /** The account in which they lie. */
  readonly within: Pick<Account, 'id' | 'name'>;
  readonly found: readonly FoundAccount[];
  /** Every account of the type that is found, whoever added it. */
  readonly known: readonly Account[];
};

export type DiscoveryDecision = {
  readonly add: readonly FoundAccount[];
  /** Left out before, and there again. */
  readonly thaw: readonly Account[];
  readonly freeze: readonly { readonly account: Account; readonly why: string }[];
  /** Those to which the account in which they lie signs in otherwise now. */
  readonly change: readonly { readonly account: Account; readonly fields: FoundAccount['fields'] }[];
  /** Missing at once in a number that nobody believes: they stay as they are. */
  readonly held: readonly Account[];
};

/** As for the items of a listing: a drop of so many and of that share at once is held. */
const heldFrom = 3;
const heldShare = 0.3;

/** Accounts that a person added are left alone, also where they lie in it. */
export function decideDiscovery({ within, found, known }: DiscoveryInput): DiscoveryDecision {
  const byIdentifier = new Map(known.map((account) => [account.identifier, account]));
  const foundByIdentifier = new Map(found.map((one) => [one.identifier, one]));
  const own = known.filter(({ discovered_by: by }) => by === within.id);
  const missing = own.filter(
    ({ identifier, left_out: leftOut }) => leftOut === null && !foundByIdentifier.has(identifier),
  );
  const watched = own.filter(({ left_out: leftOut }) => leftOut === null).length;
  const isHeld = isDoubtful({ missing: missing.length, watched, found: found.length });
  const seen = own.flatMap((account) => {
    const one = foundByIdentifier.get(account.identifier);
    return one === undefined ? [] : [{ account, one }];
  });
  return {
    add: found.filter(({ identifier, leftOut }) => leftOut === undefined && !byIdentifier.has(identifier)),
    thaw: seen.flatMap(({ account, one }) =>
      account.left_out !== null && one.leftOut === undefined ? [account] : [],
    ),
    freeze: [
      ...seen.flatMap(({ account, one }) =>
        account.left_out === null && one.leftOut !== undefined ? [{ account, why: one.leftOut }] : [],
      ),
      ...(isHeld ? [] : missing).map((account) => ({
        account,
        why: `${within.name} does not list ${account.identifier} any more: what was known of it is frozen.`,
      })),
    ],
    change: seen.flatMap(({ account, one }) =>
      isSame(account.fields, one.fields) ? [] : [{ account, fields: one.fields }],
    ),
    held: isHeld ? missing : [],
  };
}

type Drop = { readonly missing: number; readonly watched: number; readonly found: number };

/** An empty list is doubtful however few there were. */
function isDoubtful({ missing, watched, found }: Drop): boolean {
  if (missing > 0 && found === 0) return true;
  return missing >= heldFrom && missing > watched * heldShare;
}

function isSame(before: FoundAccount['fields'], after: FoundAccount['fields']): boolean {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].every((name) => JSON.stringify(before[name]) === JSON.stringify(after[name]));
}
