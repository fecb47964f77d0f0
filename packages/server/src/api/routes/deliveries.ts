/** The log of deliveries, and trying again what was given up. */
import { z } from 'zod';
import { CodedError } from '../../errors/coded-error.ts';
import { messageById, reviveMessages } from '../../store/messages.ts';
import { listDeliveries } from '../../store/views/list-deliveries.ts';
import { ownerViewer } from '../auth/overseer.ts';
import { defineRoute } from '../route.ts';
import { done, idParams, isDone, pageQuery, pageSchema } from '../schema/common.ts';
import { deliverySchema, deliveryStates } from '../schema/telling.ts';

const tag = 'Telling';
const state = z.enum(deliveryStates);

export const getDeliveries = defineRoute({
  method: 'GET',
  path: '/deliveries',
  tag,
  summary:
    'What was sent, what waits and what was given up, the newest first: of one’s own subscriptions, or all for administrators who see all accounts.',
  role: 'view',
  query: z.strictObject({
    ...pageQuery,
    state: z
      .union([state.transform((one) => [one]), z.array(state).max(deliveryStates.length)])
      .optional()
      .describe('Only those in this state; may be given several times.'),
  }),
  response: pageSchema(deliverySchema),
  run: async ({ api: { runtime }, person, query: { state: states, after, limit } }) => {
    const page = await listDeliveries(runtime.db, ownerViewer(person), { states, after, limit });
    return { rows: page.rows.map(({ to, ...row }) => ({ ...row, address: to })), next: page.next };
  },
});

export const postDeliveryRetry = defineRoute({
  method: 'POST',
  path: '/deliveries/:id/retry',
  tag,
  summary: 'Try a message again that was given up, with all its attempts before it.',
  role: 'view',
  audited: 'delivery.retry',
  params: idParams,
  response: done,
  run: async ({ api: { runtime }, person, params: { id } }) => {
    const message = await messageById(runtime.db, ownerViewer(person), id);
    const revived =
      message === undefined ? 0 : await reviveMessages(runtime.db, runtime.clock.now(), message.id);
    if (revived === 0) throw new CodedError('message_unknown', { message: id });
    return isDone;
  },
});

export const postDeliveriesRetry = defineRoute({
  method: 'POST',
  path: '/deliveries/retry',
  tag,
  summary: 'Try every message again that was given up.',
  role: 'admin',
  sees: 'all',
  audited: 'delivery.retry-all',
  target: ({ result: { retried } }) => ({ retried }),
  response: z.object({ retried: z.int().describe('How many are due again.') }),
  run: async ({ api: { runtime } }) => ({
    retried: await reviveMessages(runtime.db, runtime.clock.now()),
  }),
});
