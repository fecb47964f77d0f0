/** The entry of an audit worker thread: loads the plugins, then judges what it is given. */
import { parentPort, workerData } from 'node:worker_threads';
import { brandOf, type Plugin } from '@security-monkey/sdk';
import { createRegistry, type Registry } from '../registry.ts';
import { withRules } from '../rules/with-rules.ts';
import { judgeItem } from './judge-item.ts';
import { type FromWorker, progressSlots, type Task, type WorkerData } from './worker-protocol.ts';

const { plugins, rules, progress }: WorkerData = workerData;
const slots = new Int32Array(progress);

function say(message: FromWorker): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
  parentPort?.postMessage(message);
}

async function loadRegistry(): Promise<Registry> {
  const loaded = await Promise.all(plugins.map(loadPlugin));
  return createRegistry(withRules(loaded, rules));
}

async function loadPlugin(specifier: string): Promise<Plugin> {
  const module: { readonly default?: unknown } = await import(specifier);
  if (!isPlugin(module.default)) throw new Error(`${specifier} default-exports no plugin`);
  return module.default;
}

function isPlugin(value: unknown): value is Plugin {
  return brandOf(value)?.kind === 'plugin';
}

function mark(input: number, check: number): void {
  Atomics.store(slots, progressSlots.input, input);
  Atomics.store(slots, progressSlots.check, check);
  Atomics.add(slots, progressSlots.sequence, 1);
}

function judgeTask(registry: Registry, { inputs, known }: Task): void {
  for (const [index, input] of inputs.entries()) {
    const output = judgeItem(registry, input, {
      known: known.get(input.itemId) ?? {},
      before: (_, check) => mark(index, check),
    });
    mark(-1, -1);
    say({ kind: 'judged', index, output });
  }
  say({ kind: 'finished' });
}

try {
  const registry = await loadRegistry();
  parentPort?.on('message', (task: Task) => judgeTask(registry, task));
  say({ kind: 'ready' });
} catch (error) {
  say({ kind: 'unusable', problem: error instanceof Error ? error.message : String(error) });
}
