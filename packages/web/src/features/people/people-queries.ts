/** The people who may sign in, and the log of what they changed. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client, type Schema } from '../../api/client.ts';
import { everyPage } from '../../api/every-page.ts';
import type { Role } from '../../api/session.ts';

export type Person = Schema<'Person'>;
export type AuditEntry = Schema<'AuditEntry'>;

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: async ({ signal }) =>
    await everyPage(
      async (query) => await answerOf(client.GET('/api/v1/people', { params: { query }, signal })),
    ),
});

export const auditLogQuery = infiniteQueryOptions({
  queryKey: ['audit-log'],
  queryFn: async ({ pageParam: after, signal }) =>
    await answerOf(
      client.GET('/api/v1/audit-log', {
        params: { query: { limit: 100, ...(after !== undefined && { after }) } },
        signal,
      }),
    ),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
});

export type Invited = { readonly person: Person; readonly link: string };

export async function invite(body: {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
}): Promise<Invited> {
  return await answerOf(client.POST('/api/v1/people', { body: { ...body, accounts: 'all' } }));
}

export async function newLink(id: string): Promise<Invited> {
  return await answerOf(client.POST('/api/v1/people/{id}/link', { params: { path: { id } } }));
}

export async function changePerson(
  id: string,
  body: { readonly role?: Role; readonly active?: boolean },
): Promise<void> {
  await answerOf(client.PATCH('/api/v1/people/{id}', { params: { path: { id } }, body }));
}

export async function signOutPerson(id: string): Promise<void> {
  await answerOf(client.DELETE('/api/v1/people/{id}/sessions', { params: { path: { id } } }));
}
