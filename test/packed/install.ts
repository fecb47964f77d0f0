/**
 * Installs packages as npm would, without npm and without network: tarballs are unpacked, and what they ask for of others is linked,
 * file by file, from the checkout's own node_modules, which npm has filled by the lock. No symbolic link leads back.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { repositoryRoot } from '../architecture/sources.ts';

/** Without the slash at its end. */
const root = resolve(repositoryRoot);

type Manifest = {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

export type Wish = {
  /** Where `node_modules` is to be. */
  readonly directory: string;
  readonly tarballs: readonly string[];
  /** Packages of others beside those that the tarballs ask for. */
  readonly others?: readonly string[];
};

export function install({ directory, tarballs, others = [] }: Wish): void {
  const modules = join(directory, 'node_modules');
  const unpacked = tarballs.map((tarball) => unpack(tarball, modules));
  const own = new Set(unpacked.map(({ name }) => name));
  const linked = new Set<string>();
  for (const manifest of unpacked)
    for (const name of needsOf(manifest))
      linkPackage(name, workspaceOf(manifest.name), { modules, own, linked });
  for (const name of others) linkPackage(name, root, { modules, own, linked });
}

function unpack(tarball: string, modules: string): Manifest {
  const listed = run('tar', ['-xzOf', tarball, 'package/package.json']);
  const manifest = JSON.parse(listed) as Manifest;
  const target = join(modules, manifest.name);
  mkdirSync(target, { recursive: true });
  run('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);
  return manifest;
}

function run(command: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

function needsOf({ dependencies, peerDependencies, optionalDependencies }: Manifest): readonly string[] {
  return Object.keys({ ...dependencies, ...peerDependencies, ...optionalDependencies });
}

/** Where npm put what only this package has; the root for those that are no workspace. */
function workspaceOf(name: string): string {
  const folder = join(root, 'packages', name.split('/').at(-1) ?? name);
  if (name === 'security-monkey') return join(root, 'packages', 'server');
  return existsSync(folder) ? folder : root;
}

type Linking = {
  readonly modules: string;
  /** Those that came as tarballs. */
  readonly own: ReadonlySet<string>;
  /** Folders that are linked already. */
  readonly linked: Set<string>;
};

/** What is not there is optional, or for another platform: npm leaves it out, too. */
function linkPackage(name: string, asker: string, linking: Linking): void {
  if (linking.own.has(name)) return;
  const folder = find(name, asker);
  if (folder === undefined || linking.linked.has(folder)) return;
  linking.linked.add(folder);
  linkFolder(folder, join(linking.modules, placeOf(folder)));
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  for (const need of needsOf(manifest)) linkPackage(need, folder, linking);
}

/** As Node looks for it: beside the asker, then further up. */
function find(name: string, asker: string): string | undefined {
  const folder = join(asker, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return folder;
  return asker === root ? undefined : find(name, dirname(asker));
}

/** The same place as in the checkout; what only a workspace has lies in its package. */
function placeOf(folder: string): string {
  const path = relative(root, folder);
  const inWorkspace = /^packages\/([^/]+)\/node_modules\/(.*)$/.exec(path);
  if (inWorkspace === null) return path.replace(/^node_modules\//, '');
  const [, workspace = '', rest = ''] = inWorkspace;
  const name = workspace === 'server' ? 'security-monkey' : `@security-monkey/${workspace}`;
  return join(name, 'node_modules', rest);
}

function linkFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    // Packages inside are found by whoever asks for them.
    if (entry.name === 'node_modules') continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, target);
    else if (entry.isFile()) linkFile(source, target);
  }
}

/** Temporary files may lie on another disk. */
function linkFile(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}
