/** People: who may sign in, in which role, and which accounts they see. */
import { z } from 'zod';
import { addPerson, changePerson, personNamed } from '../../front/people/people.ts';
import type { Row } from '../../store/schema.ts';
import { endSessionsOf } from '../../store/sessions.ts';
import { pageOfUsers } from '../../store/users.ts';
import { systemViewer } from '../../store/viewer.ts';
import { invitation, linkPath } from '../auth/links.ts';
import type { ApiContext } from '../context.ts';
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
    const person = await addPerson(api.runtime, body);
    return { person: shown(person), link: await linkFor(api, person.id) };
  },
});

async function linkFor(api: ApiContext, id: string): Promise<string> {
  return linkPath(await invitation(api, id));
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
    return shown(await changePerson(runtime.db, id, body));
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
