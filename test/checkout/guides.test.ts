/** The guides to checks and watchers of our own, followed word by word in a copy of the checkout: every file written, every command run. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stepsOf } from '../packed/guides.ts';
import { type Checkout, copyCheckout } from './copy-checkout.ts';

let checkout: Checkout;
beforeAll(() => {
  checkout = copyCheckout();
});
afterAll(() => checkout.remove());

/** What stands for the long commands: the same for what a guide touches. */
const narrower: Readonly<Record<string, readonly string[]>> = {
  'npm run check': [
    'npx biome check packages/aws docs',
    'npx oxlint --deny-warnings packages/aws/src/s3-bucket',
    'npx -c "node node_modules/ts7/bin/tsc --noEmit -p ."',
    'npx vitest run --config tools/vitest.config.ts test/docs.test.ts',
  ],
};

function run(line: string): void {
  const [command = '', ...rest] = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, one, two]) => one ?? two ?? '',
  );
  const { status, stdout, stderr } = spawnSync(command, rest, { cwd: checkout.root, encoding: 'utf8' });
  expect({ line, status, said: status === 0 ? '' : stdout + stderr }).toEqual({ line, status: 0, said: '' });
}

/** A guide fills in what the command before has made. */
function fillIn(path: string, text: string): void {
  if (!existsSync(path)) throw new Error(`No command of the guide has made ${path}`);
  writeFileSync(path, text);
}

function follow(guide: string): { readonly files: readonly string[]; readonly commands: readonly string[] } {
  const files: string[] = [];
  const commands: string[] = [];
  for (const step of stepsOf(guide)) {
    if (step.kind === 'file') {
      fillIn(join(checkout.root, step.path), step.text);
      files.push(step.path);
    } else {
      for (const line of narrower[step.line] ?? [step.line]) run(line);
      commands.push(step.line);
    }
  }
  return { files, commands };
}

it('add-a-check.md makes a check that is tested and documented', () => {
  const done = follow('add-a-check.md');
  expect(done).toEqual({
    files: ['packages/aws/src/s3-bucket/checks/no-lifecycle.ts'],
    commands: [
      'npm run new check aws.s3-bucket.no-lifecycle',
      'npm test -- packages/aws',
      'npm run docs',
      'npm run check',
    ],
  });
  const page = join(checkout.root, 'docs/reference/checks/aws.s3-bucket.no-lifecycle.md');
  expect(readFileSync(page, 'utf8')).toContain('A bucket keeps everything for ever');
});

it('add-a-watcher.md makes a watcher that is tested and documented', () => {
  const done = follow('add-a-watcher.md');
  const folder = 'packages/aws/src/ec2-vpc';
  expect(done).toEqual({
    files: [`${folder}/config.ts`, `${folder}/watcher.ts`, `${folder}/estate.ts`],
    commands: ['npm run new watcher aws.ec2-vpc', 'npm test -- packages/aws', 'npm run docs'],
  });
  const permissions = readFileSync(join(checkout.root, 'docs/reference/technologies.md'), 'utf8');
  expect(permissions).toContain('ec2:DescribeVpcs');
});
