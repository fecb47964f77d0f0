/** `npm run new check aws.s3-bucket.my-rule`: writes the files of a new unit, registered, formatted and with passing tests. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from '@security-monkey/sdk';
import { planUnit } from './scaffold.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [kind = '', id = ''] = process.argv.slice(2);
const provider = id.split('.')[0] ?? '';
const folder = `packages/${provider}/src`;

if (!/^[a-z0-9-]+$/.test(provider) || !existsSync(join(root, folder, 'index.ts'))) {
  fail(`There is no plugin for ${provider === '' ? 'an id without a provider' : provider} in packages/.`);
} else {
  const module: { readonly default: Plugin } = await import(join(root, folder, 'index.ts'));
  const plan = planUnit(kind, id, {
    plugin: module.default,
    read: (path) => textOf(join(root, folder, path)),
  });
  if ('problem' in plan) fail(plan.problem);
  else write(plan.files);
}

function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function write(files: ReadonlyMap<string, string>): void {
  const paths = [...files].map(([path, text]) => {
    const whole = join(root, folder, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, text);
    return `${folder}/${path}`;
  });
  spawnSync('npx', ['biome', 'check', '--write', ...paths], { cwd: root, stdio: 'ignore' });
  for (const path of paths) console.log(`wrote ${path}`);
  console.log(`Now fill it in. \`npm test -- ${folder}\` runs its tests, \`npm run docs\` writes its page.`);
}

function fail(problem: string): void {
  console.error(problem);
  process.exitCode = 2;
}
