/** Who is signed in, and what their role lets them do. */
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { answerOf, client, type Schema } from './client.ts';
import { rememberCsrf } from './csrf.ts';
import { queryClient } from './query-client.ts';

export type Session = Schema<'Session'>;
export type Person = NonNullable<Session['person']>;
export type Role = Person['role'];

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => keep(await answerOf(client.GET('/api/v1/session', { signal }))),
  staleTime: 5 * 60_000,
});

function keep(session: Session): Session {
  rememberCsrf(session.csrf);
  return session;
}

/** After signing in: what was known for somebody else is forgotten. */
export function beginSession(session: Session): void {
  queryClient.clear();
  queryClient.setQueryData(sessionQuery.queryKey, keep(session));
}

export async function signOut(): Promise<void> {
  await answerOf(client.DELETE('/api/v1/session'));
  rememberCsrf(null);
  queryClient.clear();
}

const ranks: Readonly<Record<Role, number>> = { view: 0, comment: 1, justify: 2, admin: 3 };

/** Whether the person may do what takes the role. */
export function useMay(role: Role): boolean {
  const { data } = useSuspenseQuery(sessionQuery);
  return data.person !== null && ranks[data.person.role] >= ranks[role];
}

/** Whether the person sees all accounts. */
export function useSeesAll(): boolean {
  const { data } = useSuspenseQuery(sessionQuery);
  return data.person?.seesAll === true;
}
