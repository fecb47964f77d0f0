/** How many of the checks that are unknown now were so at the end of each day; those that were decided since are not kept. */
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { sees } from '../sees.ts';
import type { Viewer } from '../viewer.ts';
import { dayMs, type TrendQuestion } from './issue-trend.ts';

type Begun = {
  /** 0 is the last day; more than there are days is given as the first of them. */
  readonly ago: number;
  readonly count: number;
};

/** A count a day, the oldest first: at least so many were unknown. An unknown check is so without a break since its date. */
export async function unknownTrend(
  db: Database,
  viewer: Viewer,
  { until, days }: TrendQuestion,
): Promise<readonly number[]> {
  const { rows } = await sql<Begun>`
    select least(${days - 1}::integer, floor(extract(epoch from (${until}::timestamptz - unknown.since)) / ${dayMs / 1_000})::integer) as ago,
      count(*)::integer as count
    from unknown join item on item.id = unknown.item_id
    where unknown.since <= ${until} and item.status <> 'deleted' and ${sees(viewer, 'item.account_id')}
    group by 1`.execute(db);
  return Array.from({ length: days }, (_, day) => {
    const begunBefore = rows.filter(({ ago }) => ago >= days - 1 - day);
    return begunBefore.reduce((sum, { count }) => sum + count, 0);
  });
}
