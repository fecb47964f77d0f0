/** Pieces that many answers and requests share. */
import type { JsonObject, JsonValue } from '@security-monkey/sdk';
import { z } from 'zod';
import { longestPage } from '../../store/views/page.ts';

/** Inside a Date, outside ISO 8601 in UTC. */
export const time = z.date();

/** A moment as it is asked for. */
export const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

export const jsonObject = z
  .custom<JsonObject>((value) => typeof value === 'object' && value !== null && !Array.isArray(value))
  .meta({ type: 'object', additionalProperties: true });
export const jsonValue = z.custom<JsonValue>(() => true);

export const id = z.uuid();

/** The one parameter of most paths. */
export const idParams = z.object({ id });

/** One page of a list. */
export function pageSchema<Row extends z.ZodType>(row: Row) {
  return z.object({
    rows: z.array(row).readonly(),
    next: z.string().nullable().describe('Give it as `after` for the next page; null on the last one.'),
  });
}

/** One page of a search. */
export function searchSchema<Row extends z.ZodType>(row: Row) {
  return pageSchema(row).extend({ notes });
}

export const notes = z
  .array(z.string())
  .readonly()
  .describe(
    'Names in the query that nothing bears, such as "No account is called pord."; on pages that follow another none.',
  );

/** What every list takes. */
export const pageQuery = {
  after: z.string().max(4_096).optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(longestPage).default(100),
};

export const queryText = z.string().max(10_000).default('').describe('In the query language.');

export const unreadablePart = z.looseObject({
  path: z.string(),
  class: z.string(),
  message: z.string(),
  permission: z.string().optional(),
  since: z.string().optional().describe('Since when; of an item as it is now.'),
});

export const done = z.object({ done: z.literal(true) });
export const isDone = { done: true } as const;
