/** People: who may sign in, in which role, and which accounts they see. */
import { z } from 'zod';
import { CodedError } from '../../errors/coded-error.ts';
import { listAccounts } from '../../store/accounts.ts';
import type { Database } from '../../store/database/database.ts';
import { codeOf } from '../../store/database/store-error.ts';
import { inTransaction } from '../../store/database/transaction.ts';
import type { Row } from '../../store/schema.ts';
import { endSessionsOf } from '../../store/sessions.ts';
import { insertUser, lockAdministrators, pageOfUsers, updateUser, userById } from '../../store/users.ts';
import { systemViewer } from '../../store/viewer.ts';
import { invitation } from '../auth/links.ts';
import { defineRoute } from '../route.ts';
import { idParams, pageQuery, pageSchema } from '../schema/common.ts';
import { invitedSchema, personChangeSchema, personDraftSchema, personSchema } from '../schema/person.ts';

const tag = 'People';
function shown(user: Row<'app_user'>): z.output<typeof personSchema> {
  const { id, email, name, role, accounts, active, password_hash, created_at } = user;
  return {
    id,
    email,
    name,
    role,
    accounts,
    active,
    hasPassword: password_hash !== null,
    createdAt: created_at,
  };
}

/** All people are read on behalf of the product: who asks is an administrator of all accounts. */
async function personNamed(db: Database, id: string): Promise<Row<'app_user'>> {
  const person = await userById(db, systemViewer, id);
  if (person === undefined) throw new CodedError('person_unknown', { person: id });
  return person;
}

export const getPeople = defineRoute({
  method: 'GET',
  path: '/people',
  tag,
  role: 'admin',
  sees: 'all',
  summary: 'The people who may sign in, by address.',
  query: z.strictObject(pageQuery),
  response: pageSchema(personSchema),
  run: async ({ api: { runtime }, query }) => {
    const { rows, next } = await pageOfUsers(runtime.db, systemViewer, query);
    return { rows: rows.map(shown), next };
  },
});

/** A list of accounts is one of accounts that are there. */
async function requireAccounts(db: Database, accounts: 'all' | readonly string[] | undefined): Promise<void> {
  if (accounts === undefined || accounts === 'all') return;
  const known = new Set((await listAccounts(db, systemViewer, { ids: accounts })).map(({ id }) => id));
  const unknown = accounts.find((account) => !known.has(account));
  if (unknown !== undefined) throw new CodedError('account_unknown', { account: unknown });
}

const uniqueViolation = '23505';

export const postPerson = defineRoute({
  method: 'POST',
  path: '/people',
  tag,
  role: 'admin',
  sees: 'all',
  summary: 'Add a person, and get the one-time link by which they set a password.',
  audited: 'person.add',
  target: ({ result: { person } }) => ({ id: person.id, email: person.email, role: person.role }),
  body: personDraftSchema,
  response: invitedSchema,
  run: async ({ api, body }) => {
    const { runtime } = api;
    await requireAccounts(runtime.db, body.accounts);
    const person = {
      ...body,
      id: runtime.nextId(),
      password_hash: null,
      active: true,
      created_at: runtime.clock.now(),
    };
    try {
      await insertUser(runtime.db, person);
    } catch (error) {
      if (codeOf(error) !== uniqueViolation) throw error;
      throw new CodedError('person_exists', { email: body.email }, { cause: error });
    }
    return { person: shown(person), link: await linkFor(api, person.id) };
  },
});

async function linkFor(api: Parameters<typeof invitation>[0], id: string): Promise<string> {
  return `/link#${await invitation(api, id)}`;
}

export const postPersonLink = defineRoute({
  method: 'POST',
  path: '/people/:id/link',
  tag,
  role: 'admin',
  sees: 'all',
  summary: 'Make a new one-time link by which a person sets a password; a former one is void.',
  audited: 'person.link',
  params: idParams,
  response: invitedSchema,
  run: async ({ api, params: { id } }) => {
    const person = await personNamed(api.runtime.db, id);
    return { person: shown(person), link: await linkFor(api, id) };
  },
});

export const patchPerson = defineRoute({
  method: 'PATCH',
  path: '/people/:id',
  tag,
  role: 'admin',
  sees: 'all',
  summary: 'Change a person’s name, role or accounts, or keep them from signing in.',
  audited: 'person.change',
  target: ({ params, body }) => ({ id: params.id, ...body }),
  params: idParams,
  body: personChangeSchema,
  response: personSchema,
  run: async ({ api: { runtime }, params: { id }, body }) => {
    await personNamed(runtime.db, id);
    await requireAccounts(runtime.db, body.accounts);
    await inTransaction(runtime.db, async (tx) => {
      const before = await lockAdministrators(tx);
      await updateUser(tx, id, body);
      if (body.active === false) await endSessionsOf(tx, id);
      const left = await lockAdministrators(tx);
      if (before.length > 0 && left.length === 0) throw new CodedError('administrator_last');
    });
    return shown(await personNamed(runtime.db, id));
  },
});

export const deletePersonSessions = defineRoute({
  method: 'DELETE',
  path: '/people/:id/sessions',
  tag,
  role: 'admin',
  sees: 'all',
  summary: 'Sign a person out everywhere.',
  audited: 'person.sign-out',
  params: idParams,
  response: personSchema,
  run: async ({ api: { runtime }, params: { id } }) => {
    const person = await personNamed(runtime.db, id);
    await endSessionsOf(runtime.db, id);
    return shown(person);
  },
});
