/** What searches may be narrowed by, with counts: asked for beside the rows, so that rows need not wait. */
import { z } from 'zod';
import { createChecksIn } from '../../front/issues/render-issue.ts';
import { parseQueryText } from '../../front/parse-query.ts';
import { queryNotes } from '../../front/query-notes.ts';
import { issueVocabulary } from '../../query/vocabulary-issues.ts';
import { itemVocabulary } from '../../query/vocabulary-items.ts';
import { countIssueFacets } from '../../store/views/issue-facets.ts';
import { countItemFacets } from '../../store/views/item-facets.ts';
import { defineRoute } from '../route.ts';
import { queryText } from '../schema/common.ts';
import { issueFacetsSchema, itemFacetsSchema } from '../schema/facets.ts';

const query = z.strictObject({ query: queryText });

export const getItemFacets = defineRoute({
  method: 'GET',
  path: '/items/facets',
  tag: 'Items',
  summary: 'How many items a search finds, and what it may be narrowed by.',
  role: 'view',
  query,
  response: itemFacetsSchema,
  run: async ({ api: { runtime }, person: { viewer }, query: { query: text } }) => {
    const parsed = parseQueryText(text, itemVocabulary);
    const found = await countItemFacets(runtime.db, viewer, { query: parsed, now: runtime.clock.now() });
    return { ...found, notes: await queryNotes(runtime, viewer, parsed) };
  },
});

export const getIssueFacets = defineRoute({
  method: 'GET',
  path: '/issues/facets',
  tag: 'Issues',
  summary: 'How many issues a search finds, and what it may be narrowed by.',
  role: 'view',
  query,
  response: issueFacetsSchema,
  run: async ({ api: { runtime }, person: { viewer }, query: { query: text } }) => {
    const parsed = parseQueryText(text, issueVocabulary);
    const found = await countIssueFacets(runtime.db, viewer, {
      query: parsed,
      now: runtime.clock.now(),
      checksIn: createChecksIn(runtime.registry),
    });
    return { ...found, notes: await queryNotes(runtime, viewer, parsed) };
  },
});
