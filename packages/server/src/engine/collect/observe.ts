/** Looks at one listed item: describes it, and says whether it was seen, gone or failed. */
import { isOperationError, type JsonObject } from '@security-monkey/sdk';
import type { Looked } from '../record/page.ts';
import { glance, identifyListed } from '../record/sighting.ts';
import { inParallel } from './in-parallel.ts';
import { failureOf, type ScopeRun, watchContext } from './scope-run.ts';

/** Items of a scope described at once; the limiter decides how many calls of them go out. */
const describedAtOnce = 16;

/** Looks at every item of a page. One item's failure is that item's alone; rejects only when the run is stopped. */
export async function observePage(run: ScopeRun, page: readonly JsonObject[]): Promise<readonly Looked[]> {
  const looked = await inParallel(page, describedAtOnce, async (listed) => {
    run.signal.throwIfAborted();
    return observeItem(run, listed);
  });
  // What failed because the run was stopped has not failed.
  run.signal.throwIfAborted();
  return looked;
}

async function observeItem(run: ScopeRun, listed: JsonObject): Promise<Looked> {
  const { recorder } = run.record;
  const { watcher } = recorder;
  const identity = (): string | undefined => identifyListed(recorder, listed);
  try {
    const { describe } = watcher;
    const description = describe
      ? await run.activity.watch(`Describing ${watcher.title.one}`, () =>
          describe(watchContext(run, 'describe'), listed),
        )
      : { config: listed };
    return { kind: 'seen', glance: glance(recorder, description), listed, at: run.runtime.clock.now() };
  } catch (error) {
    if (isOperationError(error) && watcher.gone.includes(error.failure.code ?? ''))
      return { kind: 'gone', identity: identity() };
    return { kind: 'failed', identity: identity(), failure: failureOf(run, error) };
  }
}
