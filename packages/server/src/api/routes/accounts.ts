/** Accounts: what is watched, and what a person decides about it. */

import { z } from 'zod';
import { tellAccounts } from '../../engine/tell-accounts.ts';
import { CodedError } from '../../errors/coded-error.ts';
import { type AccountDraft, addAccount, changeAccount, draftOf } from '../../front/accounts/account-draft.ts';
import { checkDraft } from '../../front/accounts/check-draft.ts';
import { refuseMixing } from '../../front/accounts/refuse-mixing.ts';
import { requireAccountType } from '../../front/accounts/require-account-type.ts';
import { pageOfAccounts, removeAccount } from '../../store/accounts.ts';
import { inTransaction } from '../../store/database/transaction.ts';
import type { Row } from '../../store/schema.ts';
import { type AccountScopes, noScopes, scopesOfAccounts } from '../../store/views/account-scopes.ts';
import { mayAct } from '../auth/roles.ts';
import type { ApiContext } from '../context.ts';
import { accountOf } from '../find.ts';
import { defineRoute, type SignedIn } from '../route.ts';
import { accountChangeSchema, accountDraftSchema, accountSchema } from '../schema/account.ts';
import { done, idParams, isDone, pageQuery, pageSchema } from '../schema/common.ts';

const tag = 'Accounts';

function shown({ role }: SignedIn, account: Row<'account'>, scopes: AccountScopes = noScopes) {
  return {
    id: account.id,
    type: account.type,
    identifier: account.identifier,
    name: account.name,
    fields: mayAct(role, 'admin') ? account.fields : null,
    thirdParty: account.third_party,
    active: account.active,
    notes: account.notes,
    createdAt: account.created_at,
    enrolledAt: account.enrolled_at,
    discoveredBy: account.discovered_by,
    leftOut: account.left_out,
    scopes,
  };
}

async function oneAccount({ runtime }: ApiContext, person: SignedIn, id: string) {
  const account = await accountOf(runtime.db, person.viewer, id);
  const now = runtime.clock.now();
  const scopes = await scopesOfAccounts(runtime.db, person.viewer, { ids: [id], now });
  return shown(person, account, scopes.get(id));
}

export const getAccounts = defineRoute({
  method: 'GET',
  path: '/accounts',
  tag,
  summary: 'The accounts by name, each with how far it has been looked at.',
  role: 'view',
  query: z.strictObject(pageQuery),
  response: pageSchema(accountSchema),
  run: async ({ api: { runtime }, person, query }) => {
    const { rows, next } = await pageOfAccounts(runtime.db, person.viewer, query);
    const asked = { ids: rows.map(({ id }) => id), now: runtime.clock.now() };
    const scopes = await scopesOfAccounts(runtime.db, person.viewer, asked);
    return { rows: rows.map((row) => shown(person, row, scopes.get(row.id))), next };
  },
});

export const getAccount = defineRoute({
  method: 'GET',
  path: '/accounts/:id',
  tag,
  summary: 'One account.',
  role: 'view',
  params: idParams,
  response: accountSchema,
  run: async ({ api, person, params }) => await oneAccount(api, person, params.id),
});

export const postAccount = defineRoute({
  method: 'POST',
  path: '/accounts',
  tag,
  summary: 'Add an account; an active one is scanned at once.',
  role: 'admin',
  sees: 'all',
  audited: 'account.add',
  target: ({ result: { id, name, identifier } }) => ({ id, name, identifier }),
  body: accountDraftSchema,
  response: accountSchema,
  run: async ({ api: { runtime, demo }, person, body }) => {
    const type = requireAccountType(runtime.registry, body.type);
    refuseMixing({ demo, registry: runtime.registry }, type.id);
    const draft = checkDraft(type, body);
    const account = await inTransaction(runtime.db, async (tx) => {
      const added = await addAccount(tx, draft, runtime);
      await tellAccounts(tx, runtime, { by: person.name, before: [], after: [added] });
      return added;
    });
    return shown(person, account);
  },
});

export const patchAccount = defineRoute({
  method: 'PATCH',
  path: '/accounts/:id',
  tag,
  summary: 'Change an account, or stop watching it; its type and identifier stay.',
  role: 'admin',
  sees: 'all',
  audited: 'account.change',
  target: ({ params, body }) => ({ id: params.id, changed: Object.keys(body) }),
  params: idParams,
  body: accountChangeSchema,
  response: accountSchema,
  run: async ({ api, person, params, body }) => {
    const { runtime } = api;
    const account = await accountOf(runtime.db, person.viewer, params.id);
    const before = draftOf(account);
    const changed: AccountDraft = {
      ...before,
      name: body.name ?? before.name,
      fields: body.fields ?? before.fields,
      thirdParty: body.thirdParty ?? before.thirdParty,
      active: body.active ?? before.active,
      notes: body.notes ?? before.notes,
    };
    const draft = checkDraft(requireAccountType(runtime.registry, account.type), changed);
    await inTransaction(runtime.db, async (tx) => {
      const after = await changeAccount(tx, account, draft);
      await tellAccounts(tx, runtime, { by: person.name, before: [account], after: [after] });
    });
    return await oneAccount(api, person, account.id);
  },
});

export const deleteAccount = defineRoute({
  method: 'DELETE',
  path: '/accounts/:id',
  tag,
  summary: 'Remove an account with its items, their history, issues and justifications, for good.',
  role: 'admin',
  sees: 'all',
  audited: 'account.remove',
  params: idParams,
  query: z.strictObject({
    name: z.string().describe('Its name once more, so that nobody removes an account by a slip.'),
  }),
  response: done,
  run: async ({ api: { runtime }, person, params, query }) => {
    const account = await accountOf(runtime.db, person.viewer, params.id);
    if (account.name !== query.name)
      throw new CodedError('request_invalid', { problem: 'the name is not that of the account' });
    await inTransaction(runtime.db, async (tx) => {
      await removeAccount(tx, account.id);
      await tellAccounts(tx, runtime, { by: person.name, before: [account], after: [] });
    });
    return isDone;
  },
});
