/** Reads the audit queue page by page, each item with everything that its checks may see. */
import { canonicalText, type JsonObject } from '@security-monkey/sdk';
import type { ItemSelection } from '../../store/audit-queue.ts';
import type { Database } from '../../store/database/database.ts';
import { currentRelations } from '../../store/relations.ts';
import type { Row } from '../../store/schema.ts';
import { isOneOf } from '../../store/sees.ts';
import { systemViewer } from '../../store/viewer.ts';
import { withEphemeral } from '../record/split-ephemeral.ts';
import { type LastRun, parseRun } from './fingerprint.ts';

export type QueuedItem = Pick<
  Row<'item'>,
  | 'id'
  | 'account_id'
  | 'technology'
  | 'scope_region'
  | 'region'
  | 'identity'
  | 'lineage'
  | 'name'
  | 'tags'
  | 'status'
  | 'first_seen'
  | 'config'
  | 'config_hash'
  | 'recorder'
  | 'unreadable'
>;

export type RelationRow = Pick<Row<'relation'>, 'item_id' | 'name' | 'technology' | 'key' | 'value'>;

/** The item that has the issues of a lineage: of several, the youngest that exists, else the youngest. */
export type Owner = Pick<Row<'item'>, 'id' | 'status'>;

export type PendingItem = {
  /** Its config is whole: with the ephemeral values. */
  readonly item: QueuedItem;
  readonly ephemeral: JsonObject;
  /** Why it was put into the queue. */
  readonly cause: string;
  /** When; later for one that was put there again. */
  readonly enqueuedAt: Date;
  /** By check id; undefined when the item was never audited. */
  readonly lastRuns: ReadonlyMap<string, LastRun> | undefined;
  readonly relations: readonly RelationRow[];
  readonly owner: Owner;
};

const columns = [
  'item.id',
  'item.account_id',
  'item.technology',
  'item.scope_region',
  'item.region',
  'item.identity',
  'item.lineage',
  'item.name',
  'item.tags',
  'item.status',
  'item.first_seen',
  'item.config',
  'item.config_hash',
  'item.recorder',
  'item.unreadable',
] as const;

export type PageRequest = {
  readonly filter: ItemSelection;
  /** The last item of the page before. */
  readonly after: string | undefined;
  readonly limit: number;
};

/** The next page in the order of item ids; empty at the end of the queue. */
export async function readPendingPage(db: Database, request: PageRequest): Promise<readonly PendingItem[]> {
  const { after, limit, filter } = request;
  const { accountIds, technologies } = filter;
  const rows = await db
    .selectFrom('audit_queue')
    .innerJoin('item', 'item.id', 'audit_queue.item_id')
    .leftJoin('audit_state', 'audit_state.item_id', 'item.id')
    .leftJoin('ephemeral', 'ephemeral.item_id', 'item.id')
    .select([
      ...columns,
      'audit_queue.cause',
      'audit_queue.enqueued_at',
      'audit_state.fingerprints',
      'ephemeral.body',
    ])
    .$if(after !== undefined, (query) => query.where('audit_queue.item_id', '>', after ?? ''))
    .$if(accountIds !== undefined, (query) => query.where(isOneOf('item.account_id', accountIds ?? [])))
    .$if(technologies !== undefined, (query) =>
      query.where(isOneOf('item.technology', technologies ?? [], 'text')),
    )
    .orderBy('audit_queue.item_id')
    .limit(limit)
    .execute();
  const relations = await readRelations(
    db,
    rows.map(({ id }) => id),
  );
  const owners = await readOwners(db, rows);
  return rows.map(({ cause, enqueued_at: enqueuedAt, fingerprints, body, ...item }) => ({
    item: { ...item, config: withEphemeral(item.config, body ?? {}) },
    ephemeral: body ?? {},
    cause,
    enqueuedAt,
    lastRuns: fingerprints === null ? undefined : runsOf(fingerprints),
    relations: relations.get(item.id) ?? [],
    owner: owners.get(lineageKey(item)) ?? item,
  }));
}

function runsOf(fingerprints: Readonly<Record<string, string>>): ReadonlyMap<string, LastRun> {
  return new Map(Object.entries(fingerprints).map(([check, text]) => [check, parseRun(text)]));
}

/** The relations of items that hold now, in a fixed order. */
export async function readRelations(
  db: Database,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RelationRow[]>> {
  return Map.groupBy(await currentRelations(db, systemViewer, itemIds), (row) => row.item_id);
}

type Lineage = Pick<Row<'item'>, 'account_id' | 'technology' | 'lineage'>;

export function lineageKey({ account_id: account, technology, lineage }: Lineage): string {
  return `${account}\n${technology}\n${lineage}`;
}

/** By {@link lineageKey}, the item that has the issues of the lineage. */
export async function readOwners(
  db: Database,
  lineages: readonly Lineage[],
): Promise<ReadonlyMap<string, Owner>> {
  if (lineages.length === 0) return new Map();
  const rows = await db
    .selectFrom('item')
    .select(['id', 'status', 'account_id', 'technology', 'lineage', 'first_seen'])
    .where('account_id', 'in', [...new Set(lineages.map((row) => row.account_id))])
    .where('lineage', 'in', [...new Set(lineages.map((row) => row.lineage))])
    .execute();
  const owners = new Map<string, (typeof rows)[number]>();
  for (const row of rows) {
    const other = owners.get(lineageKey(row));
    if (other === undefined || isBefore(other, row)) owners.set(lineageKey(row), row);
  }
  return owners;
}

type Claim = Pick<Row<'item'>, 'id' | 'status' | 'first_seen'>;

function isBefore(a: Claim, b: Claim): boolean {
  if ((a.status === 'deleted') !== (b.status === 'deleted')) return a.status === 'deleted';
  const age = a.first_seen.getTime() - b.first_seen.getTime();
  return age === 0 ? a.id < b.id : age < 0;
}

/** Everything of an item that an audit reads and a scan may change meanwhile, as one text. */
export function inputsOf(
  item: Pick<Row<'item'>, 'status' | 'config_hash' | 'unreadable'> & { readonly ephemeral: JsonObject },
  relations: readonly RelationRow[],
): string {
  return canonicalText([
    item.status,
    item.config_hash,
    item.ephemeral,
    JSON.parse(JSON.stringify(item.unreadable)),
    relations.map(({ name, technology, key, value }) => [name, technology, key, value]),
  ]);
}
