/** Runs the examples of rules in a thread, and stops those that do not end. */
import { Worker } from 'node:worker_threads';
import type { RuleTrial, RuleTrialResult } from './rule-trial-worker.ts';

export type TryOptions = {
  /** Milliseconds that one rule may take, the first one also for loading the plugins; by default 20,000. */
  readonly deadline?: number;
};

/** From source the entry is TypeScript, in a published package JavaScript. */
const entry = new URL(
  import.meta.url.endsWith('.ts') ? './rule-trial-worker.ts' : './rule-trial-worker.js',
  import.meta.url,
);

/** The problems of each rule, in their order; none of a rule whose examples come out as they say. */
export async function tryRules(
  { modules, rules }: RuleTrial,
  { deadline = 20_000 }: TryOptions = {},
): Promise<readonly (readonly string[])[]> {
  const all: (readonly string[])[] = [];
  while (all.length < rules.length) {
    const { results, end } = await runThread({ modules, rules: rules.slice(all.length) }, deadline);
    all.push(...results);
    if (all.length < rules.length) all.push([end]);
  }
  return all;
}

type ThreadOutcome = {
  readonly results: readonly (readonly string[])[];
  /** What became of the first rule without a result. */
  readonly end: string;
};

async function runThread(trial: RuleTrial, deadline: number): Promise<ThreadOutcome> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const worker = new Worker(entry, {
    workerData: trial,
    execArgv: process.execArgv.filter((argument) => argument.startsWith('--conditions=')),
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  const tooLong = `its examples took longer than ${deadline / 1_000} s: write expressions that look at less`;
  const timer = setTimeout(() => resolve(tooLong), deadline);
  const results: (readonly string[])[] = [];
  worker.on('message', ({ problems }: RuleTrialResult) => {
    results.push(problems);
    timer.refresh();
    if (results.length === trial.rules.length) resolve('');
  });
  worker.on('error', (error) =>
    resolve(`its thread ended: ${error instanceof Error ? error.message : String(error)}`),
  );
  worker.on('exit', () => resolve('its thread ended'));
  try {
    return { end: await promise, results };
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
