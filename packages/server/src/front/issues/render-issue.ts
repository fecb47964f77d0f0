/** What is needed to show issues and to search them by category. */
import type { Registry } from '../../engine/registry.ts';

export { createRenderIssue } from '../../engine/render-issue.ts';

/** The checks of a category, for queries. */
export function createChecksIn(registry: Registry): (category: string) => readonly string[] {
  return (category) =>
    registry.allChecks.filter((check) => check.category === category).map((check) => check.id);
}
