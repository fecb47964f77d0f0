/** Runs the tests of every seeded bug and prints which were killed. A bug that survives, or that no longer fits the code, fails the run. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../architecture/sources.ts';
import type { Mutant } from './mutant.ts';
import { mutants } from './mutants.ts';

type Result = {
  readonly mutant: Mutant;
  readonly verdict: 'killed' | 'survived' | 'broken';
  readonly by: string;
};

/** The bug is no bug but nonsense: the code does not even run. */
const nonsense = /\b(?:ReferenceError|SyntaxError)\b/;

const wanted = process.argv.slice(2);
const chosen = wanted.length === 0 ? mutants : mutants.filter(({ id }) => wanted.includes(id));
const waiting = [...chosen];
const results: Result[] = [];

if (!isHealthy(chosen)) {
  process.stdout.write('mutants: the tests fail without any seeded bug, so they prove nothing\n');
  process.exit(1);
}
await Promise.all([work(), work()]);
for (const { mutant, verdict, by } of results.toSorted((a, b) => a.mutant.law - b.mutant.law))
  process.stdout.write(
    `${verdict.padEnd(9)} law ${String(mutant.law).padEnd(2)} ${mutant.id}${by === '' ? '' : ` ← ${by}`}\n`,
  );
const killed = results.filter(({ verdict }) => verdict === 'killed').length;
process.stdout.write(`mutants: ${killed} passed, ${results.length - killed} failed\n`);
process.exitCode = killed === results.length ? 0 : 1;

/** Whether the tests pass against the code as it is: what fails anyway would kill every mutant. */
function isHealthy(against: readonly Mutant[]): boolean {
  const tests = [...new Set(against.flatMap((mutant) => mutant.tests))];
  const { status } = spawnSync('vitest', ['run', '--config', 'tools/vitest.config.ts', ...tests], {
    cwd: repositoryRoot,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return status === 0;
}

async function work(): Promise<void> {
  for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift())
    results.push(await attempt(mutant));
}

function attempt(mutant: Mutant): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'mutant-'));
  const report = join(folder, 'report.json');
  const reporter = ['--reporter=json', `--outputFile=${report}`];
  const child = spawn('vitest', ['run', '--config', 'tools/vitest.mutant.config.ts', ...reporter], {
    cwd: repositoryRoot,
    env: { ...process.env, SECURITY_MONKEY_MUTANT: mutant.id, NO_COLOR: '1' },
    stdio: 'ignore',
  });
  return new Promise((resolve) => {
    child.on('close', () => {
      const text = existsSync(report) ? readFileSync(report, 'utf8') : '';
      rmSync(folder, { recursive: true });
      resolve({ mutant, ...judge(text) });
    });
  });
}

type Report = {
  readonly numTotalTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
};

/** Only a failed assertion of a named test kills; a suite that could not be loaded, or code that cannot run, proves nothing. */
function judge(text: string): { readonly verdict: Result['verdict']; readonly by: string } {
  if (text === '') return { verdict: 'broken', by: 'no report' };
  const report: Report = JSON.parse(text);
  const killer = report.testResults
    .flatMap((file) => file.assertionResults)
    .find(({ status }) => status === 'failed');
  if (killer?.failureMessages?.some((message) => nonsense.test(message)) === true)
    return { verdict: 'broken', by: 'the seeded bug does not run' };
  if (killer !== undefined) return { verdict: 'killed', by: killer.fullName };
  const isLoaded = report.numTotalTests > 0 && report.testResults.every(({ status }) => status === 'passed');
  return isLoaded
    ? { verdict: 'survived', by: '' }
    : { verdict: 'broken', by: 'the tests could not be loaded' };
}
