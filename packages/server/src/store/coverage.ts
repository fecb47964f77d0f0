/** Coverage: what is known of each scope, and which run may write to it. */
import type { Failure } from '@security-monkey/sdk';
import { sql, type Transaction, type UpdateObject } from 'kysely';
import { insertRows, recordset } from './bulk.ts';
import type { Database } from './database/database.ts';
import { StoreError } from './database/store-error.ts';
import type { Row, Tables } from './schema.ts';
import type { Scope } from './scope.ts';
import { isOneOf, sees } from './sees.ts';
import type { Viewer } from './viewer.ts';

/** A run's right to write to a scope, for as long as the scope's epoch is still this one. */
export type Run = { readonly scope: Scope; readonly epoch: number };

/** Adds rows for scopes that were never looked at. */
export async function insertScopes(db: Database, scopes: readonly Scope[]): Promise<void> {
  const rows = scopes.map(({ accountId, technology, region }) => ({
    account_id: accountId,
    technology,
    region,
    state: 'never' as const,
  }));
  const columns = ['account_id', 'technology', 'region', 'state'] as const;
  await insertRows(db, { table: 'coverage', columns, onConflict: sql`on conflict do nothing` }, rows);
}

/**
 * Takes the scope for a run, raises its epoch and returns it.
 * Undefined when another holder's lease has not run out: that run goes on and this one leaves the scope to it.
 */
export async function beginRun(
  db: Database,
  run: { readonly scope: Scope; readonly holder: string; readonly leaseUntil: Date; readonly at: Date },
): Promise<number | undefined> {
  const { scope, holder, leaseUntil, at } = run;
  const { rows } = await sql<{ epoch: number }>`
    insert into coverage (account_id, technology, region, state, epoch, holder, lease_until, last_attempt_at)
    values (${scope.accountId}, ${scope.technology}, ${scope.region}, 'never', 1, ${holder}, ${leaseUntil}, ${at})
    on conflict (account_id, technology, region) do update
    set epoch = coverage.epoch + 1, holder = excluded.holder, lease_until = excluded.lease_until,
      last_attempt_at = excluded.last_attempt_at
    where coverage.lease_until is null or coverage.lease_until <= excluded.last_attempt_at
      or coverage.holder = excluded.holder
    returning epoch`.execute(db);
  return rows[0]?.epoch;
}

/** Lengthens the lease; throws `lost_lease` when the run has lost the scope. */
export async function renewLease(db: Database, run: Run, leaseUntil: Date): Promise<void> {
  await change(db, run, { lease_until: leaseUntil });
}

/** Locks the scope until the transaction ends and returns its row; throws `lost_lease` when another run has taken it over. */
export async function assertEpoch(tx: Transaction<Tables>, run: Run): Promise<Row<'coverage'>> {
  const { accountId, technology, region } = run.scope;
  const row = await tx
    .selectFrom('coverage')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('technology', '=', technology)
    .where('region', '=', region)
    .forUpdate()
    .executeTakeFirst();
  if (row?.epoch !== run.epoch) throw lostLease(run);
  return row;
}

/** The listing was complete: the run ends, the failure is over. */
export async function completeRun(
  db: Database,
  run: Run,
  outcome: {
    readonly at: Date;
    readonly listed: number;
    readonly held: number;
    /** Whether the past of the scope's items has been told now. */
    readonly isPastFilled?: boolean;
  },
): Promise<void> {
  const { at, listed, held, isPastFilled = false } = outcome;
  await change(db, run, {
    ...ended,
    state: 'complete',
    first_complete_at: sql<Date>`coalesce(first_complete_at, ${at}::timestamptz)`,
    last_complete_at: at,
    failure: null,
    failing_since: null,
    listed,
    held,
    ...(isPastFilled && { past_filled_at: at }),
  });
}

type Ill = { readonly at: Date; readonly failure: Failure };

/** The listing failed: the run ends; what was known of the scope stays. */
export async function failRun(db: Database, run: Run, { at, failure }: Ill): Promise<void> {
  await change(db, run, { ...ended, ...ill({ at, failure }), state: 'failed' });
}

/** The provider says that there is nothing to look at for now. */
export async function freezeRun(db: Database, run: Run, { at, failure }: Ill): Promise<void> {
  await change(db, run, { ...ended, ...ill({ at, failure }), state: 'frozen' });
}

/**
 * Takes the beginning of their failure from the scopes that have failed only since a moment: what failed all of them is
 * over, and what comes of each when it is looked at again stands for itself.
 */
export async function forgetFailuresSince(db: Database, accountId: string, since: Date): Promise<void> {
  await db
    .updateTable('coverage')
    .set({ failing_since: null })
    .where('account_id', '=', accountId)
    .where('state', '=', 'failed')
    .where('failing_since', '>=', since)
    .execute();
}

/** Ends a run that was broken off, leaving the scope as it was. */
export async function abandonRun(db: Database, run: Run): Promise<void> {
  await change(db, run, ended);
}

const ended = { holder: null, lease_until: null };

function ill({ at, failure }: Ill) {
  return {
    failure: JSON.stringify(failure),
    failing_since: sql<Date>`coalesce(failing_since, ${at}::timestamptz)`,
  };
}

/** When the scopes are due again; rows that say so already are not written. */
export async function setNextRun(db: Database, scopes: readonly Scope[], at: Date | null): Promise<void> {
  if (scopes.length === 0) return;
  const rows = scopes.map(({ accountId, technology, region }) => ({
    account_id: accountId,
    technology,
    region,
  }));
  await sql`
    update coverage set next_run_at = ${at}::timestamptz
    from ${recordset('coverage', JSON.stringify(rows))} as given
    where coverage.account_id = given.account_id and coverage.technology = given.technology
      and coverage.region = given.region
      and coverage.next_run_at is distinct from ${at}::timestamptz`.execute(db);
}

/** Ends every lease: for the sole user of an embedded database, whose earlier holders are all dead. */
export async function endAllLeases(db: Database): Promise<void> {
  await db.updateTable('coverage').set(ended).where('lease_until', 'is not', null).execute();
}

export type CoverageSelection = {
  readonly accountIds?: readonly string[];
  readonly technologies?: readonly string[];
  readonly regions?: readonly string[];
};

/** The scopes by account, technology and region. */
export async function listScopes(
  db: Database,
  viewer: Viewer,
  { accountIds, technologies, regions }: CoverageSelection = {},
): Promise<readonly Row<'coverage'>[]> {
  let query = db.selectFrom('coverage').selectAll().where(sees(viewer, 'account_id'));
  if (accountIds !== undefined) query = query.where(isOneOf('account_id', accountIds));
  if (technologies !== undefined) query = query.where(isOneOf('technology', technologies, 'text'));
  if (regions !== undefined) query = query.where(isOneOf('region', regions, 'text'));
  return query.orderBy('account_id').orderBy('technology').orderBy('region').execute();
}

async function change(
  db: Database,
  run: Run,
  values: UpdateObject<Tables, 'coverage', 'coverage'>,
): Promise<void> {
  const { accountId, technology, region } = run.scope;
  const { numUpdatedRows } = await db
    .updateTable('coverage')
    .set(values)
    .where('account_id', '=', accountId)
    .where('technology', '=', technology)
    .where('region', '=', region)
    .where('epoch', '=', run.epoch)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw lostLease(run);
}

function lostLease({ scope }: Run): StoreError {
  const name = `${scope.technology} in ${scope.region}`;
  return new StoreError('lost_lease', `Another run has taken over ${name}; this one writes nothing more.`);
}
