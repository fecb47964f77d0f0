/** Ends an account's enrolment: once every scope has been looked at, one summary tells of everything found so far. */

import { markEnrolled } from '../../store/accounts.ts';
import { listScopes } from '../../store/coverage.ts';
import type { Database } from '../../store/database/database.ts';
import { inTransaction } from '../../store/database/transaction.ts';
import type { Row } from '../../store/schema.ts';
import { systemViewer } from '../../store/viewer.ts';
import { writeEvents } from '../notify/outbox.ts';
import { accountPayload } from '../record/events.ts';
import type { Runtime } from '../runtime.ts';

/** True when the enrolment ended just now. */
export async function enrolWhenReady(runtime: Runtime, account: Row<'account'>): Promise<boolean> {
  if (account.enrolled_at !== null) return false;
  const scopes = await listScopes(runtime.db, systemViewer, { accountIds: [account.id] });
  const watched = scopes.filter(({ technology }) => runtime.registry.watcher(technology) !== undefined);
  if (watched.length === 0 || watched.some(({ state }) => state === 'never')) return false;
  const at = runtime.clock.now();
  return await inTransaction(runtime.db, async (tx) => {
    if (!(await markEnrolled(tx, account.id, at))) return false;
    const payload = {
      account: accountPayload(account),
      items: await countItems(tx, account.id),
      scopes: watched.length,
      failedScopes: watched.filter(({ state }) => state === 'failed').length,
    };
    const key = `account.enrolled:${account.id}`;
    const event = {
      id: runtime.nextId(),
      key,
      kind: 'account.enrolled',
      at,
      accountId: account.id,
      payload,
    } as const;
    await writeEvents(tx, [event]);
    return true;
  });
}

/** By technology. */
async function countItems(db: Database, accountId: string): Promise<Readonly<Record<string, number>>> {
  const rows = await db
    .selectFrom('item')
    .select((eb) => ['technology', eb.fn.countAll<number>().as('count')])
    .where('account_id', '=', accountId)
    .where('status', '<>', 'deleted')
    .groupBy('technology')
    .orderBy('technology')
    .execute();
  return Object.fromEntries(rows.map(({ technology, count }) => [technology, count]));
}
