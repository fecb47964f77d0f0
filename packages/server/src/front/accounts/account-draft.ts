/** What a person decides about an account, and how it gets into the database. */
import type { JsonObject } from '@security-monkey/sdk';
import type { Runtime } from '../../engine/runtime.ts';
import { CodedError } from '../../errors/coded-error.ts';
import { type AccountChange, insertAccount, updateAccount } from '../../store/accounts.ts';
import type { Database } from '../../store/database/database.ts';
import { codeOf } from '../../store/database/store-error.ts';
import type { Row } from '../../store/schema.ts';

export type Account = Row<'account'>;

export type AccountDraft = {
  readonly type: string;
  readonly identifier: string;
  readonly name: string;
  readonly fields: JsonObject;
  readonly thirdParty: boolean;
  readonly active: boolean;
  readonly notes: string;
};

/** What was decided about an account so far. */
export function draftOf(account: Account): AccountDraft {
  const { type, identifier, name, fields, third_party: thirdParty, active, notes } = account;
  return { type, identifier, name, fields, thirdParty, active, notes };
}

/** Adds it; an error when the account or its name is there already. */
export async function addAccount(
  db: Database,
  draft: AccountDraft,
  runtime: Pick<Runtime, 'nextId' | 'clock'>,
): Promise<Account> {
  const { type, identifier } = draft;
  const account = {
    id: runtime.nextId(),
    created_at: runtime.clock.now(),
    type,
    identifier,
    ...changeOf(draft),
  };
  return await refusingDoubles(draft, () => insertAccount(db, account));
}

/** Changes what may change: the type and the identifier stay, because items belong to them. Gives the account as it is then. */
export async function changeAccount(db: Database, account: Account, draft: AccountDraft): Promise<Account> {
  const change = changeOf(draft);
  await refusingDoubles(draft, () => updateAccount(db, account.id, change));
  return { ...account, ...change };
}

function changeOf({ name, fields, thirdParty, active, notes }: AccountDraft) {
  return { name, fields, third_party: thirdParty, active, notes } satisfies AccountChange;
}

const uniqueViolation = '23505';

async function refusingDoubles<Value>(draft: AccountDraft, write: () => Promise<Value>): Promise<Value> {
  try {
    return await write();
  } catch (error) {
    if (codeOf(error) !== uniqueViolation) throw error;
    const { type, identifier, name } = draft;
    throw new CodedError('account_exists', { type, identifier, name }, { cause: error });
  }
}
