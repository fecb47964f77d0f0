// Makes `npm start` and `npm test` work on a fresh clone: installs what is missing, on whatever Node the machine has (20 or newer).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isNodeNewEnough = major > 22 || (major === 22 && minor >= 18);
// Where no pinned Node exists for the platform, a new enough one of the machine serves.
const needed = ['node_modules/.package-lock.json', ...(isNodeNewEnough ? [] : ['node_modules/.bin/node'])];
const installed = needed.every((path) => existsSync(join(root, path)));

if (!installed) {
  console.error('First run: installing the dependencies (about half a minute) …');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  if (!npm(['ci', ...quiet]) && !npm(['install', '--no-save', ...quiet])) {
    console.error(
      'npm could not install the dependencies; see its message above, then run the same command again.',
    );
    process.exit(1);
  }
}

function npm(arguments_) {
  const shell = process.platform === 'win32';
  return (
    spawnSync('npm', arguments_, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell }).status === 0
  );
}
