/** What a query may ask of items and of issues: the same for as long as the page is open. */
import { queryOptions } from '@tanstack/react-query';
import { answerOf, client } from './client.ts';

export const queryKeysQuery = (of: 'items' | 'issues') =>
  queryOptions({
    queryKey: ['query', 'keys', of],
    queryFn: async ({ signal }) =>
      (await answerOf(client.GET('/api/v1/query/keys', { params: { query: { of } }, signal }))).rows,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
