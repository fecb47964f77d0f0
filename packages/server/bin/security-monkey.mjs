#!/usr/bin/env node
// The command's entry: plain JavaScript, so that it can say what to do on a Node that is too old to run the rest.
// From source (a checkout) it re-runs itself with the export condition of the workspace; installed, it loads dist.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as module from 'node:module';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const oldest = [22, 18];
const condition = '--conditions=@security-monkey/source';
const packageRoot = fileURLToPath(new URL('..', import.meta.url));
const checkoutRoot = join(packageRoot, '..', '..');
const source = join(packageRoot, 'src', 'cli', 'main.ts');
const pinnedNode = join(
  checkoutRoot,
  'node_modules',
  '.bin',
  process.platform === 'win32' ? 'node.cmd' : 'node',
);

if (existsSync(source)) runFromSource();
else if (isTooOld()) refuse('Install a current Node LTS from https://nodejs.org and run the command again.');
else {
  module.enableCompileCache?.();
  await import(new URL('../dist/cli/main.js', import.meta.url).href);
}

function runFromSource() {
  if (isTooOld() && !existsSync(pinnedNode)) {
    refuse('Run `npm install` in the checkout: it brings the right Node, and this command then uses it.');
    return;
  }
  const node = isTooOld() ? pinnedNode : process.execPath;
  const environment = {
    NODE_COMPILE_CACHE: join(checkoutRoot, 'node_modules', '.cache', 'security-monkey'),
    ...process.env,
  };
  const arguments_ = [condition, '--disable-warning=ExperimentalWarning', source, ...process.argv.slice(2)];
  // Where the system can replace a process by another one, there is no child and signals need no forwarding.
  if (process.execve !== undefined && node === process.execPath)
    process.execve(node, [node, ...arguments_], environment);
  runAsChild(node, arguments_, environment);
}

function runAsChild(node, arguments_, environment) {
  const shell = process.platform === 'win32' && node.endsWith('.cmd');
  const child = spawn(node, arguments_, { stdio: 'inherit', env: environment, shell });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) =>
    refuse(`${node} could not be started (${error.message}): run \`npm install\`.`),
  );
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
}

function isTooOld() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
}

function refuse(whatToDo) {
  process.stderr.write(
    `Security Monkey needs Node ${oldest.join('.')} or newer; this is ${process.versions.node}. ${whatToDo}\n`,
  );
  process.exitCode = 1;
}
