/** How many issues of an item were open at a moment, by the transitions recorded until then. */
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { type Viewer, visible } from '../viewer.ts';

export type PastIssues = {
  readonly open: number;
  /** Their scores as they are today: scores of the past are not recorded. */
  readonly score: number;
};

/**
 * Issues follow a lineage over re-creations, so they are looked up by it; an item that was gone at that moment had
 * none open, because its deletion had fixed them.
 */
export async function pastIssuesOf(
  db: Database,
  viewer: Viewer,
  { items, asOf }: { readonly items: readonly string[]; readonly asOf: Date },
): Promise<ReadonlyMap<string, PastIssues>> {
  if (items.length === 0) return new Map();
  const found = await db
    .selectFrom('item')
    .innerJoin('issue', (join) =>
      join
        .onRef('issue.account_id', '=', 'item.account_id')
        .onRef('issue.lineage', '=', 'item.lineage')
        .onRef('issue.technology', '=', 'item.technology'),
    )
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('issue_transition')
          .select('issue_transition.to_status')
          .whereRef('issue_transition.issue_id', '=', 'issue.id')
          .where('issue_transition.at', '<=', asOf)
          .orderBy('issue_transition.at', 'desc')
          .orderBy('issue_transition.id', 'desc')
          .limit(1)
          .as('standing'),
      (join) => join.onTrue(),
    )
    .where('item.id', 'in', [...items])
    .where((eb) => visible(eb, viewer, 'item.account_id'))
    .where('standing.to_status', '=', 'open')
    .groupBy('item.id')
    .select([
      'item.id',
      sql<number>`count(*)::integer`.as('open'),
      sql<number>`sum(issue.score)::integer`.as('score'),
    ])
    .execute();
  return new Map(found.map(({ id, open, score }) => [id, { open, score }]));
}
