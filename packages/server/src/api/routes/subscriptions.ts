/** Subscriptions: a person looks after their own, an administrator who sees all accounts after everybody's. */
import { z } from 'zod';
import { subscribe } from '../../engine/messages/subscribe.ts';
import { CodedError } from '../../errors/coded-error.ts';
import { inTransaction } from '../../store/database/transaction.ts';
import type { Row } from '../../store/schema.ts';
import {
  listSubscriptions,
  pageOfSubscriptions,
  removeSubscription,
  subscriptionById,
} from '../../store/subscriptions.ts';
import { userByEmail } from '../../store/users.ts';
import { systemViewer } from '../../store/viewer.ts';
import { ownerViewer } from '../auth/overseer.ts';
import type { ApiContext } from '../context.ts';
import { type Asked, addressFor } from '../own-address.ts';
import { defineRoute, type SignedIn } from '../route.ts';
import { done, idParams, isDone, pageQuery, pageSchema } from '../schema/common.ts';
import { subscriptionDraftSchema, subscriptionSchema } from '../schema/telling.ts';

const tag = 'Telling';
const perMinute = 60;
/** Every event is held against all of them. */
const mostOfOne = 50;

function shown(subscription: Row<'subscription'>): z.output<typeof subscriptionSchema> {
  return {
    id: subscription.id,
    person: subscription.user_id,
    alerter: subscription.alerter,
    address: subscription.address,
    accounts: subscription.accounts,
    technologies: subscription.technologies,
    events: subscription.events,
    minScore: subscription.min_score,
    dailyAt: subscription.digest_at,
    timeZone: subscription.time_zone,
    nextDigest: subscription.next_digest_at,
    createdAt: subscription.created_at,
    createdBy: subscription.created_by,
  };
}

export const getSubscriptions = defineRoute({
  method: 'GET',
  path: '/subscriptions',
  tag,
  summary:
    'Who is told what: one’s own subscriptions, or everybody’s for administrators who see all accounts.',
  role: 'view',
  query: z.strictObject(pageQuery),
  response: pageSchema(subscriptionSchema),
  run: async ({ api: { runtime }, person, query }) => {
    const { rows, next } = await pageOfSubscriptions(runtime.db, ownerViewer(person), query);
    return { rows: rows.map(shown), next };
  },
});

export const postSubscription = defineRoute({
  method: 'POST',
  path: '/subscriptions',
  tag,
  summary: 'Be told of what happens, or have another address told.',
  role: 'view',
  perMinute,
  audited: 'subscription.add',
  target: ({ result: { id, address, alerter } }) => ({ id, address, alerter }),
  body: subscriptionDraftSchema,
  response: subscriptionSchema,
  run: async ({ api, person, body }) => {
    const { address, userId } = await receiver(api, person, body);
    await refuseTooMany(api, person, userId);
    const subscription = await subscribe(
      api.runtime,
      { name: person.name, viewer: person.viewer },
      {
        alerter: body.alerter,
        address,
        accounts: listOf(body.accounts),
        technologies: listOf(body.technologies),
        events: body.events ?? [],
        minScore: body.minScore,
        digestAt: body.dailyAt ?? undefined,
        timeZone: body.timeZone,
        userId,
      },
    );
    return shown(subscription);
  },
});

function listOf(chosen: 'all' | readonly string[]): readonly string[] {
  return chosen === 'all' ? [] : chosen;
}

/** Whom it is for: an address that belongs to somebody is told what they may see. */
async function receiver({ runtime }: ApiContext, person: SignedIn, asked: Asked) {
  const { address, isOwn } = addressFor(runtime.registry, person, asked);
  if (isOwn) return { address, userId: person.userId };
  const user = await userByEmail(runtime.db, systemViewer, address);
  return { address, userId: user?.id };
}

async function refuseTooMany(
  { runtime }: ApiContext,
  person: SignedIn,
  userId: string | undefined,
): Promise<void> {
  if (userId !== person.userId) return;
  const own = await listSubscriptions(runtime.db, person.viewer);
  if (own.length >= mostOfOne)
    throw new CodedError('subscription_invalid', {
      part: 'number of subscriptions',
      problem: `there are ${own.length} of yours already, and no more are taken; remove one first`,
    });
}

export const deleteSubscription = defineRoute({
  method: 'DELETE',
  path: '/subscriptions/:id',
  tag,
  summary: 'Be told no more; what waits for the subscription is not sent.',
  role: 'view',
  audited: 'subscription.remove',
  params: idParams,
  response: done,
  run: async ({ api: { runtime }, person, params: { id } }) => {
    const subscription = await subscriptionById(runtime.db, ownerViewer(person), id);
    const isRemoved =
      subscription !== undefined && (await inTransaction(runtime.db, (tx) => removeSubscription(tx, id)));
    if (!isRemoved) throw new CodedError('subscription_unknown', { subscription: id });
    return isDone;
  },
});
