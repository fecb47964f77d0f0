/** Transactions, and the guard that the database itself is not used inside one. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely, Transaction } from 'kysely';
import { StoreError } from './store-error.ts';

/** `open` ends with the transaction, so that work it started and did not await may go on afterwards. */
const current = new AsyncLocalStorage<{ open: boolean }>();

/**
 * Runs `work` in a transaction and commits when it resolves.
 * Inside, only `tx` may be used: the embedded database has one connection, so the database itself would wait for ever.
 * Using it there throws at once, on both engines.
 */
export async function inTransaction<Tables, Value>(
  db: Kysely<Tables>,
  work: (tx: Transaction<Tables>) => Promise<Value>,
): Promise<Value> {
  return db.transaction().execute(async (tx) => {
    const state = { open: true };
    try {
      return await current.run(state, () => work(tx));
    } finally {
      state.open = false;
    }
  });
}

/** Throws when called inside {@link inTransaction}. */
export function assertNoTransaction(): void {
  if (current.getStore()?.open !== true) return;
  throw new StoreError(
    'transaction_misuse',
    'The database itself was used inside a transaction; use the transaction that is passed down.',
  );
}
