/** One item with everything that is known about it now. */
import type { JsonObject, Unreadable } from '@security-monkey/sdk';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { type Viewer, visible } from '../viewer.ts';
import { findItem } from './find-item.ts';
import { type ItemRelation, relationsOf } from './item-relations.ts';
import type { ItemRow } from './item-row.ts';
import { type CoverageRow, coverageOf } from './list-coverage.ts';
import { type IssueRow, listIssues, type RenderIssue } from './list-issues.ts';
import { listUnknowns, type UnknownRow } from './list-unknowns.ts';

export type ItemDetail = ItemRow & {
  readonly accountId: string;
  readonly deletedAt: Date | null;
  /** Since when complete listings lack it, while nothing confirms that it is gone. */
  readonly missingSince: Date | null;
  /** The item of the same lineage whose place it took, where the viewer may see it. */
  readonly predecessor: string | null;
  readonly config: JsonObject;
  /** JSON pointer to value: what is kept up to date without a revision. */
  readonly ephemeral: JsonObject;
  /** When the provider last showed a difference of any kind; null when nothing ephemeral is kept. */
  readonly observedAt: Date | null;
  readonly unreadable: readonly Unreadable[];
  readonly relations: readonly ItemRelation[];
  /** Open, justified and frozen ones, the worst first; at most 1,000. */
  readonly issues: readonly IssueRow[];
  readonly undecided: readonly UnknownRow[];
  /** Of the listing that finds it. */
  readonly coverage: CoverageRow | null;
};

export type GotItem =
  | { readonly kind: 'found'; readonly item: ItemDetail }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly ItemRow[] }
  | { readonly kind: 'none' };

export type ItemRequest = {
  /** An id, ARN, full resource name, identity or name. */
  readonly ref: string;
  readonly now: Date;
  readonly renderIssue: RenderIssue;
};

export async function getItem(db: Database, viewer: Viewer, request: ItemRequest): Promise<GotItem> {
  const found = await findItem(db, viewer, request.ref);
  if (found.kind !== 'found') return found;
  const rest = await restOf(db, viewer, found.item.id);
  // Deleted between the two reads.
  if (rest === undefined) return { kind: 'none' };
  const { account_id, technology, scope_region, ...columns } = rest;
  const issues = await listIssues(db, viewer, {
    query: { kind: 'term', key: 'id', comparison: ':', value: { type: 'id', id: found.item.id } },
    now: request.now,
    checksIn: () => [],
    renderIssue: request.renderIssue,
    limit: 1_000,
  });
  const undecided = await listUnknowns(db, viewer, { item: found.item.id, limit: 1_000 });
  const item: ItemDetail = {
    ...found.item,
    ...columns,
    accountId: account_id,
    relations: await relationsOf(db, viewer, { item: found.item.id, at: null }),
    issues: issues.rows,
    undecided: undecided.rows,
    coverage: await coverageOf(db, viewer, {
      scope: { accountId: account_id, technology, region: scope_region },
      now: request.now,
    }),
  };
  return { kind: 'found', item };
}

async function restOf(db: Database, viewer: Viewer, id: string) {
  return db
    .selectFrom('item')
    .leftJoin('ephemeral', 'ephemeral.item_id', 'item.id')
    .leftJoin('item as former', (join) =>
      join.onRef('former.id', '=', 'item.predecessor').on((eb) => visible(eb, viewer, 'former.account_id')),
    )
    .where('item.id', '=', id)
    .where((eb) => visible(eb, viewer, 'item.account_id'))
    .select([
      'item.account_id',
      'item.technology',
      'item.scope_region',
      'item.deleted_at as deletedAt',
      'item.missing_since as missingSince',
      'former.id as predecessor',
      'item.config',
      sql<JsonObject>`coalesce(ephemeral.body, '{}'::jsonb)`.as('ephemeral'),
      'ephemeral.observed_at as observedAt',
      'item.unreadable',
    ])
    .executeTakeFirst();
}
