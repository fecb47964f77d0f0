/** `subscription remove`: an address is told no more. */
import { CodedError } from '../../errors/coded-error.ts';
import { inTransaction } from '../../store/database/transaction.ts';
import { removeSubscription } from '../../store/subscriptions.ts';
import { defineCommand } from '../command.ts';
import { isUuid } from '../resolve/is-uuid.ts';

export const subscriptionRemove = defineCommand({
  name: 'subscription remove',
  description:
    'Removes a subscription with everything that waits for it. What it was told before stays in the log of deliveries.',
  needs: 'runtime',
  arguments: { subscription: { description: 'its id, as subscription list and every message show it' } },
  options: {},
  run: async ({ runtime, output }, { arguments: { subscription } }) => {
    const id = subscription.toLowerCase();
    const isRemoved = isUuid(id) && (await inTransaction(runtime.db, (tx) => removeSubscription(tx, id)));
    if (!isRemoved) throw new CodedError('subscription_unknown', { subscription });
    await output.object({ removed: id });
    await output.text('Removed.');
    return 0;
  },
});
