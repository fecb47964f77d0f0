/** Refuses technologies that no plugin brings. */
import type { Registry } from '../engine/registry.ts';
import { CodedError } from '../errors/coded-error.ts';

/** Throws a usage error for the first that does not exist. */
export function requireTechnologies(registry: Registry, technologies: readonly string[]): void {
  const unknown = technologies.find((technology) => registry.watcher(technology) === undefined);
  if (unknown !== undefined) throw new CodedError('technology_unknown', { technology: unknown });
}
