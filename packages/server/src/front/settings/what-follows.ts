/** What a change of the settings makes the next audit do: it judges the items of the technologies that the change concerns again. */
import { type AuditContext, loadAuditContext } from '../../engine/audit/audit-context.ts';
import type { Runtime } from '../../engine/runtime.ts';
import { countActiveItems, mostCountedItems } from '../../store/items.ts';
import type { Viewer } from '../../store/viewer.ts';

export type Follows = {
  /** Ids, of those of which something is recorded. */
  readonly technologies: readonly string[];
  readonly items: number;
  /** Whether there are more items than were counted. */
  readonly atLeast: boolean;
};

/** Does the change and compares what audits go by, before and after it. */
export async function whatFollows<Result>(
  runtime: Runtime,
  viewer: Viewer,
  change: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly follows: Follows }> {
  const before = await loadAuditContext(runtime);
  const result = await change();
  const after = await loadAuditContext(runtime);
  const concerned = concernedBy(runtime, before, after);
  const counts = await countActiveItems(runtime.db, viewer, concerned);
  const items = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return {
    result,
    follows: {
      technologies: concerned.filter((id) => counts.has(id)),
      items: Math.min(items, mostCountedItems),
      atLeast: items > mostCountedItems,
    },
  };
}

function concernedBy({ registry }: Runtime, before: AuditContext, after: AuditContext): readonly string[] {
  const ids = registry.allWatchers.map(({ id }) => id);
  return ids.filter((id) => before.stampOf(id) !== after.stampOf(id)).toSorted();
}
