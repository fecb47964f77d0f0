/** `init`: data directory, digest key, database. */
import { defineCommand } from '../command.ts';

export const init = defineCommand({
  name: 'init',
  description:
    'Makes the data directory with its digest key, and the database or its newest form. Every other command does the same when it is needed; this one does nothing else. Keep a copy of digest.key: without it a restored database cannot be used.',
  needs: 'runtime',
  endsDemo: true,
  arguments: {},
  options: {},
  run: async ({ config, runtime, output }) => {
    const { id } = runtime.digestKey;
    await output.object({ dataDirectory: config.dataDirectory, digestKey: id });
    await output.text(
      `Data directory ${config.dataDirectory} and its database are ready; the digest key is ${id}.`,
    );
    await output.text('Next: security-monkey account add aws 123456789012 --name prod');
    return 0;
  },
});
