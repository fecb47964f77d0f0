/** `subscription list`: who is told what. */
import { listSubscriptions } from '../../store/subscriptions.ts';
import { systemViewer } from '../../store/viewer.ts';
import { defineCommand } from '../command.ts';
import { subscriptionObject, subscriptionTable } from '../output/subscription-shape.ts';

export const subscriptionList = defineCommand({
  name: 'subscription list',
  description: 'Lists who is told what, and when.',
  needs: 'runtime',
  arguments: {},
  options: {},
  run: async ({ runtime, output }) => {
    const subscriptions = await listSubscriptions(runtime.db, systemViewer);
    const count = await output.rows(subscriptions, {
      columns: subscriptionTable,
      object: subscriptionObject,
    });
    if (count === 0)
      await output.text('No subscriptions. Add one: security-monkey subscription add mara@example.com');
    return 0;
  },
});
