/** Sets up an engine test: one enrolled or new account on the fake cloud, and short ways to scan and to read what came of it. */
import { sql } from 'kysely';
import { insertAccount } from '../../store/accounts.ts';
import type { Database } from '../../store/database/database.ts';
import type { Row, Tables } from '../../store/schema.ts';
import { type CollectSummary, collectAccount } from '../collect/collect-account.ts';
import type { ScopeFilter } from '../collect/plan-scopes.ts';
import type { Runtime } from '../runtime.ts';

export const identifier = 'a1';

/** Adds the account `a1`, which is on the fake cloud under the same identifier. */
export async function givenFakeAccount(runtime: Runtime, name = identifier): Promise<Row<'account'>> {
  return await insertAccount(runtime.db, {
    id: runtime.nextId(),
    type: 'fake',
    identifier: name,
    name,
    fields: {},
    third_party: false,
    active: true,
    created_at: runtime.clock.now(),
  });
}

/** Collects the account as it is stored now. */
export async function collect(
  runtime: Runtime,
  accountId: string,
  options: ScopeFilter & { readonly signal?: AbortSignal } = {},
): Promise<CollectSummary> {
  const account = await runtime.db
    .selectFrom('account')
    .selectAll()
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  return await collectAccount(runtime, { signal: new AbortController().signal, ...options, account });
}

/** Every row of a table with the transaction that last wrote it: equal before and after means that nothing was written. */
export async function rowVersions(db: Database, table: keyof Tables): Promise<readonly string[]> {
  const { rows } = await sql<{ version: string }>`
    select xmin::text || ' ' || ctid::text || ' ' || tableoid::text as version from ${sql.table(table)}`.execute(
    db,
  );
  return rows.map(({ version }) => version).toSorted();
}

/** The items as `technology/name status`, sorted. */
export async function itemStates(db: Database): Promise<readonly string[]> {
  const items = await db.selectFrom('item').select(['technology', 'name', 'status']).execute();
  return items.map(({ technology, name, status }) => `${technology}/${name} ${status}`).toSorted();
}

/** The revisions as `name kind`, in the order of their validity. */
export async function revisionKinds(db: Database): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('revision')
    .innerJoin('item', 'item.id', 'revision.item_id')
    .select(['item.name', 'revision.kind'])
    .orderBy('revision.valid_from')
    .orderBy('item.name')
    .execute();
  return rows.map(({ name, kind }) => `${name} ${kind}`);
}

/** The events as `kind name`, in order. */
export async function eventNames(db: Database): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['kind', 'payload'])
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(({ kind, payload }) => {
    const { name, technology } = payload;
    return [kind, name ?? technology].filter((part) => typeof part === 'string').join(' ');
  });
}
