/** Technologies and checks by id: their titles, for every page. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answerOf, client, type Schema } from './client.ts';

export type Technology = Schema<'Technology'>;
export type Check = Schema<'Check'>;

/** What is watched changes with a new version, and by settings. */
const staleTime = 5 * 60_000;

export const technologiesQuery = queryOptions({
  queryKey: ['technologies'],
  queryFn: async ({ signal }) => (await answerOf(client.GET('/api/v1/technologies', { signal }))).rows,
  staleTime,
});

export const checksQuery = queryOptions({
  queryKey: ['checks'],
  queryFn: async ({ signal }) => (await answerOf(client.GET('/api/v1/checks', { signal }))).rows,
  staleTime,
});

/** What a technology is called, such as "S3 bucket"; its id until that is known. */
export function useTechnologyTitle(): (id: string) => string {
  const { data } = useQuery(technologiesQuery);
  return useMemo(() => {
    const titles = new Map((data ?? []).map(({ id, title }) => [id, title.one]));
    return (id: string) => titles.get(id) ?? id;
  }, [data]);
}

/** The check, once it is known. */
export function useChecks(): ReadonlyMap<string, Check> {
  const { data } = useQuery({ ...checksQuery, select: byId });
  return data ?? none;
}

const none: ReadonlyMap<string, Check> = new Map();

/** Of one identity, so that it is made anew only when the checks are. */
function byId(rows: readonly Check[]): ReadonlyMap<string, Check> {
  return new Map(rows.map((check) => [check.id, check]));
}
