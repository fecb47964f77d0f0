/** `alerter test`: sends a message that says that messages arrive. */
import { sendTest } from '../../engine/messages/send-test.ts';
import { CodedError } from '../../errors/coded-error.ts';
import { defineCommand } from '../command.ts';

export const alerterTest = defineCommand({
  name: 'alerter test',
  description:
    'Sends a test to an address at once, with the configuration of the process that runs, and says whether it was taken. It is kept in the log of deliveries.',
  needs: 'runtime',
  arguments: { alerter: { description: 'the alerter, such as mail' } },
  options: { to: { value: 'ADDRESS', description: 'whom to send it to', required: true } },
  examples: ['alerter test mail --to mara@example.com'],
  run: async ({ runtime, author, output, signal }, { arguments: { alerter }, options: { to } }) => {
    const outcome = await sendTest(runtime, { alerter, to, by: author, signal });
    if (outcome.failure !== undefined)
      throw new CodedError('test_failed', {
        alerter,
        to: outcome.to,
        problem: outcome.failure.replace(/\.$/, ''),
      });
    await output.object({ message: outcome.id, to: outcome.to, taken: true });
    await output.text(`A test to ${outcome.to} was taken by the server; look whether it arrives.`);
    return 0;
  },
});
