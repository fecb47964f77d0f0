/** Parses a recorded config by its watcher's schema, making allowance for the parts that could not be read. */
import type { z } from 'zod';
import { UnreadableInput } from '../json/guard.ts';
import { formatPointer, isWithin } from '../json/pointer.ts';
import type { JsonObject } from '../json/value.ts';

/**
 * The parsed config. Where all that the schema misses lies in unreadable parts the config is given as it is:
 * reading those parts throws anyway, and a schema changes nothing in the others.
 * @throws UnreadableInput when an unreadable part made the whole around it unfit; Error when the config is just wrong.
 */
export function parseConfig(schema: z.ZodType, config: JsonObject, unreadable: readonly string[]): unknown {
  const parsed = schema.safeParse(config);
  if (parsed.success) return parsed.data;
  const misfits = parsed.error.issues.map((issue) => formatPointer(issue.path.map(String)));
  if (misfits.every((path) => unreadable.some((part) => isWithin(path, part)))) return config;
  const around = unreadable.find((part) => misfits.some((path) => isWithin(part, path)));
  if (around !== undefined) throw new UnreadableInput(around);
  throw new Error(
    `config does not fit the watcher's schema at ${misfits.map((path) => path || '/').join(', ')}`,
  );
}
