/** The figures of the dashboard, of all accounts or of one. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client, type Schema } from '../../api/client.ts';

export type Dashboard = Schema<'Dashboard'>;
export type Day = Schema<'Trend'>['days'][number];
export type Change = Schema<'Change'>;

/** Undefined: all accounts that one may see. */
type Account = string | undefined;

const narrowed = (account: Account) => (account === undefined ? {} : { account });

export const dashboardQuery = (account: Account) =>
  queryOptions({
    queryKey: ['summary', account ?? ''],
    queryFn: async ({ signal }) =>
      await answerOf(client.GET('/api/v1/dashboard', { params: { query: narrowed(account) }, signal })),
  });

/** Each day ends at this time of the day, so that the last one is the last 24 hours. */
export const trendQuery = (account: Account, days: number) =>
  queryOptions({
    queryKey: ['dashboard', 'trend', account ?? '', days],
    queryFn: async ({ signal }) => {
      const query = { ...narrowed(account), days, until: new Date().toISOString() };
      return (await answerOf(client.GET('/api/v1/dashboard/trend', { params: { query }, signal }))).days;
    },
  });

export const changesQuery = (account: Account) =>
  infiniteQueryOptions({
    queryKey: ['dashboard', 'changes', account ?? ''],
    queryFn: async ({ pageParam: after, signal }) =>
      await answerOf(
        client.GET('/api/v1/changes', {
          params: { query: { ...narrowed(account), limit: 50, ...(after !== undefined && { after }) } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const endingQuery = (account: Account) =>
  queryOptions({
    queryKey: ['dashboard', 'ending', account ?? ''],
    queryFn: async ({ signal }) =>
      await answerOf(
        client.GET('/api/v1/justifications/ending', {
          params: { query: { ...narrowed(account), limit: 10 } },
          signal,
        }),
      ),
  });

export const worstIssueQuery = (query: string) =>
  queryOptions({
    queryKey: ['issues', 'worst', query],
    queryFn: async ({ signal }) =>
      await answerOf(
        client.GET('/api/v1/issues', { params: { query: { query, sort: 'score', limit: 1 } }, signal }),
      ),
  });
