/** Makes the tarballs that would be published. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../architecture/sources.ts';

/** The paths of the tarballs of the named packages, or of all. The pages are built first where the server is among them. */
export function packProduct(directory: string, ...names: readonly string[]): readonly string[] {
  if (names.length === 0 || names.includes('server')) node(['tools/build-pages.mjs']);
  node(['--conditions=@security-monkey/source', 'tools/pack/main.ts', directory, ...names]);
  return readdirSync(directory)
    .filter((name) => name.endsWith('.tgz'))
    .map((name) => join(directory, name));
}

function node(args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: repositoryRoot,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`node ${args.join(' ')}:\n${stdout}${stderr}`);
}

/** Runs a command in a folder with what is installed there, in plain Node: without the condition of the checkout. */
export function runIn(directory: string, command: string, args: readonly string[]): string {
  const bin = join(directory, 'node_modules', command);
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: directory,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', HOME: directory, NO_COLOR: '1' },
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} in ${directory}:\n${stdout}${stderr}`);
  return stdout;
}
