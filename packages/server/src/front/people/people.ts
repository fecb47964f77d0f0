/** The people who may sign in: added and changed, such that somebody can always administrate everything. */
import type { Runtime } from '../../engine/runtime.ts';
import { CodedError } from '../../errors/coded-error.ts';
import { listAccounts } from '../../store/accounts.ts';
import type { Database } from '../../store/database/database.ts';
import { codeOf } from '../../store/database/store-error.ts';
import { inTransaction } from '../../store/database/transaction.ts';
import type { Role, Row } from '../../store/schema.ts';
import { endSessionsOf } from '../../store/sessions.ts';
import { insertUser, lockAdministrators, updateUser, userById } from '../../store/users.ts';
import { systemViewer } from '../../store/viewer.ts';

export type PersonDraft = {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly accounts: 'all' | readonly string[];
};

/** What is undefined stays. */
export type PersonChange = {
  readonly name?: string | undefined;
  readonly role?: Role | undefined;
  readonly accounts?: 'all' | readonly string[] | undefined;
  readonly active?: boolean | undefined;
};

/** All people are read on behalf of the product: whoever asks may administrate all accounts. @throws CodedError person_unknown */
export async function personNamed(db: Database, id: string): Promise<Row<'app_user'>> {
  const person = await userById(db, systemViewer, id);
  if (person === undefined) throw new CodedError('person_unknown', { person: id });
  return person;
}

/** Without a password: that is set by a link. @throws CodedError person_exists, account_unknown */
export async function addPerson(
  { db, nextId, clock }: Pick<Runtime, 'db' | 'nextId' | 'clock'>,
  draft: PersonDraft,
): Promise<Row<'app_user'>> {
  await requireAccounts(db, draft.accounts);
  const { email, name, role, accounts } = draft;
  const person = {
    id: nextId(),
    email,
    name,
    role,
    accounts,
    password_hash: null,
    active: true,
    created_at: clock.now(),
  };
  try {
    await insertUser(db, person);
  } catch (error) {
    if (codeOf(error) !== uniqueViolation) throw error;
    throw new CodedError('person_exists', { email }, { cause: error });
  }
  return person;
}

const uniqueViolation = '23505';

/** Whoever is kept from signing in is signed out at once. @throws CodedError person_unknown, account_unknown, administrator_last */
export async function changePerson(db: Database, id: string, change: PersonChange): Promise<Row<'app_user'>> {
  await personNamed(db, id);
  await requireAccounts(db, change.accounts);
  await inTransaction(db, async (tx) => {
    const before = await lockAdministrators(tx);
    await updateUser(tx, id, change);
    if (change.active === false) await endSessionsOf(tx, id);
    const left = await lockAdministrators(tx);
    if (before.length > 0 && left.length === 0) throw new CodedError('administrator_last');
  });
  return await personNamed(db, id);
}

/** A list of accounts is one of accounts that are there. */
async function requireAccounts(db: Database, accounts: PersonChange['accounts']): Promise<void> {
  if (accounts === undefined || accounts === 'all') return;
  const known = new Set((await listAccounts(db, systemViewer, { ids: accounts })).map(({ id }) => id));
  const unknown = accounts.find((account) => !known.has(account));
  if (unknown !== undefined) throw new CodedError('account_unknown', { account: unknown });
}
