/** A stage for audit tests: items of the fake technologies put straight into the store, and what came of auditing them. */
import { canonicalText, hashText, type JsonObject, type Unreadable } from '@security-monkey/sdk';
import { enqueue } from '../../../store/audit-queue.ts';
import type { Database } from '../../../store/database/database.ts';
import type { Row } from '../../../store/schema.ts';
import { givenAccount, givenItem } from '../../../store/testing/given.ts';
import type { Judge } from '../../judge.ts';
import type { Registry } from '../../registry.ts';
import type { Runtime } from '../../runtime.ts';
import { createTestRuntime } from '../../testing/test-runtime.ts';
import type { VirtualClock } from '../../testing/virtual-clock.ts';
import { auditPending } from '../audit-pending.ts';
import type { AuditSummary } from '../audit-summary.ts';
import { judgeInProcess } from '../judge-in-process.ts';

export type AuditBench = {
  readonly db: Database;
  readonly runtime: Runtime;
  readonly clock: VirtualClock;
  readonly account: Row<'account'>;
  /** The ids of the checks that were run since the last look, sorted, as `check name`. */
  readonly judged: () => readonly string[];
  readonly audit: (options?: Partial<Parameters<typeof auditPending>[1]>) => Promise<AuditSummary>;
};

export type BenchOptions = {
  readonly registry?: Registry;
  readonly judge?: (inner: Judge) => Judge;
  readonly enrolled?: Date | null;
};

export async function createAuditBench(db: Database, options: BenchOptions = {}): Promise<AuditBench> {
  const { runtime, clock } = createTestRuntime(db);
  const {
    registry = runtime.registry,
    judge = (inner) => inner,
    enrolled = new Date('2025-01-01T00:00:00Z'),
  } = options;
  const judged: string[] = [];
  const inner = judge(judgeInProcess(registry));
  const audited: Runtime = {
    ...runtime,
    registry,
    judge: async (batch) => {
      judged.push(...batch.flatMap(({ item, checks }) => checks.map(({ id }) => `${id} ${item.name}`)));
      return await inner(batch);
    },
  };
  const account = await givenAccount(db, {
    type: 'fake',
    identifier: 'a1',
    name: 'one',
    enrolled_at: enrolled,
  });
  return {
    db,
    runtime: audited,
    clock,
    account,
    judged: () => judged.splice(0).sort(),
    audit: async (more = {}) =>
      await auditPending(audited, { signal: new AbortController().signal, ...more }),
  };
}

export type WidgetState = {
  readonly config?: JsonObject;
  readonly unreadable?: readonly Unreadable[];
  readonly status?: Row<'item'>['status'];
  readonly identity?: string;
};

/** The config of a widget that no check reports. */
export function quietWidget(name: string): JsonObject {
  return { Name: name, CreatedAt: '2026-01-01T00:00:00.000Z', Size: 1, Members: [] };
}

export const open = (port: number): JsonObject => ({ Port: port, Source: '0.0.0.0/0' });

export async function givenWidget(
  bench: AuditBench,
  name: string,
  state: WidgetState = {},
): Promise<Row<'item'>> {
  const { config = quietWidget(name), unreadable = [], status = 'active', identity = name } = state;
  const item = await givenItem(bench.db, {
    account_id: bench.account.id,
    technology: 'fake.widget',
    scope_region: 'north',
    region: 'north',
    identity,
    lineage: `fake:a1:north:widget/${name}`,
    name,
    status,
    config,
    config_hash: hashText(canonicalText(config)),
    unreadable,
    first_seen: bench.clock.now(),
  });
  await givenAttachment(bench, item.id);
  await enqueueItem(bench, item.id);
  return item;
}

/** A relation without which a widget counts as unattached. */
async function givenAttachment(bench: AuditBench, itemId: string): Promise<void> {
  await bench.db
    .insertInto('relation')
    .values({
      item_id: itemId,
      name: 'attachments',
      technology: 'fake.vault',
      key: 'v1',
      value: '{}',
      valid_from: bench.clock.now(),
      valid_to: null,
    })
    .execute();
}

export async function enqueueItem(bench: AuditBench, itemId: string): Promise<void> {
  await enqueue(bench.db, [{ item_id: itemId, cause: 'config', enqueued_at: bench.clock.now() }]);
}

/** What a scan would record of an item that changed. */
export async function changeItem(bench: AuditBench, itemId: string, state: WidgetState): Promise<void> {
  const { config, unreadable, status } = state;
  await bench.db
    .updateTable('item')
    .set({
      ...(config && { config: JSON.stringify(config), config_hash: hashText(canonicalText(config)) }),
      ...(unreadable && { unreadable: JSON.stringify(unreadable) }),
      ...(status && { status }),
    })
    .where('id', '=', itemId)
    .execute();
  await enqueueItem(bench, itemId);
}

export type IssueView = {
  readonly check: string;
  readonly subject: string;
  readonly status: string;
  readonly unverified: boolean;
};

/** Every issue, in the order of check and subject. */
export async function issues(bench: AuditBench): Promise<readonly IssueView[]> {
  const rows = await bench.db
    .selectFrom('issue')
    .selectAll()
    .orderBy('lineage')
    .orderBy('check_id')
    .orderBy('subject_key')
    .execute();
  return rows.map((row) => ({
    check: row.check_id.split('.').at(-1) ?? '',
    subject: row.subject_key,
    status: row.status,
    unverified: row.unverified_since !== null,
  }));
}

/** Every transition in the order in which they happened, as `from → to: cause`. */
export async function history(bench: AuditBench): Promise<readonly string[]> {
  const rows = await bench.db
    .selectFrom('issue_transition')
    .selectAll()
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => `${row.from_status ?? 'none'} → ${row.to_status}: ${row.cause}`);
}

/** The kinds of the events in the outbox. */
export async function eventKindsOf(bench: AuditBench): Promise<readonly string[]> {
  const rows = await bench.db.selectFrom('outbox').select('kind').orderBy('at').orderBy('id').execute();
  return rows.map(({ kind }) => kind);
}

export async function totals(bench: AuditBench, itemId: string): Promise<object> {
  return await bench.db
    .selectFrom('item')
    .select(['score', 'open_issues', 'unknowns'])
    .where('id', '=', itemId)
    .executeTakeFirstOrThrow();
}
