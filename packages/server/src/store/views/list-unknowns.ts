/** Checks that could not be decided, item by item, and why. */
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { type Viewer, visible } from '../viewer.ts';
import { decodeCursor, keyFormats, type Page, pageOf, pageSize } from './page.ts';

export type UnknownRow = {
  readonly item: string;
  readonly account: string;
  readonly technology: string;
  readonly region: string;
  readonly name: string;
  readonly check: string;
  readonly class: string;
  /** The part of the config that could not be read. */
  readonly path: string;
  readonly permission: string | null;
  readonly message: string;
  readonly since: Date;
};

export type UnknownSearch = {
  /** Of one item only, by its id. */
  readonly item?: string | undefined;
  /** Of one account, by its name. */
  readonly account?: string | undefined;
  readonly technology?: string | undefined;
  readonly after?: string | undefined;
  /** At most 1,000. */
  readonly limit: number;
};

const list = 'unknowns';

export async function listUnknowns(
  db: Database,
  viewer: Viewer,
  { item, account, technology, after, limit }: UnknownSearch,
): Promise<Page<UnknownRow>> {
  const size = pageSize(limit);
  const found = await db
    .selectFrom('unknown')
    .innerJoin('item', 'item.id', 'unknown.item_id')
    .innerJoin('account', 'account.id', 'item.account_id')
    .where((eb) => visible(eb, viewer, 'item.account_id'))
    .where('item.status', '<>', 'deleted')
    .$if(item !== undefined, (query) => query.where('unknown.item_id', '=', item ?? ''))
    .$if(account !== undefined, (query) => query.where('account.name', '=', account ?? ''))
    .$if(technology !== undefined, (query) => query.where('item.technology', '=', technology ?? ''))
    .$if(after !== undefined, (query) => {
      const formats = [keyFormats.uuid, keyFormats.text];
      const [lastItem, lastCheck] = decodeCursor(after ?? '', { list, formats });
      return query.where(
        sql<boolean>`(unknown.item_id, unknown.check_id) > (${lastItem}::uuid, ${lastCheck}::text)`,
      );
    })
    .orderBy('unknown.item_id')
    .orderBy('unknown.check_id')
    .limit(size + 1)
    .select([
      'unknown.item_id as item',
      'account.name as account',
      'item.technology',
      'item.region',
      'item.name',
      'unknown.check_id as check',
      'unknown.class',
      'unknown.path',
      'unknown.permission',
      'unknown.message',
      'unknown.since',
    ])
    .execute();
  return pageOf(found, { limit: size, position: (row) => ({ list, keys: [row.item, row.check] }) });
}
