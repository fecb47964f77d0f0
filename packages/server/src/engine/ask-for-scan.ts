/** Asks that an account is looked at now, whole or in part: whichever process works on jobs takes it up within seconds. */
import { inTransaction } from '../store/database/transaction.ts';
import { markDueNow, markScanAsked } from '../store/scan-requests.ts';
import type { Row } from '../store/schema.ts';
import type { Runtime } from './runtime.ts';
import { loadSettings } from './settings/settings.ts';
import { isWatched } from './settings/watching.ts';

export type ScanRequest = {
  readonly account: Row<'account'>;
  /** Only this one; else all that are watched in the account. */
  readonly technology?: string | undefined;
};

/** The technologies that will be looked at: none when what was asked for is not watched in the account. */
export async function askForScan(
  { db, registry, clock }: Pick<Runtime, 'db' | 'registry' | 'clock'>,
  { account, technology }: ScanRequest,
): Promise<readonly string[]> {
  const { activation } = await loadSettings(db);
  const technologies = registry
    .watchersFor(account.type)
    .map(({ id }) => id)
    .filter((id) => technology === undefined || id === technology)
    .filter((id) => isWatched(activation, { technology: id, account }));
  const at = clock.now();
  await inTransaction(db, async (tx) => {
    await markScanAsked(tx, account.id, at);
    await markDueNow(tx, { accountId: account.id, technologies, at });
  });
  return technologies;
}
