/** What stands in the store after a step, as the oracle reads it: by plain statements, none of the product's own reads. */
import type { Database } from '../../../packages/server/src/store/database/database.ts';
import type { Row } from '../../../packages/server/src/store/schema.ts';

export type Snapshot = {
  /** By id. */
  readonly accounts: ReadonlyMap<string, Row<'account'>>;
  readonly items: ReadonlyMap<string, Row<'item'>>;
  readonly issues: ReadonlyMap<string, Row<'issue'>>;
  readonly revisions: ReadonlyMap<string, Row<'revision'>>;
  readonly transitions: ReadonlyMap<string, Row<'issue_transition'>>;
  readonly outbox: ReadonlyMap<string, Row<'outbox'>>;
  /** By item, values at ephemeral paths by pointer. */
  readonly ephemeral: ReadonlyMap<string, Row<'ephemeral'>['body']>;
  /** By item, the keys of its relations that hold. */
  readonly attached: ReadonlyMap<string, readonly string[]>;
  /** By issue, the justification that has not ended. */
  readonly justifications: ReadonlyMap<string, Row<'justification'>>;
  /** `item check`. */
  readonly unknowns: ReadonlySet<string>;
  /** Items that were audited at least once. */
  readonly audited: ReadonlySet<string>;
  readonly queued: ReadonlySet<string>;
  readonly coverage: readonly Row<'coverage'>[];
  readonly failures: readonly Row<'failure'>[];
};

export async function takeSnapshot(db: Database): Promise<Snapshot> {
  const [accounts, items, issues, revisions, transitions, outbox] = await Promise.all([
    db.selectFrom('account').selectAll().execute(),
    db.selectFrom('item').selectAll().execute(),
    db.selectFrom('issue').selectAll().execute(),
    db.selectFrom('revision').selectAll().execute(),
    db.selectFrom('issue_transition').selectAll().orderBy('id').execute(),
    db.selectFrom('outbox').selectAll().execute(),
  ]);
  return {
    ...(await takeRest(db)),
    accounts: byId(accounts),
    items: byId(items),
    issues: byId(issues),
    revisions: byId(revisions),
    transitions: byId(transitions),
    outbox: byId(outbox),
  };
}

type Rest = Omit<Snapshot, 'accounts' | 'items' | 'issues' | 'revisions' | 'transitions' | 'outbox'>;

/** What has no id of its own. */
async function takeRest(db: Database): Promise<Rest> {
  const [relations, sideRows, justifications, unknowns, audited, queued, coverage, failures] =
    await Promise.all([
      db
        .selectFrom('relation')
        .select(['item_id', 'key'])
        .where('valid_to', 'is', null)
        .orderBy('key')
        .execute(),
      db.selectFrom('ephemeral').selectAll().execute(),
      db.selectFrom('justification').selectAll().where('ended_at', 'is', null).execute(),
      db.selectFrom('unknown').select(['item_id', 'check_id']).execute(),
      db.selectFrom('audit_state').select('item_id').execute(),
      db.selectFrom('audit_queue').select('item_id').execute(),
      db.selectFrom('coverage').selectAll().execute(),
      db.selectFrom('failure').selectAll().execute(),
    ]);
  const grouped = Map.groupBy(relations, ({ item_id }) => item_id);
  return {
    ephemeral: new Map(sideRows.map(({ item_id, body }) => [item_id, body])),
    attached: new Map([...grouped].map(([id, rows]) => [id, rows.map(({ key }) => key)])),
    justifications: new Map(justifications.map((row) => [row.issue_id, row])),
    unknowns: new Set(unknowns.map(({ item_id, check_id }) => `${item_id} ${check_id}`)),
    audited: new Set(audited.map(({ item_id }) => item_id)),
    queued: new Set(queued.map(({ item_id }) => item_id)),
    coverage,
    failures,
  };
}

function byId<Value extends { readonly id: string }>(rows: readonly Value[]): ReadonlyMap<string, Value> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** What is in the second and not in the first. */
export function added<Value>(
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
): readonly Value[] {
  return [...after].flatMap(([id, value]) => (before.has(id) ? [] : [value]));
}
