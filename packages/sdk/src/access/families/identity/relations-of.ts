/** The relations that the checks of a target read. */
import type { z } from 'zod';
import type { IdentityTarget } from './identity-target.ts';

export function relationsOf<Schema extends z.ZodType>({
  attached = [],
  boundary,
  needs = [],
}: IdentityTarget<Schema>): readonly string[] {
  const policies = [...attached, ...(boundary === undefined ? [] : [boundary])];
  return [...new Set([...policies.map(({ relation }) => relation), ...needs])];
}
