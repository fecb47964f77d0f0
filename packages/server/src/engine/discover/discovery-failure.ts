/** That the accounts in an account could not be listed: kept where doctor finds it, and told once until it is over. */
import type { Failure } from '@security-monkey/sdk';
import { inTransaction } from '../../store/database/transaction.ts';
import { clearFailures, recordFailures } from '../../store/failures.ts';
import type { Row } from '../../store/schema.ts';
import { accountEvent, findFailure, wholeAccount } from '../collect/disconnected.ts';
import { writeEvents } from '../notify/outbox.ts';
import type { Runtime } from '../runtime.ts';

export async function recordDiscoveryFailure(
  runtime: Runtime,
  account: Row<'account'>,
  failure: Failure,
): Promise<void> {
  // It is the one failure of a whole account that is no failure to connect.
  const before = await findFailure(runtime.db, account, 'list');
  const id = before?.id ?? runtime.nextId();
  const row = {
    id,
    account_id: account.id,
    technology: '',
    region: '',
    subject: '',
    stage: 'list' as const,
    class: failure.class,
    detail: failure,
    last_at: runtime.clock.now(),
  };
  await inTransaction(runtime.db, async (tx) => {
    await recordFailures(tx, [row]);
    if (before !== undefined || account.enrolled_at === null) return;
    await writeEvents(tx, [accountEvent(runtime, account, { kind: 'scope.failed', row: id, failure })]);
  });
}

export async function endDiscoveryFailure(runtime: Runtime, account: Row<'account'>): Promise<void> {
  const before = await findFailure(runtime.db, account, 'list');
  if (before === undefined) return;
  await inTransaction(runtime.db, async (tx) => {
    await clearFailures(tx, wholeAccount(account), { stages: ['list'], subjects: [''] });
    if (account.enrolled_at === null) return;
    await writeEvents(tx, [accountEvent(runtime, account, { kind: 'scope.recovered', row: before.id })]);
  });
}
