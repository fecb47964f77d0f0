/** `new`: scaffolds a unit. The scaffolder is a tool of the checkout; this hands over to it. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '../../errors/coded-error.ts';
import { defineCommand } from '../command.ts';

export const newUnit = defineCommand({
  name: 'new',
  description:
    'Scaffolds a watcher or a check with its tests, registered and ready to be filled in. Works in a checkout of Security Monkey.',
  needs: 'process',
  arguments: {
    kind: { description: 'watcher or check' },
    id: { description: 'its id, such as aws.sqs-queue.unencrypted' },
  },
  options: {},
  examples: ['new check aws.s3-bucket.no-lifecycle', 'new watcher aws.sqs-queue'],
  run: async ({ packageRoot }, { arguments: { kind, id } }) => {
    const scaffolder = join(packageRoot, '..', '..', 'tools', 'scaffold', 'main.ts');
    if (!existsSync(scaffolder)) throw new CodedError('checkout_needed', { kind, id });
    const child = spawn(process.execPath, [...process.execArgv, scaffolder, kind, id], { stdio: 'inherit' });
    return await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', (code) => resolve(code === 0 ? 0 : code === 2 ? 2 : 1));
    });
  },
});
