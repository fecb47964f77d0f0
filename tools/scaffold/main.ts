/** `npm run new check aws.s3-bucket.my-rule`: writes the files of a new unit, registered, formatted and with passing tests. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from '@security-monkey/sdk';
import { nextSteps, planPlugin } from './plan-plugin.ts';
import type { SkeletonVersions } from './plugin-template.ts';
import { planUnit } from './scaffold.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [kind = '', id = '', directory] = process.argv.slice(2);

if (kind === 'plugin') makePlugin();
else await makeUnit();

function makePlugin(): void {
  const plan = planPlugin({
    name: id,
    directory,
    versions: versionsOfCheckout(),
    isTaken: (folder) => existsSync(resolve(root, folder)) && readdirSync(resolve(root, folder)).length > 0,
  });
  if ('problem' in plan) return fail(plan.problem);
  write(plan.folder, plan.files);
  return console.log(nextSteps(id, plan.folder));
}

function versionsOfCheckout(): SkeletonVersions {
  const versionOf = (path: string): string => {
    const { version }: { readonly version: string } = JSON.parse(readFileSync(join(root, path), 'utf8'));
    return version;
  };
  return {
    sdk: `^${versionOf('packages/sdk/package.json')}`,
    zod: versionOf('node_modules/zod/package.json'),
    vitest: versionOf('node_modules/vitest/package.json'),
    typescript: versionOf('node_modules/typescript/package.json'),
    nodeTypes: versionOf('node_modules/@types/node/package.json'),
  };
}

async function makeUnit(): Promise<void> {
  const provider = id.split('.')[0] ?? '';
  const folder = `packages/${provider}/src`;
  if (!/^[a-z0-9-]+$/.test(provider) || !existsSync(join(root, folder, 'index.ts')))
    return fail(
      `There is no plugin for ${provider === '' ? 'an id without a provider' : provider} in packages/.`,
    );
  const module: { readonly default: Plugin } = await import(join(root, folder, 'index.ts'));
  const plan = planUnit(kind, id, {
    plugin: module.default,
    read: (path) => textOf(join(root, folder, path)),
  });
  if ('problem' in plan) return fail(plan.problem);
  write(folder, plan.files);
  return console.log(
    `Now fill it in. \`npm test -- ${folder}\` runs its tests, \`npm run docs\` writes its page.`,
  );
}

function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** The folder is relative to the root unless it is absolute. */
function write(folder: string, files: ReadonlyMap<string, string>): void {
  const paths = [...files].map(([path, text]) => {
    const whole = resolve(root, folder, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, text);
    return { whole, shown: `${folder}/${path}` };
  });
  const code = paths.map(({ whole }) => whole).filter((path) => path.endsWith('.ts'));
  spawnSync('npx', ['biome', 'check', '--write', ...code], { cwd: root, stdio: 'ignore' });
  for (const { shown } of paths) console.log(`wrote ${shown}`);
}

function fail(problem: string): void {
  console.error(problem);
  process.exitCode = 2;
}
