/** The accounts that one may see, and the types that there are. */
import { queryOptions } from '@tanstack/react-query';
import { answerOf, client, type Schema } from './client.ts';
import { everyPage } from './every-page.ts';

export type Account = Schema<'Account'>;
export type AccountType = Schema<'AccountType'>;

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: async ({ signal }) =>
    await everyPage(
      async (query) => await answerOf(client.GET('/api/v1/accounts', { params: { query }, signal })),
    ),
});

export const accountTypesQuery = queryOptions({
  queryKey: ['account-types'],
  queryFn: async ({ signal }) => (await answerOf(client.GET('/api/v1/account-types', { signal }))).rows,
  staleTime: 5 * 60_000,
});
