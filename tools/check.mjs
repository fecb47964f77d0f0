// `npm run check`: types, lint, format, architecture and freshness of the generated documents, each with its wall time.
import { spawnSync } from 'node:child_process';

const vitest = ['vitest', 'run', '--config', 'tools/vitest.config.ts'];
/** @type {[string, [string, ...string[]]][]} */
const steps = [
  ['types', ['node', 'node_modules/ts7/bin/tsc', '--noEmit', '-p', '.']],
  ['types of the pages', ['node', 'node_modules/ts7/bin/tsc', '--noEmit', '-p', 'packages/web']],
  ['lint', ['oxlint', '--type-aware', '--deny-warnings']],
  ['format', ['biome', 'check', '.']],
  ['architecture', [...vitest, 'test/architecture.test.ts']],
  ['docs', [...vitest, 'test/docs.test.ts']],
];

let failed = 0;
for (const [name, [command, ...rest]] of steps) {
  const started = Date.now();
  const { status, stdout, stderr } = spawnSync(command, rest, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (status !== 0) {
    failed += 1;
    console.log(stdout + stderr);
  }
}
console.log(`check: ${steps.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
