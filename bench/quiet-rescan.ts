/** Items per second of a rescan that finds nothing new, beside the floor of merely making the same items as JSON. */
import { scan } from '../packages/server/src/engine/scan.ts';
import { generatedPlugin, thing } from './estate.ts';
import { report } from './report.ts';
import { benchRuntime, engines, withDatabase } from './workspace.ts';

const count = 20_000;

export async function quietRescan(): Promise<void> {
  const floor = time(() => {
    for (let number = 0; number < count; number += 1) JSON.stringify(thing(number));
  });
  report('floor: making the same items as JSON', `${perSecond(floor)} items/s`);
  for (const engine of engines) {
    await withDatabase(engine, async (db) => {
      const runtime = await benchRuntime(db, generatedPlugin(count));
      const request = { signal: new AbortController().signal };
      const first = await timed(() => scan(runtime, request));
      const quiet = await timed(() => scan(runtime, request));
      report(`first scan of ${count} items, ${engine}`, `${perSecond(first)} items/s`);
      report(
        `quiet rescan of ${count} items, ${engine}`,
        `${perSecond(quiet)} items/s (goal 20000; ${(quiet / floor).toFixed(1)} × the floor)`,
      );
    });
  }
}

function perSecond(milliseconds: number): string {
  return Math.round((count / milliseconds) * 1000).toString();
}

function time(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
