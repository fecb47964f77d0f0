/** Asks the provider for the items that a complete listing lacked, and decides what becomes of them. */
import { type Deed, type Failure, isOperationError, type Watcher } from '@security-monkey/sdk';
import { countScopeItems, type ScopeItem, scopeItems } from '../../store/items.ts';
import { systemViewer } from '../../store/viewer.ts';
import { type Conclusion, type Confirmation, conclude, isDrop, type Missing } from '../record/conclude.ts';
import type { ItemFailure } from '../record/failures.ts';
import { loadSuperseded } from '../record/load-known.ts';
import type { Conclusions } from '../record/persist-conclusion.ts';
import { inParallel } from './in-parallel.ts';
import { failureOf, type ScopeRun, watchContext } from './scope-run.ts';

const askedAtOnce = 8;

/** Nothing is written here: the conclusions are committed together with the coverage. */
export async function concludeScope(run: ScopeRun): Promise<Conclusions> {
  const {
    seen,
    run: { scope },
  } = run.record;
  const active = await countScopeItems(run.runtime.db, systemViewer, scope);
  const conclusions = { deleted: [], present: [], marked: [], thawed: [], held: 0, unanswered: [] };
  // Every item that is known was shown, and nothing else counts as one.
  if (active === seen.size()) return conclusions;
  const confirm = run.record.recorder.watcher.confirm;
  const held = confirm === undefined && isDrop(await countUnexplained(run), active);
  return gather(run, { confirm, held });
}

/** How many are missing without the provider having said that they are gone. */
async function countUnexplained(run: ScopeRun): Promise<number> {
  let count = 0;
  for await (const page of missingPages(run)) count += page.filter(({ knownGone }) => !knownGone).length;
  return count;
}

type MissingScopeItem = Missing & { readonly item: ScopeItem };

async function* missingPages(run: ScopeRun): AsyncGenerator<readonly MissingScopeItem[]> {
  const {
    seen,
    gone,
    run: { scope },
  } = run.record;
  for await (const page of scopeItems(run.runtime.db, systemViewer, scope)) {
    const missing = page.filter(({ id }) => !seen.has(id));
    const superseded = await loadSuperseded(
      run.runtime.db,
      missing.map(({ id }) => id),
      seen,
    );
    yield missing.map((item) => ({
      item,
      id: item.id,
      missingSince: item.missing_since,
      knownGone: gone.has(item.id) || superseded.has(item.id),
    }));
  }
}

type Way = { readonly confirm: Watcher['confirm']; readonly held: boolean };

async function gather(run: ScopeRun, way: Way): Promise<Conclusions> {
  const ids: Record<Conclusion, string[]> = { delete: [], present: [], mark: [], wait: [] };
  const thawed: string[] = [];
  const unanswered: ItemFailure[] = [];
  const deeds = new Map<string, Deed>();
  for await (const page of missingPages(run)) {
    const decided = await inParallel(page, askedAtOnce, async (missing) => {
      run.signal.throwIfAborted();
      const { confirmation, failure } = missing.knownGone
        ? { confirmation: 'gone' as const }
        : await ask(run, way.confirm, missing.item);
      return { missing, failure, conclusion: conclude(missing, confirmation, way.held) };
    });
    for (const { missing, failure, conclusion } of decided) {
      if (failure !== undefined)
        unanswered.push({ subject: missing.item.identity, stage: 'describe', failure });
      ids[conclusion].push(missing.id);
      if (conclusion !== 'delete' && missing.item.status === 'frozen') thawed.push(missing.id);
    }
    const ended = decided.flatMap(({ missing, conclusion }) =>
      conclusion === 'delete' ? [missing.item] : [],
    );
    for (const [id, deed] of await deedsOn(run, ended)) deeds.set(id, deed);
  }
  run.signal.throwIfAborted();
  return {
    deleted: ids.delete,
    present: ids.present,
    marked: ids.mark,
    thawed,
    held: ids.mark.length + ids.wait.length,
    unanswered,
    deeds,
  };
}

async function deedsOn(
  { runtime, record: { lastDeeds, run } }: ScopeRun,
  items: readonly ScopeItem[],
): Promise<readonly (readonly [string, Deed])[]> {
  const { technology } = run.scope;
  const seenAt = runtime.clock.now();
  const deeds = await lastDeeds?.(items.map((item) => ({ item: { ...item, technology }, seenAt })));
  return items.flatMap(({ id }, index) => {
    const deed = deeds?.[index];
    return deed === undefined ? [] : [[id, deed] as const];
  });
}

type Answer = { readonly confirmation: Confirmation; readonly failure?: Failure };

async function ask(run: ScopeRun, confirm: Watcher['confirm'], item: ScopeItem): Promise<Answer> {
  if (confirm === undefined) return { confirmation: 'unasked' };
  const { identity, lineage, name, region } = item;
  const { watcher } = run.record.recorder;
  try {
    await run.activity.watch(`Asking for ${watcher.title.one}`, () =>
      confirm(watchContext(run, 'confirm'), { identity, lineage, name, region }),
    );
    return { confirmation: 'there' };
  } catch (error) {
    const isGone = isOperationError(error) && watcher.gone.includes(error.failure.code ?? '');
    return isGone ? { confirmation: 'gone' } : { confirmation: 'unclear', failure: failureOf(run, error) };
  }
}
