/** What changed lately, over all items: revisions, the newest first. */
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Viewer } from '../viewer.ts';
import { decodeCursor, keyFormats, type Page, pageOf, pageSize } from './page.ts';
import type { RevisionRow, TellMeaning } from './revision-rows.ts';
import { bodiesOf, revisionRow, visibleRevisions } from './revision-rows.ts';

export type ChangeRow = Omit<RevisionRow, 'rebaselines'> & {
  /** The account's name. */
  readonly account: string;
  readonly technology: string;
  readonly region: string;
  readonly name: string;
};

export type ChangesSearch = {
  /** Revisions that became valid after this. */
  readonly since: Date;
  readonly kind?: RevisionRow['kind'] | undefined;
  readonly unordered: (technology: string) => readonly string[];
  readonly meaning: TellMeaning;
  readonly after?: string | undefined;
  /** At most 200: every row compares two configs. */
  readonly limit: number;
};

const list = 'changes';
const mostChanges = 200;

export async function listChanges(
  db: Database,
  viewer: Viewer,
  { since, kind, unordered, meaning, after, limit: asked }: ChangesSearch,
): Promise<Page<ChangeRow>> {
  const limit = Math.min(mostChanges, pageSize(asked));
  const found = await visibleRevisions(db, viewer)
    .innerJoin('account', 'account.id', 'item.account_id')
    .where('revision.valid_from', '>', since)
    .$if(kind !== undefined, (query) => query.where('revision.kind', '=', kind ?? 'changed'))
    .$if(after !== undefined, (query) => {
      const [at, id] = decodeCursor(after ?? '', { list, formats: [keyFormats.time, keyFormats.uuid] });
      return query.where(
        sql<boolean>`(revision.valid_from, revision.id) < (${at}::timestamptz, ${id}::uuid)`,
      );
    })
    .select(['account.name as account', 'item.region', 'item.name'])
    .limit(limit + 1)
    .execute();
  const page = pageOf(found, { limit, position: (row) => ({ list, keys: [row.sort_key, row.id] }) });
  const bodies = await bodiesOf(db, page.rows);
  const rows = page.rows.map((row) => {
    const context = { bodies, unordered: unordered(row.technology), meaning, rebaselines: 0 };
    const { rebaselines: _, ...told } = revisionRow(row, context);
    const { account, technology, region, name } = row;
    return { ...told, account, technology, region, name };
  });
  return { rows, next: page.next };
}
