/** Lists of items as the API gives them. */
import { infiniteQueryOptions } from '@tanstack/react-query';
import { answerOf, client, type Schema } from '../../api/client.ts';

export type ItemRow = Schema<'Item'>;
export type ItemSort = 'score' | 'name' | 'changed' | 'firstSeen';

export type ItemSearch = {
  readonly query: string;
  readonly sort: ItemSort;
  readonly order: 'asc' | 'desc' | undefined;
  /** ISO 8601; now unless given. */
  readonly asOf: string | undefined;
};

const pageSize = 100;

export const itemsQuery = ({ query, sort, order, asOf }: ItemSearch) =>
  infiniteQueryOptions({
    queryKey: ['items', { query, sort, order, asOf }],
    queryFn: async ({ pageParam: after, signal }) =>
      await answerOf(
        client.GET('/api/v1/items', {
          params: {
            query: {
              query,
              sort,
              limit: pageSize,
              ...(order !== undefined && { order }),
              ...(asOf !== undefined && { asOf }),
              ...(after !== undefined && { after }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

const sorts: readonly ItemSort[] = ['score', 'name', 'changed', 'firstSeen'];

export function sortOf(text: string | undefined): ItemSort {
  return sorts.find((sort) => sort === text) ?? 'score';
}
