/** `worker`: jobs only, beside other processes on one PostgreSQL. */
import { CodedError } from '../../errors/coded-error.ts';
import { defineCommand } from '../command.ts';
import { runUntilStopped } from '../run-until-stopped.ts';

export const worker = defineCommand({
  name: 'worker',
  description:
    'Works on the jobs of a PostgreSQL database that other processes may work on too; start as many as are needed, on as many machines. The digest.key of the data directory must be the same everywhere.',
  needs: 'process',
  arguments: {},
  options: {},
  run: async (context) => {
    if (context.config.databaseUrl === undefined) throw new CodedError('worker_needs_postgres');
    return await runUntilStopped(context, { name: 'worker', jobs: true });
  },
});
