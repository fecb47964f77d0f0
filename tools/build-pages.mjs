// Builds the web pages where they are missing or older than what they are made of; `npm start` does so before it serves them.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const web = join(root, 'packages', 'web');
const built = join(web, 'dist', 'index.html');
const madeOf = [
  ...['src', 'public', 'index.html', 'vite.config.ts', 'package.json'].map((path) => join(web, path)),
  join(root, 'packages', 'client', 'src'),
  join(root, 'package-lock.json'),
];

if (!existsSync(built) || madeOf.some((path) => newestIn(path) > statSync(built).mtimeMs)) {
  console.error('Building the web pages (some seconds) …');
  const shell = process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['run', '--silent', 'build', '-w', '@security-monkey/web'],
    {
      cwd: root,
      encoding: 'utf8',
      shell,
    },
  );
  if (status !== 0) {
    console.error(`${stdout}${stderr}The web pages could not be built.`);
    process.exit(1);
  }
}

/** When the file, or the newest one below the directory, was last written: milliseconds since the epoch. */
function newestIn(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
