/** The log of what people changed through the API. An entry is written once the change has been made: one that failed is not in it. */
import { sql } from 'kysely';
import type { Database } from './database/database.ts';
import type { Row } from './schema.ts';
import { type Viewer, visibleAccounts } from './viewer.ts';
import { decodeCursor, keyFormats, type Page, pageOf, pageSize } from './views/page.ts';

export async function insertAuditEntry(db: Database, entry: Row<'audit_log'>): Promise<void> {
  await db
    .insertInto('audit_log')
    .values({ ...entry, target: JSON.stringify(entry.target) })
    .execute();
}

const list = 'audit-log';

/** The newest first. What it names may be of any account, so nobody is shown it who sees only some. */
export async function listAuditLog(
  db: Database,
  viewer: Viewer,
  { after, limit: asked }: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<Row<'audit_log'>>> {
  if (visibleAccounts(viewer) !== 'all') return { rows: [], next: null };
  const limit = pageSize(asked);
  const found = await db
    .selectFrom('audit_log')
    .selectAll()
    .select(sql<string>`at::text`.as('sort_key'))
    .$if(after !== undefined, (query) => {
      const [at, id] = decodeCursor(after ?? '', { list, formats: [keyFormats.time, keyFormats.uuid] });
      return query.where(sql<boolean>`(at, id) < (${at}::timestamptz, ${id}::uuid)`);
    })
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = pageOf(found, { limit, position: (row) => ({ list, keys: [row.sort_key, row.id] }) });
  return { rows: page.rows.map(withoutKey), next: page.next };
}

function withoutKey({
  id,
  at,
  user_id,
  author,
  address,
  action,
  target,
}: Row<'audit_log'>): Row<'audit_log'> {
  return { id, at, user_id, author, address, action, target };
}
