/** One item as the API gives it: now, then, its revisions, what changed between two of them, what people wrote. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client, type Schema } from '../../api/client.ts';

export type Item = Schema<'ItemDetail'>;
export type PastItem = Schema<'PastItem'>;
export type Revision = Schema<'Revision'>;
export type ItemDiff = Schema<'ItemDiff'>;
export type Relation = Item['relations'][number];
export type Unknown = Item['undecided'][number];

export const itemQuery = (id: string) =>
  queryOptions({
    queryKey: ['item', id],
    queryFn: async ({ signal }) =>
      await answerOf(client.GET('/api/v1/items/{id}', { params: { path: { id } }, signal })),
  });

export const pastItemQuery = (id: string, asOf: string) =>
  queryOptions({
    queryKey: ['item', id, 'at', asOf],
    queryFn: async ({ signal }) =>
      await answerOf(
        client.GET('/api/v1/items/{id}/at', { params: { path: { id }, query: { asOf } }, signal }),
      ),
  });

export const revisionsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['item', id, 'revisions'],
    queryFn: async ({ pageParam: after, signal }) =>
      await answerOf(
        client.GET('/api/v1/items/{id}/revisions', {
          params: { path: { id }, query: { limit: 50, ...(after !== undefined && { after }) } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export type RevisionPair = { readonly from: string | undefined; readonly to: string | undefined };

export const diffQuery = (id: string, { from, to }: RevisionPair) =>
  queryOptions({
    queryKey: ['item', id, 'diff', from ?? '', to ?? ''],
    queryFn: async ({ signal }) =>
      await answerOf(
        client.GET('/api/v1/items/{id}/diff', {
          params: {
            path: { id },
            query: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
          },
          signal,
        }),
      ),
  });

export const commentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['item', id, 'comments'],
    queryFn: async ({ signal }) =>
      await answerOf(client.GET('/api/v1/items/{id}/comments', { params: { path: { id } }, signal })),
  });

export async function commentOnItem(id: string, text: string): Promise<void> {
  await answerOf(client.POST('/api/v1/items/{id}/comments', { params: { path: { id } }, body: { text } }));
}

export async function rescanItem(id: string) {
  return await answerOf(client.POST('/api/v1/items/{id}/rescan', { params: { path: { id } } }));
}
