/** `start`: everything in this process. */
import { defineCommand } from '../command.ts';
import { runWithDemo } from '../demo/run-with-demo.ts';
import { addressOf, addressOptions } from '../resolve/address-options.ts';
import { runUntilStopped } from '../run-until-stopped.ts';

export const start = defineCommand({
  name: 'start',
  description:
    'Runs everything in this process until it is stopped: makes or migrates the database, serves the pages and the API, scans every active account at its interval (a new one at once), audits, alerts. Prints the address, and a link for the first administrator while there is none. Other commands work meanwhile. With no account configured, or with --demo, it shows the demo estate: simulated accounts in a data directory of their own, with a history of 90 days that goes on.',
  needs: 'process',
  arguments: {},
  options: addressOptions,
  examples: ['start', 'start --demo', 'start --port 9000'],
  run: async (context, { options }) => {
    const serve = addressOf(context.config, options);
    return await runWithDemo(context, (inner) =>
      runUntilStopped(inner, { name: 'start', serve, jobs: true }),
    );
  },
});
