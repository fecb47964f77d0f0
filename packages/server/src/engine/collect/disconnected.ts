/** An account that cannot be connected to: every scope of it says so, and nothing else changes. */
import { type Failure, freezingClasses } from '@security-monkey/sdk';
import { beginRun, forgetFailuresSince, insertScopes, listScopes } from '../../store/coverage.ts';
import type { Database } from '../../store/database/database.ts';
import { inTransaction } from '../../store/database/transaction.ts';
import { clearFailures } from '../../store/failures.ts';
import type { FailureStage, Row } from '../../store/schema.ts';
import type { Scope } from '../../store/scope.ts';
import { systemViewer } from '../../store/viewer.ts';
import { writeEvents } from '../notify/outbox.ts';
import { accountPayload } from '../record/events.ts';
import { isLostLease } from '../record/lost-lease.ts';
import { persistFailure, persistFrozen } from '../record/persist-conclusion.ts';
import type { Runtime } from '../runtime.ts';
import type { ScopeFilter } from './plan-scopes.ts';
import { globalRegion } from './plan-scopes.ts';
import { leaseDuration } from './scope-lease.ts';

type Disconnection = {
  readonly account: Row<'account'>;
  readonly failure: Failure;
  readonly filter: ScopeFilter;
  readonly holder: string;
};

/** The failure row of a whole account has neither technology nor region. */
export function wholeAccount(account: Row<'account'>): Scope {
  return { accountId: account.id, technology: '', region: '' };
}

export async function findDisconnection(
  db: Database,
  account: Row<'account'>,
): Promise<Row<'failure'> | undefined> {
  return await findFailure(db, account, 'connect');
}

/** What fails of a whole account in that stage. */
export async function findFailure(
  db: Database,
  account: Row<'account'>,
  stage: FailureStage,
): Promise<Row<'failure'> | undefined> {
  return await db
    .selectFrom('failure')
    .selectAll()
    .where('account_id', '=', account.id)
    .where('technology', '=', '')
    .where('stage', '=', stage)
    .executeTakeFirst();
}

/** Records it, and gives the scopes that now count as failed or frozen. */
export async function recordDisconnection(
  runtime: Runtime,
  disconnection: Disconnection,
): Promise<readonly Scope[]> {
  const { account, failure, filter } = disconnection;
  await noteAccount(runtime, account, failure);
  const watchers = runtime.registry.watchersFor(account.type);
  // Without a connection only the listings that span regions are known to exist.
  const global = watchers.filter(({ scope }) => scope === 'global');
  await insertScopes(
    runtime.db,
    global.map(({ id }) => ({ accountId: account.id, technology: id, region: globalRegion })),
  );
  const rows = await listScopes(runtime.db, systemViewer, { accountIds: [account.id], ...filter });
  const scopes = rows.map(({ technology, region }) => ({ accountId: account.id, technology, region }));
  const settled: Scope[] = [];
  for (const scope of scopes) if (await settle(runtime, disconnection, scope)) settled.push(scope);
  return settled;
}

async function noteAccount(runtime: Runtime, account: Row<'account'>, failure: Failure): Promise<void> {
  const now = runtime.clock.now();
  const before = await findDisconnection(runtime.db, account);
  const row = {
    id: before?.id ?? runtime.nextId(),
    account_id: account.id,
    technology: '',
    region: '',
    subject: '',
    stage: 'connect' as const,
    class: failure.class,
    detail: JSON.stringify(failure),
    first_at: before?.first_at ?? now,
    last_at: now,
  };
  await inTransaction(runtime.db, async (tx) => {
    const { id: stored } = await tx
      .insertInto('failure')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['account_id', 'technology', 'region', 'subject', 'stage'])
          .doUpdateSet({ class: row.class, detail: row.detail, last_at: now }),
      )
      .returning('id')
      .executeTakeFirstOrThrow();
    // Where another process has noted it in the meantime, that one tells.
    const isNew = before === undefined && stored === row.id;
    if (!isNew || account.enrolled_at === null) return;
    await writeEvents(tx, [accountEvent(runtime, account, { kind: 'scope.failed', row: row.id, failure })]);
  });
}

/** One event for the account, instead of one for each of its scopes. */
export function accountEvent(
  runtime: Runtime,
  account: Row<'account'>,
  told: {
    readonly kind: 'scope.failed' | 'scope.recovered';
    readonly row: string;
    readonly failure?: Failure;
  },
) {
  const { kind, row, failure } = told;
  return {
    id: runtime.nextId(),
    key: `${kind}:${row}`,
    kind,
    at: runtime.clock.now(),
    accountId: account.id,
    payload: {
      account: accountPayload(account),
      technology: '*',
      region: '*',
      ...(failure === undefined ? {} : { failure: { ...failure } }),
    },
  };
}

/** Without an event of its own. False when another run holds the scope: what it sees is newer. */
async function settle(
  runtime: Runtime,
  { account, failure, holder }: Disconnection,
  scope: Scope,
): Promise<boolean> {
  const at = runtime.clock.now();
  const leaseUntil = new Date(at.getTime() + leaseDuration);
  const epoch = await beginRun(runtime.db, { scope, holder, leaseUntil, at });
  if (epoch === undefined) return false;
  const record = { account: { ...account, enrolled_at: null }, run: { scope, epoch } };
  try {
    if (freezingClasses.has(failure.class)) await persistFrozen(runtime, record, failure);
    else await persistFailure(runtime, record, failure);
  } catch (error) {
    if (!isLostLease(error)) throw error;
    return false;
  }
  return true;
}

/** The account could be connected to again. Scopes that failed with it, and not before, are told of no more by themselves. */
export async function endDisconnection(
  runtime: Runtime,
  account: Row<'account'>,
  failure: Row<'failure'>,
): Promise<void> {
  await inTransaction(runtime.db, async (tx) => {
    await clearFailures(tx, wholeAccount(account), { stages: ['connect'], subjects: [''] });
    await forgetFailuresSince(tx, account.id, failure.first_at);
    if (account.enrolled_at === null) return;
    await writeEvents(tx, [accountEvent(runtime, account, { kind: 'scope.recovered', row: failure.id })]);
  });
}
