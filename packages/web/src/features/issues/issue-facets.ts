/** How many issues a search finds, and how they divide. */
import { queryOptions } from '@tanstack/react-query';
import { answerOf, client, type Schema } from '../../api/client.ts';

export type IssueFacets = Schema<'IssueFacets'>;

export const issueFacetsQuery = (query: string) =>
  queryOptions({
    queryKey: ['issues', 'facets', query],
    queryFn: async ({ signal }) =>
      await answerOf(client.GET('/api/v1/issues/facets', { params: { query: { query } }, signal })),
  });

/** The number of a value; 0 where nothing has it. */
export function countOf(facets: IssueFacets, facet: string, value: string): number {
  return facets.facets[facet]?.find((found) => found.value === value)?.count ?? 0;
}
