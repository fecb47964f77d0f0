/** Ends a scope's run in one transaction: what is gone, what is missing, what the coverage says. */
import type { Deed, Failure } from '@security-monkey/sdk';
import type { Transaction } from 'kysely';
import { enqueue } from '../../store/audit-queue.ts';
import { assertEpoch, completeRun, failRun, freezeRun } from '../../store/coverage.ts';
import { inTransaction } from '../../store/database/transaction.ts';
import { clearMissing, freezeScope, markDeleted, markMissing, thawItems } from '../../store/item-writes.ts';
import { currentRelations, writeRelations } from '../../store/relations.ts';
import { insertRevisions } from '../../store/revisions.ts';
import type { Row, Tables } from '../../store/schema.ts';
import type { Scope } from '../../store/scope.ts';
import { isOneOf } from '../../store/sees.ts';
import { systemViewer } from '../../store/viewer.ts';
import type { NewEvent } from '../notify/new-event.ts';
import { writeEvents } from '../notify/outbox.ts';
import type { Runtime } from '../runtime.ts';
import { actorOf } from './actor-of.ts';
import { itemEvent } from './events.ts';
import { type ItemFailure, keepFailures, keepPastFailure, removeStaleFailures } from './failures.ts';
import { loadLatestRevisions } from './load-known.ts';
import { laterThan } from './plan-page.ts';
import { scopeEvents } from './scope-event.ts';
import type { ScopeRecord } from './scope-record.ts';

/** Ids of items, by what becomes of them. */
export type Conclusions = {
  readonly deleted: readonly string[];
  readonly present: readonly string[];
  readonly marked: readonly string[];
  /** Of those that are not deleted, the ones that were frozen: their scope can be looked at again. */
  readonly thawed: readonly string[];
  /** How many are kept although nothing shows them any more. */
  readonly held: number;
  /** Why the provider did not say what has become of an item that it was asked for. */
  readonly unanswered: readonly ItemFailure[];
  /** By id of those that are deleted, who did it. */
  readonly deeds?: ReadonlyMap<string, Deed>;
};

export type Concluded = {
  readonly conclusions: Conclusions;
  readonly listed: number;
  /** What came of asking for the past of the items; absent when it was not to be asked for. */
  readonly past?: { readonly isFilled: boolean; readonly failure?: Failure } | undefined;
};

/** After a listing that ended without failure. Throws `lost_lease`, after which nothing has been written. */
export async function persistConclusion(
  runtime: Runtime,
  record: ScopeRecord,
  { conclusions, listed, past }: Concluded,
): Promise<void> {
  const now = runtime.clock.now();
  const { run } = record;
  await inTransaction(runtime.db, async (tx) => {
    const before = await assertEpoch(tx, run);
    for (const all of chunks(conclusions.deleted)) {
      const ids = await lockOwn(tx, run.scope, all);
      if (ids.length > 0) await deleteItems(tx, { runtime, record, ids, now, deeds: conclusions.deeds });
    }
    for (const all of chunks(conclusions.marked))
      await markMissing(tx, await lockOwn(tx, run.scope, all), now);
    await clearMissing(tx, conclusions.present);
    for (const all of chunks(conclusions.thawed)) {
      const ids = await lockOwn(tx, run.scope, all);
      await thawItems(tx, ids);
      await enqueue(
        tx,
        ids.map((item_id) => ({ item_id, cause: 'thawed', enqueued_at: now })),
      );
    }
    const unanswered = { scope: run.scope, failures: conclusions.unanswered, now, nextId: runtime.nextId };
    for (const id of await keepFailures(tx, unanswered)) record.failing.add(id);
    if (record.hadFailures) await removeStaleFailures(tx, run.scope, record.failing);
    if (past !== undefined)
      await keepPastFailure(tx, { scope: run.scope, failure: past.failure, now, nextId: runtime.nextId });
    const isPastFilled = past?.isFilled === true;
    await completeRun(tx, run, { at: now, listed, held: conclusions.held, isPastFilled });
    await writeEvents(tx, scopeEvents({ ...record, id: runtime.nextId(), before, now, failure: undefined }));
  });
}

/** After a listing that failed: nothing but coverage is written. */
export async function persistFailure(runtime: Runtime, record: ScopeRun, failure: Failure): Promise<void> {
  const now = runtime.clock.now();
  await inTransaction(runtime.db, async (tx) => {
    const before = await assertEpoch(tx, record.run);
    await failRun(tx, record.run, { at: now, failure });
    await writeEvents(tx, scopeEvents({ ...record, id: runtime.nextId(), before, now, failure }));
  });
}

/** The provider says that there is nothing to look at: the items keep their last state, and nothing is deleted. */
export async function persistFrozen(
  runtime: Runtime,
  { run }: Pick<ScopeRun, 'run'>,
  failure: Failure,
): Promise<void> {
  const now = runtime.clock.now();
  await inTransaction(runtime.db, async (tx) => {
    await assertEpoch(tx, run);
    for await (const ids of freezeScope(tx, run.scope))
      await enqueue(
        tx,
        ids.map((item_id) => ({ item_id, cause: 'frozen', enqueued_at: now })),
      );
    await freezeRun(tx, run, { at: now, failure });
  });
}

type ScopeRun = Pick<ScopeRecord, 'account' | 'run'>;

const chunkSize = 500;

function* chunks(ids: readonly string[]): Iterable<readonly string[]> {
  for (let start = 0; start < ids.length; start += chunkSize) yield ids.slice(start, start + chunkSize);
}

/** Those that the scope still holds: another one may have seen an item meanwhile and taken it over, and knows better. */
async function lockOwn(
  tx: Transaction<Tables>,
  { accountId, technology, region }: Scope,
  ids: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('item')
    .select('id')
    .where(isOneOf('id', ids))
    .where('account_id', '=', accountId)
    .where('technology', '=', technology)
    .where('scope_region', '=', region)
    .where('status', '<>', 'deleted')
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  return rows.map(({ id }) => id);
}

type Deletion = {
  readonly runtime: Runtime;
  readonly record: ScopeRecord;
  readonly ids: readonly string[];
  readonly now: Date;
  readonly deeds: Conclusions['deeds'];
};

async function deleteItems(tx: Transaction<Tables>, deletion: Deletion): Promise<void> {
  const { record, ids, now } = deletion;
  const items = await tx
    .selectFrom('item')
    .select([
      'id',
      'technology',
      'region',
      'name',
      'identity',
      'lineage',
      'config_hash',
      'unreadable',
      'ignored_by',
    ])
    .where('id', 'in', ids)
    .execute();
  const latest = await loadLatestRevisions(tx, ids);
  const ends = items.map((item) => endOf(deletion, item, latest.get(item.id)));
  await insertRevisions(
    tx,
    ends.map(({ revision }) => revision),
  );
  const byTime = Map.groupBy(ends, ({ revision }) => revision.valid_from.getTime());
  for (const [time, group] of byTime)
    await markDeleted(
      tx,
      group.map(({ revision }) => revision.item_id),
      new Date(time),
    );
  const closed = await currentRelations(tx, systemViewer, ids);
  await writeRelations(tx, { closed, opened: [], at: now });
  await enqueue(
    tx,
    items.map(({ id }) => ({ item_id: id, cause: 'deletion', enqueued_at: now })),
  );
  await writeEvents(tx, record.account.enrolled_at === null ? [] : ends.flatMap(({ event }) => event ?? []));
}

type Ending = Pick<
  Row<'item'>,
  | 'id'
  | 'technology'
  | 'region'
  | 'name'
  | 'identity'
  | 'lineage'
  | 'config_hash'
  | 'unreadable'
  | 'ignored_by'
>;

function endOf(
  { runtime, record, now, deeds }: Deletion,
  item: Ending,
  latest: Date | undefined,
): { readonly revision: Row<'revision'>; readonly event: NewEvent | undefined } {
  const deed = deeds?.get(item.id);
  const revision: Row<'revision'> = {
    id: runtime.nextId(),
    item_id: item.id,
    valid_from: laterThan(deed?.at ?? now, latest),
    observed_at: now,
    kind: 'deleted',
    config_hash: item.config_hash,
    source: 'scan',
    actor: actorOf(deed),
    unreadable: item.unreadable,
  };
  if (item.ignored_by !== null) return { revision, event: undefined };
  const told = { id: runtime.nextId(), account: record.account, item, revision };
  return { revision, event: itemEvent({ ...told, kind: 'item.deleted' }) };
}
