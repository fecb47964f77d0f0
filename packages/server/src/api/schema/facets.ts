/** Counts by what a search may be narrowed by. */
import { z } from 'zod';
import { notes } from './common.ts';

const values = z
  .array(z.object({ value: z.string(), count: z.int() }))
  .readonly()
  .describe(
    'The most frequent first, at most 50. A tag is name=value; a name with an equals sign in it stands in quotes, as in a query.',
  );

function facetsSchema<const Names extends readonly string[]>(id: string, names: Names) {
  return z
    .object({
      total: z.int(),
      atLeast: z
        .boolean()
        .describe('The search finds more rows than are counted (20,000): every number is at least that.'),
      facets: z.record(z.enum(names), values).readonly(),
      notes,
    })
    .meta({ id });
}

export const itemFacetsSchema = facetsSchema('ItemFacets', [
  'severity',
  'account',
  'technology',
  'region',
  'status',
  'tag',
]);

export const issueFacetsSchema = facetsSchema('IssueFacets', [
  'severity',
  'status',
  'account',
  'technology',
  'region',
  'check',
]);
