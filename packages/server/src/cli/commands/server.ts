/** `server`: the pages and the API only, beside workers on one PostgreSQL. */
import { CodedError } from '../../errors/coded-error.ts';
import { defineCommand } from '../command.ts';
import { addressOf, addressOptions } from '../resolve/address-options.ts';
import { runUntilStopped } from '../run-until-stopped.ts';

export const server = defineCommand({
  name: 'server',
  description:
    'Serves the pages and the API of a PostgreSQL database on which workers do the jobs. Start as many as are needed. The digest.key of the data directory must be the same everywhere.',
  needs: 'process',
  arguments: {},
  options: addressOptions,
  run: async (context, { options }) => {
    if (context.config.databaseUrl === undefined) throw new CodedError('server_needs_postgres');
    return await runUntilStopped(context, {
      name: 'server',
      serve: addressOf(context.config, options),
      jobs: false,
    });
  },
});
