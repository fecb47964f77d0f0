/** `new`: scaffolds a unit. The scaffolder is a tool of the checkout; this hands over to it. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve as fromHere, join } from 'node:path';
import { CodedError } from '../../errors/coded-error.ts';
import { defineCommand } from '../command.ts';

export const newUnit = defineCommand({
  name: 'new',
  description:
    'Scaffolds a watcher or a check with its tests, registered and ready to be filled in, or a plugin as a package of its own. Works in a checkout of Security Monkey.',
  needs: 'process',
  arguments: {
    kind: { description: 'watcher, check or plugin' },
    id: { description: 'its id, such as aws.sqs-queue.unencrypted; of a plugin its name, such as acme' },
    directory: {
      description: 'where a plugin is to be put; examples/plugin-NAME unless given',
      optional: true,
    },
  },
  options: {},
  examples: [
    'new check aws.s3-bucket.no-lifecycle',
    'new watcher aws.sqs-queue',
    'new plugin acme ../plugin-acme',
  ],
  run: async ({ packageRoot }, { arguments: { kind, id, directory } }) => {
    const scaffolder = join(packageRoot, '..', '..', 'tools', 'scaffold', 'main.ts');
    if (!existsSync(scaffolder)) throw new CodedError('checkout_needed', { kind, id });
    // As the person who types sees it, not as the scaffolder, which works from the root of the checkout.
    const place = directory === undefined ? [] : [fromHere(directory)];
    const child = spawn(process.execPath, [...process.execArgv, scaffolder, kind, id, ...place], {
      stdio: 'inherit',
    });
    return await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', (code) => resolve(code === 0 ? 0 : code === 2 ? 2 : 1));
    });
  },
});
