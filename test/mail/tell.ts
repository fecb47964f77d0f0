/** What a subscription is told of what waits for it now: composed, rendered, but not sent. */
import type { Message } from '@security-monkey/sdk';
import { composeMessage } from '../../packages/server/src/engine/messages/compose-message.ts';
import { gatherMessages } from '../../packages/server/src/engine/messages/gather-messages.ts';
import type { Runtime } from '../../packages/server/src/engine/runtime.ts';
import { subscriberOfId } from '../../packages/server/src/store/subscriptions.ts';

/** The messages that are due, in the order in which they were made. */
export async function tell(runtime: Runtime): Promise<readonly Message[]> {
  await gatherMessages(runtime);
  const rows = await runtime.db
    .selectFrom('message')
    .selectAll()
    .where('state', '=', 'pending')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const messages: Message[] = [];
  for (const row of rows) {
    const subscriber = await subscriberOfId(runtime.db, row.subscription_id ?? '');
    const message = subscriber && (await composeMessage(runtime, subscriber, row));
    if (message !== undefined) messages.push(message);
  }
  return messages;
}
