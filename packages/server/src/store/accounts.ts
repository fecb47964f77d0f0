/** Accounts: what is watched. */
import type { AccountFacts, JsonObject } from '@security-monkey/sdk';
import { sql, type Transaction } from 'kysely';
import type { Database } from './database/database.ts';
import type { Row, Tables } from './schema.ts';
import { isOneOf, sees } from './sees.ts';
import type { Viewer } from './viewer.ts';
import { decodeCursor, keyFormats, type Page, pageOf, pageSize } from './views/page.ts';

export type NewAccount = Omit<
  Row<'account'>,
  'facts' | 'enrolled_at' | 'scan_asked_at' | 'notes' | 'discovered_by' | 'left_out'
> & {
  readonly notes?: string;
  readonly discovered_by?: string;
};

export type AccountChange = {
  readonly identifier?: string;
  readonly name?: string;
  readonly fields?: JsonObject;
  readonly third_party?: boolean;
  readonly active?: boolean;
  readonly notes?: string;
  readonly left_out?: string | null;
};

export async function insertAccount(db: Database, account: NewAccount): Promise<Row<'account'>> {
  return db
    .insertInto('account')
    .values({ ...account, fields: JSON.stringify(account.fields) })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** As {@link insertAccount}; undefined when there is one of that type and identifier, or of that name, already. */
export async function insertFoundAccount(
  db: Database,
  account: NewAccount,
): Promise<Row<'account'> | undefined> {
  return db
    .insertInto('account')
    .values({ ...account, fields: JSON.stringify(account.fields) })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
}

/** Changes what is given. Without anything given, or for an id that does not exist, nothing happens. */
export async function updateAccount(db: Database, id: string, change: AccountChange): Promise<void> {
  if (Object.keys(change).length === 0) return;
  const { fields, ...rest } = change;
  await db
    .updateTable('account')
    .set({ ...rest, ...(fields !== undefined && { fields: JSON.stringify(fields) }) })
    .where('id', '=', id)
    .execute();
}

/**
 * Removes an account with everything recorded of it. Needs a transaction: the scopes are locked first, as a scan does
 * that writes to one, so that what is written just now is removed too, and then the account, to which nothing is added
 * from then on.
 */
export async function removeAccount(tx: Transaction<Tables>, id: string): Promise<void> {
  await tx.selectFrom('coverage').select('region').where('account_id', '=', id).forUpdate().execute();
  await tx.selectFrom('account').select('id').where('id', '=', id).forUpdate().execute();
  await sql`delete from revision where item_id in (select id from item where account_id = ${id})`.execute(tx);
  await tx.deleteFrom('account').where('id', '=', id).execute();
}

export async function accountById(
  db: Database,
  viewer: Viewer,
  id: string,
): Promise<Row<'account'> | undefined> {
  return accountsSeenBy(db, viewer).where('id', '=', id).executeTakeFirst();
}

export async function accountByName(
  db: Database,
  viewer: Viewer,
  name: string,
): Promise<Row<'account'> | undefined> {
  return accountsSeenBy(db, viewer).where('name', '=', name).executeTakeFirst();
}

export async function accountByIdentifier(
  db: Database,
  viewer: Viewer,
  { type, identifier }: { readonly type: string; readonly identifier: string },
): Promise<Row<'account'> | undefined> {
  return accountsSeenBy(db, viewer)
    .where('type', '=', type)
    .where('identifier', '=', identifier)
    .executeTakeFirst();
}

export type AccountSelection = {
  readonly ids?: readonly string[];
  readonly type?: string;
  readonly active?: boolean;
};

/** The accounts by name. */
export async function listAccounts(
  db: Database,
  viewer: Viewer,
  { ids, type, active }: AccountSelection = {},
): Promise<readonly Row<'account'>[]> {
  return accountsSeenBy(db, viewer)
    .$if(ids !== undefined, (query) => query.where(isOneOf('id', ids ?? [])))
    .$if(type !== undefined, (query) => query.where('type', '=', type ?? ''))
    .$if(active !== undefined, (query) => query.where('active', '=', active ?? true))
    .orderBy('name')
    .execute();
}

const list = 'accounts';

/** A page of them by name. */
export async function pageOfAccounts(
  db: Database,
  viewer: Viewer,
  { after, limit: asked }: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<Row<'account'>>> {
  const limit = pageSize(asked);
  const found = await accountsSeenBy(db, viewer)
    .$if(after !== undefined, (query) => {
      const [name] = decodeCursor(after ?? '', { list, formats: [keyFormats.text] });
      return query.where(sql<boolean>`name collate "C" > ${name}`);
    })
    .orderBy(sql`name collate "C"`)
    .limit(limit + 1)
    .execute();
  return pageOf(found, { limit, position: ({ name }) => ({ list, keys: [name] }) });
}

/** Keeps what was found out about an account; equal facts write nothing. */
export async function saveAccountFacts(db: Database, id: string, facts: AccountFacts): Promise<void> {
  const text = JSON.stringify(facts);
  await db
    .updateTable('account')
    .set({ facts: text })
    .where('id', '=', id)
    .where(sql<boolean>`facts is distinct from ${text}::jsonb`)
    .execute();
}

/** Ends the enrolment; false when it had ended before. */
export async function markEnrolled(db: Database, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('account')
    .set({ enrolled_at: at })
    .where('id', '=', id)
    .where('enrolled_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

function accountsSeenBy(db: Database, viewer: Viewer) {
  return db.selectFrom('account').selectAll().where(sees(viewer, 'account.id'));
}
