/** A copy of the checkout as it is, whose workspaces are its own and whose other dependencies are those that are installed here. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { repositoryRoot } from '../architecture/sources.ts';

export type Checkout = { readonly root: string; readonly remove: () => void };

export function copyCheckout(): Checkout {
  const root = mkdtempSync(join(tmpdir(), 'checkout-'));
  for (const path of trackedFiles()) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    cpSync(join(repositoryRoot, path), join(root, path));
  }
  spawnSync('git', ['init', '--quiet'], { cwd: root });
  linkModules(join(repositoryRoot, 'node_modules'), join(root, 'node_modules'));
  for (const workspace of readdirSync(join(root, 'packages'))) {
    const own = join('packages', workspace, 'node_modules');
    if (readdirSync(join(repositoryRoot, 'packages', workspace)).includes('node_modules'))
      symlinkSync(join(repositoryRoot, own), join(root, own));
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Those that git knows and those that it would know, as they are in the working tree. */
function trackedFiles(): readonly string[] {
  const listing = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const { stdout } = spawnSync('git', listing, { cwd: repositoryRoot, encoding: 'utf8', maxBuffer: 2 ** 26 });
  const deleted = spawnSync('git', ['ls-files', '-z', '--deleted'], {
    cwd: repositoryRoot,
    encoding: 'utf8',
  });
  const gone = new Set(deleted.stdout.split('\0'));
  return stdout.split('\0').filter((path) => path !== '' && !gone.has(path));
}

const caches = new Set(['.cache', '.vite', '.vite-temp']);

/** A link to each package; a workspace's own link leads to where it lies in the copy. */
function linkModules(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (caches.has(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (isScopeOfWorkspaces(source, entry.isDirectory())) linkModules(source, target);
    else symlinkSync(source, target);
  }
}

function isScopeOfWorkspaces(path: string, isDirectory: boolean): boolean {
  return isDirectory && readdirSync(path, { withFileTypes: true }).some((entry) => entry.isSymbolicLink());
}
