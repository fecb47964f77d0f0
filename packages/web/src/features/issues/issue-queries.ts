/** Issues as the API gives them, and what people decide about them. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client, type Schema } from '../../api/client.ts';

export type Issue = Schema<'Issue'>;
export type IssueDetail = Schema<'IssueDetail'>;

export type IssueSort = 'score' | 'opened';
export type IssueSearch = { readonly query: string; readonly sort: IssueSort };

const pageSize = 100;

export const issuesQuery = ({ query, sort }: IssueSearch) =>
  infiniteQueryOptions({
    queryKey: ['issues', { query, sort }],
    queryFn: async ({ pageParam: after, signal }) =>
      await answerOf(
        client.GET('/api/v1/issues', {
          params: { query: { query, sort, limit: pageSize, ...(after !== undefined && { after }) } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** One page of a group, the first. */
export const issuePageQuery = ({ query, sort, limit }: IssueSearch & { readonly limit: number }) =>
  queryOptions({
    queryKey: ['issues', 'page', { query, sort, limit }],
    queryFn: async ({ signal }) =>
      await answerOf(client.GET('/api/v1/issues', { params: { query: { query, sort, limit } }, signal })),
  });

export const issueQuery = (id: string) =>
  queryOptions({
    queryKey: ['issue', id],
    queryFn: async ({ signal }) =>
      await answerOf(client.GET('/api/v1/issues/{id}', { params: { path: { id } }, signal })),
  });

export type Justification = {
  readonly ids: readonly string[];
  readonly reason: string;
  /** ISO 8601; for ever unless given. */
  readonly until?: string;
};

export type Decisions = {
  readonly decided: readonly { readonly id: string }[];
  readonly refused: readonly { readonly id: string; readonly problem: string }[];
};

export async function justify({ ids, reason, until }: Justification): Promise<Decisions> {
  const body = { ids: [...ids], reason, ...(until !== undefined && { until }) };
  return await answerOf(client.POST('/api/v1/issues/justify', { body }));
}

export async function reopen(ids: readonly string[]): Promise<Decisions> {
  return await answerOf(client.POST('/api/v1/issues/reopen', { body: { ids: [...ids] } }));
}

export async function commentOnIssue(id: string, text: string): Promise<void> {
  await answerOf(client.POST('/api/v1/issues/{id}/comments', { params: { path: { id } }, body: { text } }));
}
