/** Tells one subscription of what happens in the account of the pictures. */
import type { Message } from '@security-monkey/sdk';
import { renderText } from '../../packages/alerters/src/mail/render-text.ts';
import { type SubscriptionDraft, subscribe } from '../../packages/server/src/engine/messages/subscribe.ts';
import { systemViewer } from '../../packages/server/src/store/viewer.ts';
import type { Payments } from './payments.ts';
import { tell } from './tell.ts';

/** Who subscribes others. */
export const alice = { name: 'alice', viewer: systemViewer };

export const draft: SubscriptionDraft = {
  alerter: 'mail',
  address: 'mara@example.com',
  accounts: ['payments-prod'],
  technologies: [],
  events: [],
  minScore: 0,
  digestAt: undefined,
  timeZone: 'Europe/Berlin',
  userId: undefined,
};

/** The messages of a new subscription once what happens has been audited and the run has ended. */
export async function told(
  payments: Payments,
  subscription: Partial<SubscriptionDraft>,
  happen: () => Promise<void>,
): Promise<readonly Message[]> {
  await subscribe(payments.runtime, alice, { ...draft, ...subscription });
  await happen();
  await payments.audit('2026-11-20T17:52:30.000Z');
  payments.clock.advance(60_000);
  return await tell(payments.runtime);
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** What a message says; ids stand as `ID`, since other tests count on the same counter. */
export function textOf(message: Message | undefined): string {
  return message === undefined ? '' : renderText(message).replaceAll(uuid, 'ID');
}
