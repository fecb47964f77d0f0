/** `start`: everything in this process. */
import { defineCommand } from '../command.ts';
import { addressOf, addressOptions } from '../resolve/address-options.ts';
import { runUntilStopped } from '../run-until-stopped.ts';

export const start = defineCommand({
  name: 'start',
  description:
    'Runs everything in this process until it is stopped: makes or migrates the database, serves the pages and the API, scans every active account at its interval (a new one at once), audits, alerts. Prints the address, and a link for the first administrator while there is none. Other commands work meanwhile.',
  needs: 'process',
  arguments: {},
  options: addressOptions,
  examples: ['start', 'start --port 9000'],
  run: async (context, { options }) =>
    await runUntilStopped(context, {
      name: 'start',
      serve: addressOf(context.config, options),
      jobs: true,
    }),
});
