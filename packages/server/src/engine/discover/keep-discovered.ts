/** Writes what was discovered: new accounts, those that have gone, those that are back. */
import type { FoundAccount } from '@security-monkey/sdk';
import { type AccountChange, insertFoundAccount, listAccounts, updateAccount } from '../../store/accounts.ts';
import type { Database } from '../../store/database/database.ts';
import { inTransaction } from '../../store/database/transaction.ts';
import type { Row } from '../../store/schema.ts';
import { systemViewer } from '../../store/viewer.ts';
import type { Runtime } from '../runtime.ts';
import { tellAccounts } from '../tell-accounts.ts';
import type { DiscoveryDecision } from './decide-discovery.ts';

type Account = Row<'account'>;

export type Keeping = {
  readonly within: Account;
  /** The account type of what was found. */
  readonly type: string;
  readonly decision: DiscoveryDecision;
};

/** So many in one transaction and one event: an organization has thousands. */
const batch = 100;

export async function keepDiscovered(runtime: Runtime, keeping: Keeping): Promise<void> {
  const { add, thaw, freeze, change } = keeping.decision;
  const changes = merged([
    ...change.map(({ account, fields }) => ({ account, change: { fields } })),
    ...thaw.map((account) => ({ account, change: { left_out: null, active: true } })),
    ...freeze.map(({ account, why }) => ({ account, change: { left_out: why, active: false } })),
  ]);
  const names = new Set((await listAccounts(runtime.db, systemViewer)).map(({ name }) => name));
  for (let start = 0; start < Math.max(add.length, changes.length); start += batch) {
    await keepBatch(runtime, keeping, {
      add: add.slice(start, start + batch),
      changes: changes.slice(start, start + batch),
      names,
    });
  }
}

type Change = { readonly account: Account; readonly change: AccountChange };

function merged(changes: readonly Change[]): readonly Change[] {
  const byAccount = Map.groupBy(changes, ({ account }) => account);
  return [...byAccount].map(([account, ofIt]) => ({
    account,
    change: Object.assign({}, ...ofIt.map(({ change }) => change)),
  }));
}

type Batch = {
  readonly add: readonly FoundAccount[];
  readonly changes: readonly Change[];
  /** Names that accounts have already. */
  readonly names: Set<string>;
};

async function keepBatch(runtime: Runtime, keeping: Keeping, { add, changes, names }: Batch): Promise<void> {
  await inTransaction(runtime.db, async (tx) => {
    for (const { account, change } of changes) await updateAccount(tx, account.id, change);
    const added: Account[] = [];
    for (const found of add) {
      const account = await addFound(tx, runtime, { ...keeping, found, names });
      if (account !== undefined) added.push(account);
    }
    await tellAccounts(tx, runtime, {
      by: `discovery in ${keeping.within.name}`,
      before: changes.map(({ account }) => account),
      after: [...changes.map(({ account, change }) => ({ ...account, ...change })), ...added],
    });
  });
}

/** Undefined when another process has added it in the meantime. */
async function addFound(
  tx: Database,
  { nextId, clock }: Runtime,
  { within, type, found, names }: Keeping & Pick<Batch, 'names'> & { readonly found: FoundAccount },
): Promise<Account | undefined> {
  const { identifier, fields } = found;
  const name = [identifier, `${identifier} (${within.name})`].find((one) => !names.has(one));
  const id = nextId();
  const account = await insertFoundAccount(tx, {
    id,
    type,
    identifier,
    name: name ?? `${identifier} (${id})`,
    fields,
    third_party: within.third_party,
    active: true,
    created_at: clock.now(),
    discovered_by: within.id,
  });
  if (account !== undefined) names.add(account.name);
  return account;
}
