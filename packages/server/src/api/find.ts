/** Things that a request names, or the error that they are not there for this viewer. */
import { CodedError } from '../errors/coded-error.ts';
import { accountById } from '../store/accounts.ts';
import type { Database } from '../store/database/database.ts';
import type { Row } from '../store/schema.ts';
import type { Viewer } from '../store/viewer.ts';
import { findItem } from '../store/views/find-item.ts';
import type { ItemRow } from '../store/views/item-row.ts';

export async function accountOf(db: Database, viewer: Viewer, id: string): Promise<Row<'account'>> {
  const account = await accountById(db, viewer, id);
  if (account === undefined) throw new CodedError('account_unknown', { account: id });
  return account;
}

export async function itemOf(db: Database, viewer: Viewer, id: string): Promise<ItemRow> {
  const found = await findItem(db, viewer, id);
  if (found.kind !== 'found') throw new CodedError('item_unknown', { item: id });
  return found.item;
}
