/** The schema of a part of a config that a call of its own gives. */
import type { z } from 'zod';

/** Null when not configured. Missing only when it has never been readable; then the guard keeps checks from it. */
export function part<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullable().optional();
}
