/** The judge of production: worker threads that run the checks under a time limit and are replaced when one is ended. */
import { availableParallelism } from 'node:os';
import type { CheckResult } from '@security-monkey/sdk';
import type { AuditInput, AuditOutput, Judge } from '../judge.ts';
import type { Rule } from '../rules/rule-schema.ts';
import { startThread, type Thread, type ThreadOptions } from './thread.ts';

export type PoolOptions = {
  /** Module specifiers whose default exports are the plugins; URLs for those outside the server's own packages. */
  readonly plugins: readonly string[];
  /** Rules without code, which stand beside the plugins; none unless given. */
  readonly rules?: readonly Rule[];
  /** Threads; by default one less than the processors. */
  readonly size?: number;
  /** Milliseconds of processor time that one check may take on one item; by default 1,000. */
  readonly limit?: number;
  /** Milliseconds that loading the plugins may take; by default 60,000. */
  readonly startLimit?: number;
  /** Megabytes that a thread may take; by default 512. */
  readonly memory?: number;
};

export type JudgePool = {
  readonly judge: Judge;
  /** Ends the threads; what is being judged is rejected. */
  readonly close: () => Promise<void>;
};

/** Inputs that are sent to a thread at once. */
const taskSize = 10;

/** A thread that ends outside any check is replaced this often before the batch is given up. */
const patience = 3;

export function createJudgePool(options: PoolOptions): JudgePool {
  const threads = createThreads(options.size ?? Math.max(1, availableParallelism() - 1), {
    plugins: options.plugins,
    rules: options.rules ?? [],
    limit: options.limit ?? 1_000,
    startLimit: options.startLimit ?? 60_000,
    memory: options.memory ?? 512,
  });
  return {
    judge: async (batch) => {
      const tasks: (readonly AuditInput[])[] = [];
      for (let start = 0; start < batch.length; start += taskSize) {
        tasks.push(batch.slice(start, start + taskSize));
      }
      const outputs = await Promise.all(tasks.map((inputs) => judgeTask(threads, inputs)));
      return outputs.flat();
    },
    close: threads.close,
  };
}

/** Judges to the end: a check that ends its thread gets its result, the rest goes on in a fresh one. */
async function judgeTask(threads: Threads, inputs: readonly AuditInput[]): Promise<readonly AuditOutput[]> {
  const outputs = new Map<string, AuditOutput>();
  const known = new Map<string, Readonly<Record<string, CheckResult>>>();
  let idleEnds = 0;
  for (;;) {
    const rest = inputs.filter(({ itemId }) => !outputs.has(itemId));
    if (rest.length === 0) break;
    const end = await threads.use((thread) =>
      thread.run({ inputs: rest, known }, (_, output) => outputs.set(output.itemId, output)),
    );
    if (end.kind === 'finished') continue;
    const input = end.where && rest[end.where.input];
    const check = end.where && input?.checks[end.where.check];
    if (input !== undefined && check !== undefined) {
      const failed: CheckResult = { kind: 'failed', message: end.problem };
      known.set(input.itemId, { ...known.get(input.itemId), [check.id]: failed });
      continue;
    }
    idleEnds += 1;
    if (idleEnds >= patience) throw new Error(`The audit workers do not live: the last one ${end.problem}`);
  }
  return inputs.flatMap(({ itemId }) => outputs.get(itemId) ?? []);
}

type Threads = {
  /** Lends a thread that is alive, starting one where there is room. */
  readonly use: <Value>(work: (thread: Thread) => Promise<Value>) => Promise<Value>;
  readonly close: () => Promise<void>;
};

function createThreads(size: number, options: ThreadOptions): Threads {
  const idle: Thread[] = [];
  const busy = new Set<Thread>();
  const waiting: (() => void)[] = [];
  let free = size;
  let isClosed = false;

  async function lend(): Promise<Thread> {
    if (isClosed) throw closed();
    const thread = idle.pop();
    if (thread?.isAlive()) return thread;
    return thread === undefined ? await startThread(options) : await lend();
  }

  async function use<Value>(work: (thread: Thread) => Promise<Value>): Promise<Value> {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      const thread = await lend();
      if (isClosed) {
        await thread.close();
        throw closed();
      }
      busy.add(thread);
      const value = await work(thread);
      busy.delete(thread);
      if (isClosed) await thread.close();
      else if (thread.isAlive()) idle.push(thread);
      return value;
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  }

  async function close(): Promise<void> {
    isClosed = true;
    await Promise.all([...idle.splice(0), ...busy].map((thread) => thread.close()));
  }

  return { use, close };
}

function closed(): Error {
  return new Error('The audit pool is closed');
}
