/** Opens the demo estate: seeded, with its history filling behind it. */
import { demoConfigOf } from '../../config/demo-config.ts';
import type { ProcessContext } from '../context.ts';
import type { Product } from '../product.ts';
import { systemClock } from '../runtime/system-clock.ts';
import { createDemoClock } from './demo-clock.ts';
import { demoLabel } from './demo-label.ts';
import { beginOfHistory, fillHistory, historyDays } from './fill-history.ts';
import { seedDemo } from './seed-demo.ts';

/** The product is there at once; its jobs wait until the history has come to now. */
export async function openDemo(context: ProcessContext): Promise<Product> {
  const clock = createDemoClock(systemClock);
  const config = context.config.isDemo === true ? context.config : demoConfigOf(context.config);
  await context.output.text(demoLabel);
  const product = await context.openProduct('configured', {
    config,
    clock,
    prepare: async ({ runtime }) => {
      clock.goTo(await beginOfHistory(runtime.db, systemClock.now()));
      await seedDemo(runtime);
    },
  });
  const stop = new AbortController();
  const ready = fill(product, context, { clock, signal: AbortSignal.any([stop.signal, context.signal]) });
  return {
    ...product,
    ready,
    close: async (how) => {
      stop.abort();
      await ready;
      await product.close(how);
    },
  };
}

type Filling = { readonly clock: ReturnType<typeof createDemoClock>; readonly signal: AbortSignal };

/** Never rejects: a demo without the whole of its history is one still. */
async function fill(
  { runtime }: Product,
  { output }: ProcessContext,
  { clock, signal }: Filling,
): Promise<void> {
  const begin = clock.now();
  const days = (at: Date) => Math.floor((at.getTime() - begin.getTime()) / (24 * 3_600_000));
  const all = days(systemClock.now());
  try {
    await fillHistory(runtime, {
      clock,
      until: systemClock.now,
      signal,
      tell: (at) => output.notice({ text: `The demo's history: ${days(at)} of ${all} days`, lasting: false }),
    });
    if (!signal.aborted && all >= historyDays)
      await output.text(`The demo's history of ${historyDays} days is complete; from now on it goes on.`);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    runtime.log.error({ problem }, "the demo's history could not be filled");
  } finally {
    clock.arrive();
  }
}
