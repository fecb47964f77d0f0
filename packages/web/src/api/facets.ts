/** What searches find, and how that divides. */
import { queryOptions } from '@tanstack/react-query';
import { answerOf, client, type Schema } from './client.ts';

export type ItemFacets = Schema<'ItemFacets'>;
export type IssueFacets = Schema<'IssueFacets'>;

export const itemFacetsQuery = (query: string) =>
  queryOptions({
    queryKey: ['items', 'facets', query],
    queryFn: async ({ signal }) =>
      await answerOf(client.GET('/api/v1/items/facets', { params: { query: { query } }, signal })),
  });

export const issueFacetsQuery = (query: string) =>
  queryOptions({
    queryKey: ['issues', 'facets', query],
    queryFn: async ({ signal }) =>
      await answerOf(client.GET('/api/v1/issues/facets', { params: { query: { query } }, signal })),
  });
