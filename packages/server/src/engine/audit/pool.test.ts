/** The pool of worker threads, with checks that throw, hang, exit and run out of memory: each harms only itself. */
import { afterAll, describe, expect, it } from 'vitest';
import type { AuditInput, AuditOutput } from '../judge.ts';
import { createRegistry } from '../registry.ts';
import { judgeInProcess } from './judge-in-process.ts';
import { createJudgePool } from './pool.ts';
import { faultyInput } from './testing/faulty-input.ts';
import faultyPlugin from './testing/faulty-plugin.ts';

const plugins = [new URL('./testing/faulty-plugin.ts', import.meta.url).href];
const pool = createJudgePool({ plugins, size: 2, limit: 400 });
afterAll(() => pool.close());

const checks = ['before', 'moody', 'after'].map((name) => `faulty.thing.${name}`);

function input(index: number, fault?: string): AuditInput {
  return faultyInput(
    { itemId: `item-${index}`, name: `t${index}`, ...(fault && { config: { Fault: fault } }) },
    checks,
  );
}

/** Twenty-five inputs, so that there are several tasks; the faults are at the given places. */
function batch(faults: Readonly<Record<number, string>> = {}): readonly AuditInput[] {
  return Array.from({ length: 25 }, (_, index) => input(index, faults[index]));
}

const clean = () => judgeInProcess(createRegistry([faultyPlugin]))(batch());

function withFailure(
  outputs: readonly AuditOutput[],
  index: number,
  message: string,
): readonly AuditOutput[] {
  return outputs.map((output, at) =>
    at === index
      ? { ...output, results: { ...output.results, 'faulty.thing.moody': { kind: 'failed', message } } }
      : output,
  );
}

describe('the audit pool', () => {
  it('answers like the judge without threads, in the order of the batch', async () => {
    expect(await pool.judge(batch())).toEqual(await clean());
  });

  it('answers an empty batch', async () => {
    expect(await pool.judge([])).toEqual([]);
  });

  it.each([
    ['throws', 'throw', 'Error: no such thing'],
    ['hangs', 'hang', 'took longer than 400 ms'],
    ['exits', 'exit', 'ended its worker with code 7'],
  ])('a check that %s fails on that item alone', async (_, fault, message) => {
    const outputs = await pool.judge(batch({ 3: fault }));
    expect(outputs).toEqual(withFailure(await clean(), 3, message));
  });

  it('a check that takes all memory fails on that item alone', async () => {
    const small = createJudgePool({ plugins, size: 1, limit: 60_000, memory: 64 });
    const outputs = await small.judge(batch({ 3: 'crash' }));
    expect(outputs).toEqual(withFailure(await clean(), 3, 'ended its worker: ERR_WORKER_OUT_OF_MEMORY'));
    await small.close();
  });

  it('several faults in one task are found one after another', async () => {
    const outputs = await pool.judge(batch({ 0: 'hang', 1: 'exit', 9: 'hang' }));
    const expected = withFailure(
      withFailure(
        withFailure(await clean(), 0, 'took longer than 400 ms'),
        1,
        'ended its worker with code 7',
      ),
      9,
      'took longer than 400 ms',
    );
    expect(outputs).toEqual(expected);
  });

  it('says that a plugin cannot be loaded', async () => {
    const broken = createJudgePool({ plugins: ['data:text/javascript,export default 1'], size: 1 });
    await expect(broken.judge([input(0)])).rejects.toThrow(
      'The audit worker cannot start: data:text/javascript,export default 1 default-exports no plugin',
    );
    await broken.close();
  });

  it('rejects what is judged while it closes', async () => {
    const closing = createJudgePool({ plugins, size: 1, limit: 60_000 });
    const judged = closing.judge([input(0, 'hang')]);
    judged.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 600));
    await closing.close();
    await expect(judged).rejects.toThrow('The audit pool is closed');
  });
});
