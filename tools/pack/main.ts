/** `npm run tarballs -- DIRECTORY [PACKAGE…]`: writes the tarballs of the packages that are published, as npm would install them. */

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { compile } from './compile.ts';
import { type Manifest, publishedManifest, workspacePackages } from './manifest.ts';

const root = resolve(import.meta.dirname, '..', '..');
const [target, ...wanted] = process.argv.slice(2);
if (target === undefined) {
  process.stderr.write('Name the directory for the tarballs: npm run tarballs -- DIRECTORY\n');
  process.exitCode = 2;
} else packAll(resolve(target));

function packAll(destination: string): void {
  mkdirSync(destination, { recursive: true });
  const names = published().filter((name) => wanted.length === 0 || wanted.includes(name));
  for (const name of names) process.stdout.write(`${pack(name, destination)}\n`);
}

/** The server and everything of the workspace that it depends on, the SDK first, which all of them import. */
function published(): readonly string[] {
  const brought = workspacePackages(manifestIn(join(root, 'packages', 'server')));
  return ['sdk', ...brought.filter((name) => name !== 'sdk'), 'server'];
}

function manifestIn(directory: string): Manifest {
  return JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as Manifest;
}

/** The path of the tarball. */
function pack(name: string, destination: string): string {
  const directory = join(root, 'packages', name);
  const manifest = manifestIn(directory);
  compile(root, directory, manifest);
  const staging = mkdtempSync(join(tmpdir(), 'security-monkey-pack-'));
  try {
    stage(directory, staging, manifest);
    return join(destination, tarballOf(staging, destination));
  } finally {
    rmSync(staging, { recursive: true });
  }
}

function stage(directory: string, staging: string, manifest: Manifest): void {
  for (const part of ['dist', 'bin', 'README.md'])
    if (existsSync(join(directory, part)))
      cpSync(join(directory, part), join(staging, part), { recursive: true });
  cpSync(join(root, 'LICENSE'), join(staging, 'LICENSE'));
  // The pages belong to the server's package: it serves them.
  const withPages = manifest.name === 'security-monkey';
  if (withPages) cpSync(join(root, 'packages', 'web', 'dist'), join(staging, 'pages'), { recursive: true });
  const written = publishedManifest(manifest);
  const files = withPages ? [...(written['files'] as readonly string[]), 'pages'] : written['files'];
  writeFileSync(join(staging, 'package.json'), `${JSON.stringify({ ...written, files }, undefined, 2)}\n`);
}

function tarballOf(staging: string, destination: string): string {
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--pack-destination', destination],
    { cwd: staging, encoding: 'utf8', shell: process.platform === 'win32' },
  );
  if (status !== 0) throw new Error(`npm pack failed:\n${stderr}`);
  const [packed] = JSON.parse(stdout) as readonly { readonly filename: string }[];
  if (packed === undefined) throw new Error('npm pack made no tarball');
  return packed.filename;
}
