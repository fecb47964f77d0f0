/** The alerter `acme-board`: posts events as JSON to the board in the control room. */
import { defineAlerter } from '@security-monkey/sdk';
import { z } from 'zod';

export const acmeBoard = defineAlerter({
  id: 'acme-board',
  title: 'ACME control room board',
  options: z.strictObject({
    url: z.url({ protocol: /^https?$/ }).describe('Address that takes the events'),
  }),
  on: ['item.created', 'item.changed', 'item.deleted', 'issue.opened', 'issue.reopened', 'issue.fixed'],
  send: async ({ events, options, signal }) => {
    const response = await fetch(options.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      // The keys let the board drop what it has seen: an event may come twice.
      body: JSON.stringify({ events }),
      signal,
    });
    if (!response.ok) throw new Error(`The board answered ${response.status}.`);
  },
});
