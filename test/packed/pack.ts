/** Makes the tarballs that would be published, and runs what is installed from them. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../architecture/sources.ts';

/** The paths of the tarballs of all published packages; the pages are built first. */
export function packProduct(directory: string): readonly string[] {
  run(process.execPath, ['tools/build-pages.mjs'], { cwd: repositoryRoot, home: directory });
  const packer = ['--conditions=@security-monkey/source', 'tools/pack/main.ts', directory];
  run(process.execPath, packer, { cwd: repositoryRoot, home: directory });
  return tarballsIn(directory);
}

/** Packs a package that is compiled already, as its author would; the path of the tarball. */
export function packPlugin(directory: string): string {
  run('npm', ['pack', '--ignore-scripts'], { cwd: directory });
  const [tarball] = tarballsIn(directory);
  if (tarball === undefined) throw new Error(`npm pack made no tarball in ${directory}`);
  return tarball;
}

/** Runs a command that is installed in the folder, in plain Node: without the condition of the checkout. */
export function runIn(directory: string, command: string, args: readonly string[]): string {
  return run(process.execPath, [join(directory, 'node_modules', command), ...args], { cwd: directory });
}

function tarballsIn(directory: string): readonly string[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.tgz'))
    .map((name) => join(directory, name));
}

type Place = {
  readonly cwd: string;
  /** Where npm keeps its cache; the folder itself unless given. */
  readonly home?: string;
};

function run(command: string, args: readonly string[], { cwd, home = cwd }: Place): string {
  const env = { PATH: process.env['PATH'] ?? '', HOME: home, NO_COLOR: '1', npm_config_offline: 'true' };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', env });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} in ${cwd}:\n${stdout}${stderr}`);
  return stdout;
}
