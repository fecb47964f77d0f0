/** Imports a plugin that others wrote: first in a thread, where one that hangs or ends everything can be stopped. */
import { Worker } from 'node:worker_threads';
import { CodedError } from '../../errors/coded-error.ts';
import type { TrialOutcome } from './plugin-trial-worker.ts';

export type PluginModule = {
  /** As the configuration has it. */
  readonly name: string;
  readonly url: string;
};

/** The default export. Rejects with a coded error that names the plugin when it throws, ends its thread, or takes longer. */
export async function importPlugin({ name, url }: PluginModule, deadline: number): Promise<unknown> {
  const problem = await problemInThread(url, deadline);
  if (problem !== undefined) throw unusable({ name, url }, problem);
  try {
    const module: { readonly default?: unknown } = await within(deadline, import(url));
    return module.default;
  } catch (error) {
    throw unusable({ name, url }, firstLine(error));
  }
}

/** From source the entry is TypeScript, in a published package JavaScript. */
const entry = new URL(
  import.meta.url.endsWith('.ts') ? './plugin-trial-worker.ts' : './plugin-trial-worker.js',
  import.meta.url,
);

/** Undefined when the module can be loaded. */
async function problemInThread(url: string, deadline: number): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const worker = new Worker(entry, {
    workerData: url,
    execArgv: process.execArgv.filter((argument) => argument.startsWith('--conditions=')),
    // What it writes while it is tried it will write again when it is loaded.
    stdout: true,
    stderr: true,
  });
  const timer = setTimeout(() => resolve(tooLate(deadline)), deadline);
  worker.on('message', ({ problem }: TrialOutcome) => resolve(problem));
  worker.on('error', (error) => resolve(firstLine(error)));
  worker.on('exit', (code) => resolve(`it ends the process with code ${code}`));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

async function within<Value>(deadline: number, work: Promise<Value>): Promise<Value> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(tooLate(deadline))), deadline);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

function tooLate(deadline: number): string {
  return `it took longer than ${deadline / 1_000} s to load`;
}

function unusable({ name, url }: PluginModule, problem: string): CodedError {
  return new CodedError('plugin_unusable', { plugin: name, problem, path: url });
}

function firstLine(error: unknown): string {
  const [line = ''] = String(error instanceof Error ? error.message : error).split('\n');
  return line;
}
