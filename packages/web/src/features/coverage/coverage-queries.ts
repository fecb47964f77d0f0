/** Coverage as the API gives it: cell by cell, scope by scope, and the checks that are unknown. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client, type Schema } from '../../api/client.ts';
import { everyPage } from '../../api/every-page.ts';

export type Cell = Schema<'CoverageCell'>;
export type Scope = Schema<'Scope'>;
export type ScopeState = Scope['state'];
export type Unknown = Schema<'Unknown'>;

/** How often is asked again while something runs. */
const pace = 5_000;

export const matrixQuery = queryOptions({
  queryKey: ['coverage', 'matrix'],
  queryFn: async ({ signal }) =>
    await everyPage(
      async (query) => await answerOf(client.GET('/api/v1/coverage/matrix', { params: { query }, signal })),
    ),
  refetchInterval: ({ state }) => (state.data?.some(({ running }) => running) ? pace : false),
});

type Place = { readonly account: string; readonly technology: string };

/** All regions of one cell. */
export const cellScopesQuery = ({ account, technology }: Place) =>
  queryOptions({
    queryKey: ['coverage', 'cell', account, technology],
    queryFn: async ({ signal }) =>
      await everyPage(
        async (query) =>
          await answerOf(
            client.GET('/api/v1/coverage', { params: { query: { ...query, account, technology } }, signal }),
          ),
      ),
  });

/** Why checks of the items of one cell are unknown: the first thousand of them, which hold every cause there is but the rarest. */
export const cellUnknownsQuery = ({ account, technology }: Place) =>
  queryOptions({
    queryKey: ['coverage', 'unknowns', account, technology],
    queryFn: async ({ signal }) => {
      const query = { account, technology, limit: 1_000 };
      return (await answerOf(client.GET('/api/v1/unknowns', { params: { query }, signal }))).rows;
    },
  });

/** What could not be looked at stands first, what is fine last. */
export const scopeStates: readonly ScopeState[] = ['failed', 'never', 'frozen', 'complete'];

type Reached = { readonly state: ScopeState; readonly after: string | undefined };

const pageSize = 100;

/** The scopes of one state, or of all, state by state. */
export const scopeListQuery = (wanted: ScopeState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['coverage', 'scopes', wanted ?? ''],
    queryFn: async ({ pageParam: { state, after }, signal }) => {
      const query = { state, limit: pageSize, ...(after !== undefined && { after }) };
      const page = await answerOf(client.GET('/api/v1/coverage', { params: { query }, signal }));
      return { rows: page.rows, following: followingOf({ state, after: page.next ?? undefined }, wanted) };
    },
    initialPageParam: firstOf(wanted),
    getNextPageParam: ({ following }) => following,
  });

function firstOf(wanted: ScopeState | undefined): Reached {
  return { state: wanted ?? 'failed', after: undefined };
}

/** Where the list goes on: on the next page of the state, then with the next state. */
export function followingOf(reached: Reached, wanted: ScopeState | undefined): Reached | undefined {
  if (reached.after !== undefined) return reached;
  const next = wanted === undefined ? scopeStates[scopeStates.indexOf(reached.state) + 1] : undefined;
  return next === undefined ? undefined : { state: next, after: undefined };
}

/** Asks for a look at the cell now. */
export async function rescanCell({ accountId, technology }: Pick<Cell, 'accountId' | 'technology'>) {
  return await answerOf(
    client.POST('/api/v1/accounts/{id}/rescan', {
      params: { path: { id: accountId } },
      body: { technology },
    }),
  );
}
