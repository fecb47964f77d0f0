/** Alerters, who is told what, and what became of it. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client, fetchWithin, type Schema } from '../../api/client.ts';
import { everyPage } from '../../api/every-page.ts';
import { isEventKind } from './event-words.ts';

export type Alerter = Schema<'Alerter'>;
export type Subscription = Schema<'Subscription'>;
export type Delivery = Schema<'Delivery'>;
export type DeliveryState = Delivery['state'];

/** Everything of this page, so that one act may ask for all of it again. */
const all = 'telling';

export const tellingKey = [all] as const;

export const alertersQuery = queryOptions({
  queryKey: [all, 'alerters'],
  queryFn: async ({ signal }) => (await answerOf(client.GET('/api/v1/alerters', { signal }))).rows,
});

export const subscriptionsQuery = queryOptions({
  queryKey: [all, 'subscriptions'],
  queryFn: async ({ signal }) =>
    await everyPage(
      async (query) => await answerOf(client.GET('/api/v1/subscriptions', { params: { query }, signal })),
    ),
});

/** What waits and what was given up: the newest thousand of each. */
export const unsettledQuery = queryOptions({
  queryKey: [all, 'unsettled'],
  queryFn: async ({ signal }) => {
    const [pending, dead] = await Promise.all(
      (['pending', 'dead'] as const).map(
        async (state) =>
          await answerOf(
            client.GET('/api/v1/deliveries', { params: { query: { state, limit: 1_000 } }, signal }),
          ),
      ),
    );
    return {
      rows: [...(pending?.rows ?? []), ...(dead?.rows ?? [])],
      /** Whether more waits than was read. */
      isCut: (pending?.next ?? null) !== null,
    };
  },
});

export const lastDeliveredQuery = queryOptions({
  queryKey: [all, 'last-delivered'],
  queryFn: async ({ signal }) => {
    const query = { state: 'delivered', limit: 1 } as const;
    const { rows } = await answerOf(client.GET('/api/v1/deliveries', { params: { query }, signal }));
    return rows[0] ?? null;
  },
});

export const deliveriesQuery = (state: DeliveryState | undefined) =>
  infiniteQueryOptions({
    queryKey: [all, 'deliveries', state ?? ''],
    queryFn: async ({ pageParam: after, signal }) =>
      await answerOf(
        client.GET('/api/v1/deliveries', {
          params: {
            query: {
              limit: 50,
              ...(after !== undefined && { after }),
              ...(state !== undefined && { state }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export type SubscriptionDraft = {
  readonly alerter: string;
  readonly address?: string;
  readonly accounts: 'all' | string[];
  readonly technologies: 'all' | string[];
  /** All unless given. */
  readonly events?: readonly string[];
  readonly minScore: number;
  readonly dailyAt: string | null;
  readonly timeZone: string;
};

export async function addSubscription({ events, ...draft }: SubscriptionDraft): Promise<Subscription> {
  const body = { ...draft, ...(events !== undefined && { events: events.filter(isEventKind) }) };
  return await answerOf(client.POST('/api/v1/subscriptions', { body }));
}

export async function removeSubscription(id: string): Promise<void> {
  await answerOf(client.DELETE('/api/v1/subscriptions/{id}', { params: { path: { id } } }));
}

/** A server of mail may think for half a minute before it is given up. */
const patience = 45_000;

export type Test = { readonly alerter: string; readonly address: string | undefined };

export async function sendTest({ alerter, address }: Test): Promise<{ readonly address: string }> {
  return await answerOf(
    client.POST('/api/v1/alerters/{alerter}/test', {
      params: { path: { alerter } },
      body: address === undefined ? {} : { address },
      fetch: fetchWithin(patience),
    }),
  );
}

export async function retryDelivery(id: string): Promise<void> {
  await answerOf(client.POST('/api/v1/deliveries/{id}/retry', { params: { path: { id } } }));
}

export async function retryAll(): Promise<number> {
  return (await answerOf(client.POST('/api/v1/deliveries/retry'))).retried;
}
