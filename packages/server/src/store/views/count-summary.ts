/** The few numbers of a status line. */
import { type RawBuilder, sql } from 'kysely';
import { type Severity, severityOf } from '../../query/severity.ts';
import type { Database } from '../database/database.ts';
import type { CoverageState } from '../schema.ts';
import { type Viewer, visible } from '../viewer.ts';
import { countOpenByScore } from './open-by-score.ts';

export type Summary = {
  /** Active accounts. */
  readonly accounts: number;
  /** Items that exist, and how many of them are frozen. */
  readonly items: number;
  readonly frozen: number;
  /** Open issues by band; every band is there. */
  readonly openIssues: Readonly<Record<Severity, number>>;
  /** Checks that could not be decided. */
  readonly unknowns: number;
  /** Scopes by state; every state is there. */
  readonly scopes: Readonly<Record<CoverageState, number>>;
};

/** Counts rows, so its cost grows with them: for a status line, not for a page. */
export async function countSummary(db: Database, viewer: Viewer): Promise<Summary> {
  const items = await countItems(db, viewer);
  return {
    accounts: await countAccounts(db, viewer),
    items: items.items,
    frozen: items.frozen,
    openIssues: await countIssues(db, viewer),
    unknowns: items.unknowns,
    scopes: await countScopes(db, viewer),
  };
}

async function countAccounts(db: Database, viewer: Viewer): Promise<number> {
  const { accounts } = await db
    .selectFrom('account')
    .where('account.active', '=', true)
    .where((eb) => visible(eb, viewer, 'account.id'))
    .select(sql<number>`count(*)::integer`.as('accounts'))
    .executeTakeFirstOrThrow();
  return accounts;
}

type ItemCounts = Pick<Summary, 'items' | 'frozen' | 'unknowns'>;

/** Each of the three from an index of its own: the rows of a million items are not read. */
async function countItems(db: Database, viewer: Viewer): Promise<ItemCounts> {
  const of = (condition: RawBuilder<boolean>, figure: RawBuilder<number>) =>
    db
      .selectFrom('item')
      .where(condition)
      .where((eb) => visible(eb, viewer, 'item.account_id'))
      .select(figure.as('figure'));
  const count = sql<number>`count(*)::integer`;
  const { items, frozen, unknowns } = await db
    .selectNoFrom([
      of(sql`item.status <> 'deleted'`, count).as('items'),
      of(sql`item.status = 'frozen'`, count).as('frozen'),
      of(
        sql`item.unknowns > 0 and item.status <> 'deleted'`,
        sql`coalesce(sum(item.unknowns), 0)::integer`,
      ).as('unknowns'),
    ])
    .executeTakeFirstOrThrow();
  return { items: items ?? 0, frozen: frozen ?? 0, unknowns: unknowns ?? 0 };
}

async function countIssues(db: Database, viewer: Viewer): Promise<Summary['openIssues']> {
  const counts = { critical: 0, high: 0, medium: 0, low: 0, informational: 0 };
  for (const { score, issues } of await countOpenByScore(db, viewer)) counts[severityOf(score)] += issues;
  return counts;
}

/** Every state is there. */
export async function countScopes(db: Database, viewer: Viewer): Promise<Summary['scopes']> {
  const found = await db
    .selectFrom('coverage')
    .where((eb) => visible(eb, viewer, 'coverage.account_id'))
    .groupBy('coverage.state')
    .select(['coverage.state', sql<number>`count(*)::integer`.as('scopes')])
    .execute();
  const counts = { never: 0, complete: 0, failed: 0, frozen: 0 };
  for (const { state, scopes } of found) counts[state] = scopes;
  return counts;
}
