/** `subscription add`: one more address that is told. */
import { eventKinds } from '@security-monkey/sdk';
import { subscribe } from '../../engine/messages/subscribe.ts';
import { CodedError } from '../../errors/coded-error.ts';
import { userByEmail } from '../../store/users.ts';
import { systemViewer } from '../../store/viewer.ts';
import { defineCommand } from '../command.ts';
import { subscriptionObject, subscriptionWhen } from '../output/subscription-shape.ts';

const tellable = eventKinds.filter((kind) => kind !== 'settings.changed');

export const subscriptionAdd = defineCommand({
  name: 'subscription add',
  description:
    'Tells an address of what happens: by default of everything in all accounts, in one message after each run. With a minimal score, runs without an issue of at least that score make no message; scopes that cannot be looked at are always told. An address that belongs to a user is told only what that user may see.',
  needs: 'runtime',
  arguments: { address: { description: 'whom to tell, such as mara@example.com' } },
  options: {
    account: {
      value: 'ACCOUNT',
      description: 'only this account, or those whose name matches a pattern with * (repeatable)',
      repeat: true,
    },
    technology: { value: 'TECHNOLOGY', description: 'only this technology (repeatable)', repeat: true },
    'min-score': { value: 'N', description: 'only from this score on, 0 to 10' },
    on: {
      value: 'EVENT',
      description: 'only this kind of events (repeatable)',
      repeat: true,
      choices: tellable,
    },
    daily: {
      value: 'HH:MM',
      description: 'one digest a day at this time instead of a message after each run',
    },
    'time-zone': { value: 'ZONE', description: 'for all times, such as Europe/Berlin (UTC unless given)' },
    alerter: { value: 'ID', description: 'the alerter that tells (mail unless given)' },
  },
  examples: [
    'subscription add mara@example.com --time-zone Europe/Berlin',
    'subscription add oncall@example.com --account "payments-*" --min-score 6 --on issue.opened --on issue.reopened',
    'subscription add team@example.com --daily 08:00 --time-zone Europe/Berlin',
  ],
  run: async ({ runtime, author, output }, { arguments: { address }, options }) => {
    const user = await userByEmail(runtime.db, systemViewer, address.trim());
    const subscription = await subscribe(
      runtime,
      { name: author, viewer: systemViewer },
      {
        alerter: options.alerter ?? 'mail',
        address,
        accounts: options.account,
        technologies: options.technology,
        events: options.on,
        minScore: parseScore(options['min-score']),
        digestAt: options.daily,
        timeZone: options['time-zone'] ?? 'UTC',
        userId: user?.id,
      },
    );
    await output.object(subscriptionObject(subscription));
    await output.text(
      `Subscribed ${subscription.address} (${subscriptionWhen(subscription)}): ${subscription.id}`,
    );
    if (runtime.alerting.options[subscription.alerter] === undefined)
      output.problem(
        `Nothing is sent yet: ${subscription.alerter} is not configured where this runs; docs/guides/mail.md says how to.`,
      );
    return 0;
  },
});

function parseScore(text: string | undefined): number {
  if (text === undefined) return 0;
  if (/^\d{1,2}$/.test(text)) return Number(text);
  throw new CodedError('subscription_invalid', {
    part: 'minimal score',
    problem: `a score is a whole number from 0 to 10, not ${text}`,
  });
}
