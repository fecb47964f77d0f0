/** Keeps what was found out about an account; that it has other ids or another organisation now is told. */
import type { AccountFacts } from '@security-monkey/sdk';
import { saveAccountFacts } from '../../store/accounts.ts';
import { inTransaction } from '../../store/database/transaction.ts';
import type { Row } from '../../store/schema.ts';
import type { Runtime } from '../runtime.ts';
import { tellAccounts } from '../tell-accounts.ts';

/** Before the account is enrolled, its summary tells of everything. */
export async function saveFacts(
  runtime: Runtime,
  account: Row<'account'>,
  facts: AccountFacts,
): Promise<void> {
  await inTransaction(runtime.db, async (tx) => {
    await saveAccountFacts(tx, account.id, facts);
    if (account.enrolled_at === null) return;
    await tellAccounts(tx, runtime, { by: 'engine', before: [account], after: [{ ...account, facts }] });
  });
}
