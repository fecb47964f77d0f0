/** Finds the account that a person means: by name, identifier or id. */
import { CodedError } from '../../errors/coded-error.ts';
import type { Account } from '../../front/accounts/account-draft.ts';
import { listAccounts } from '../../store/accounts.ts';
import type { Database } from '../../store/database/database.ts';
import { systemViewer } from '../../store/viewer.ts';

/** The account of that name, else of that identifier or id; an error when there is none. */
export async function requireAccount(db: Database, text: string): Promise<Account> {
  const accounts = await listAccounts(db, systemViewer);
  const found =
    accounts.find(({ name }) => name === text) ??
    accounts.find(({ identifier, id }) => identifier === text || id === text.toLowerCase());
  if (found === undefined) throw new CodedError('account_unknown', { account: text });
  return found;
}
