/** An alerter that tells people by keeping what it is given, and refuses when it is told to. */
import { defineAlerter, definePlugin, type MessageDelivery, type Plugin } from '@security-monkey/sdk';
import { z } from 'zod';

export type Pigeon = {
  readonly sent: MessageDelivery<unknown>[];
  /** Why it takes nothing. */
  refusal: string | undefined;
};

/** Addresses are written as those of people who sign in. */
export function pigeonPlugin(pigeon: Pigeon): Plugin {
  const alerter = defineAlerter({
    id: 'pigeon',
    title: 'Pigeon',
    options: z.object({ loft: z.string() }),
    on: ['item.changed', 'issue.opened', 'issue.fixed'],
    address: {
      label: 'Window',
      example: 'mara@example.com',
      parse: (text) => (text.includes('@') ? { value: text.trim() } : { problem: 'that is no window' }),
    },
    send: async (delivery) => {
      if (pigeon.refusal !== undefined) throw new Error(pigeon.refusal);
      pigeon.sent.push(delivery);
    },
  });
  return definePlugin({
    name: 'pigeon-plugin',
    accountTypes: [],
    watchers: [],
    checks: [],
    alerters: [alerter],
  });
}
