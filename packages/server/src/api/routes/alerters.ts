/** Alerters to which people subscribe, and whether what they send arrives. */
import { isMessageAlerter } from '@security-monkey/sdk';
import { z } from 'zod';
import { sendTest } from '../../engine/messages/send-test.ts';
import { CodedError } from '../../errors/coded-error.ts';
import { addressFor } from '../own-address.ts';
import { defineRoute } from '../route.ts';
import { alerterSchema, testDraftSchema, testTakenSchema } from '../schema/telling.ts';

const tag = 'Telling';

export const getAlerters = defineRoute({
  method: 'GET',
  path: '/alerters',
  tag,
  summary: 'The alerters to which people subscribe.',
  role: 'view',
  response: z.object({ rows: z.array(alerterSchema).readonly() }),
  run: async ({ api: { runtime } }) => ({
    rows: runtime.registry.allAlerters.filter(isMessageAlerter).map(({ id, title, address, on }) => ({
      id,
      title,
      address: { label: address.label, example: address.example },
      events: on,
      configured: runtime.alerting.options[id] !== undefined,
    })),
  }),
});

export const postAlerterTest = defineRoute({
  method: 'POST',
  path: '/alerters/:alerter/test',
  tag,
  summary: 'Send a test at once: to one’s own address, or as an administrator to another.',
  role: 'view',
  // Each is a message to somebody.
  perMinute: 10,
  audited: 'alerter.test',
  target: ({ params: { alerter }, body, result: { message } }) => ({ ...body, alerter, message }),
  params: z.object({ alerter: z.string().max(100) }),
  body: testDraftSchema,
  response: testTakenSchema,
  run: async ({ api: { runtime }, person, params: { alerter }, body, signal }) => {
    const { address: to } = addressFor(runtime.registry, person, { alerter, address: body.address });
    const { id, failure } = await sendTest(runtime, { alerter, to, by: person.name, signal });
    if (failure !== undefined)
      throw new CodedError('test_failed', { alerter, to, problem: failure.replace(/\.$/, '') });
    return { message: id, address: to };
  },
});
