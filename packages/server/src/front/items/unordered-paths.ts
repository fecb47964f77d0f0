/** Which lists of a technology's configs have no order. */
import type { Registry } from '../../engine/registry.ts';

/** The paths that the watcher declares; none for a technology that no plugin brings any more. */
export function createUnorderedPaths(registry: Registry): (technology: string) => readonly string[] {
  return (technology) => registry.watcher(technology)?.unordered.map(({ path }) => path) ?? [];
}
