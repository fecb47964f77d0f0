/** Things that a request names, or the error that they are not there for this viewer. */
import { CodedError } from '../errors/coded-error.ts';
import { parseQuery } from '../query/parse.ts';
import type { Query } from '../query/query.ts';
import type { Vocabulary } from '../query/vocabulary.ts';
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

/** The query, parsed; the error says at which character it is wrong. */
export function queryOf(text: string, vocabulary: Vocabulary): Query {
  const parsed = parseQuery(text, vocabulary);
  if (parsed.ok) return parsed.query;
  const { message, at } = parsed.problem;
  throw new CodedError('query_invalid', {
    position: String(Array.from(text.slice(0, at)).length + 1),
    problem: message,
    pointed: text.slice(at, at + 40),
  });
}
