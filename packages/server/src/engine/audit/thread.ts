/** One audit worker thread: its start, its tasks, and its end when a check outlasts the time limit. */
import { Worker } from 'node:worker_threads';
import type { AuditOutput } from '../judge.ts';
import type { Rule } from '../rules/rule-schema.ts';
import { watchCheck } from './watch-check.ts';
import {
  type FromWorker,
  progressBytes,
  progressSlots,
  type Task,
  type WorkerData,
} from './worker-protocol.ts';

export type ThreadOptions = {
  readonly plugins: readonly string[];
  readonly rules: readonly Rule[];
  /** Milliseconds of processor time that one check may take on one item. */
  readonly limit: number;
  /** Milliseconds that loading the plugins may take. */
  readonly startLimit: number;
  /** Megabytes of heap, so that a check that collects without end takes only its thread with it. */
  readonly memory: number;
};

export type ThreadEnd =
  | { readonly kind: 'finished' }
  /** The thread is no more; `where` is the check that was running. */
  | {
      readonly kind: 'ended';
      readonly problem: string;
      readonly where: { readonly input: number; readonly check: number } | undefined;
    };

export type Thread = {
  readonly isAlive: () => boolean;
  /** Never rejects; `judged` is called for every input that is done. */
  readonly run: (task: Task, judged: (index: number, output: AuditOutput) => void) => Promise<ThreadEnd>;
  readonly close: () => Promise<void>;
};

/** From source the entry is TypeScript, in a published package JavaScript. */
const entry = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

/** Only what decides how modules are found: other options of the process may be refused in a thread. */
function threadArguments(): string[] {
  return process.execArgv.filter((argument) => argument.startsWith('--conditions='));
}

/** Starts a thread and waits until it has loaded the plugins. Rejects when it cannot. */
export async function startThread(options: ThreadOptions): Promise<Thread> {
  const progress = new SharedArrayBuffer(progressBytes);
  const workerData: WorkerData = { plugins: options.plugins, rules: options.rules, progress };
  const worker = new Worker(entry, {
    workerData,
    execArgv: threadArguments(),
    resourceLimits: { maxOldGenerationSizeMb: options.memory },
  });
  let isAlive = true;
  worker.once('exit', () => {
    isAlive = false;
  });
  // Without a listener an error of a thread that is idle would end the process.
  worker.on('error', () => {
    isAlive = false;
  });
  await ready(worker, options.startLimit);
  worker.unref();
  return {
    isAlive: () => isAlive,
    run: async (task, judged) => {
      worker.ref();
      try {
        return await runTask(worker, { task, judged, slots: new Int32Array(progress), limit: options.limit });
      } finally {
        worker.unref();
      }
    },
    close: async () => {
      isAlive = false;
      await worker.terminate();
    },
  };
}

async function ready(worker: Worker, startLimit: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const fail = (problem: string) => reject(new Error(`The audit worker cannot start: ${problem}`));
  const timer = setTimeout(() => fail(`the plugins did not load within ${startLimit} ms`), startLimit);
  const listen = (message: FromWorker) => {
    if (message.kind === 'ready') resolve(undefined);
    if (message.kind === 'unusable') fail(message.problem);
  };
  const onError = (error: unknown) => fail(error instanceof Error ? error.message : String(error));
  const onExit = (code: number) => fail(`it ended with code ${code}`);
  worker.on('message', listen).once('error', onError).once('exit', onExit);
  try {
    await promise;
  } catch (error) {
    await worker.terminate();
    throw error;
  } finally {
    clearTimeout(timer);
    worker.off('message', listen).off('error', onError).off('exit', onExit);
  }
}

type Running = {
  readonly task: Task;
  readonly judged: (index: number, output: AuditOutput) => void;
  readonly slots: Int32Array;
  readonly limit: number;
};

async function runTask(worker: Worker, { task, judged, slots, limit }: Running): Promise<ThreadEnd> {
  const { promise, resolve } = Promise.withResolvers<ThreadEnd>();
  const end = (problem: string) => resolve({ kind: 'ended', problem, where: running(slots) });
  const listen = (message: FromWorker) => {
    if (message.kind === 'judged') judged(message.index, message.output);
    if (message.kind === 'finished') resolve({ kind: 'finished' });
  };
  // The text of an error may repeat values of a config; its code and name do not.
  const onError = (error: unknown) => end(`ended its worker: ${errorName(error)}`);
  const onExit = (code: number) => end(`ended its worker with code ${code}`);
  const stop = watchCheck({
    worker,
    limit,
    running: () => (running(slots) === undefined ? undefined : Atomics.load(slots, progressSlots.sequence)),
    outlasted: () => end(`took longer than ${limit} ms`),
  });
  worker.on('message', listen).once('error', onError).once('exit', onExit);
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(task);
    const result = await promise;
    if (result.kind === 'ended') await worker.terminate();
    return result;
  } finally {
    stop();
    worker.off('message', listen).off('error', onError).off('exit', onExit);
  }
}

function errorName(error: unknown): string {
  if (!(error instanceof Error)) return 'it threw something that is no error';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

function running(slots: Int32Array): { readonly input: number; readonly check: number } | undefined {
  const input = Atomics.load(slots, progressSlots.input);
  if (Atomics.load(slots, progressSlots.sequence) === 0 || input < 0) return undefined;
  return { input, check: Atomics.load(slots, progressSlots.check) };
}
