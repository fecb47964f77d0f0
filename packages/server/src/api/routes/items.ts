/** Items: the search, one of them, its history, differences, comments. */

import { z } from 'zod';
import { CodedError } from '../../errors/coded-error.ts';
import { createRenderIssue } from '../../front/issues/render-issue.ts';
import { consoleUrl } from '../../front/items/console-url.ts';
import { namesSeenBy } from '../../front/items/names-seen-by.ts';
import { passedChecks } from '../../front/items/passed-checks.ts';
import { createTellPolicies, policiesTold, sentencesOf } from '../../front/items/tell-meaning.ts';
import { createUnorderedPaths } from '../../front/items/unordered-paths.ts';
import { parseQueryText } from '../../front/parse-query.ts';
import { queryNotes } from '../../front/query-notes.ts';
import { itemVocabulary, pastItemVocabulary } from '../../query/vocabulary-items.ts';
import { listAccounts } from '../../store/accounts.ts';
import { auditStatesOf } from '../../store/audit-state.ts';
import { getItem } from '../../store/views/get-item.ts';
import { getPastItem } from '../../store/views/get-past-item.ts';
import { itemDiff, type RevisionRef } from '../../store/views/item-at.ts';
import { itemHistory } from '../../store/views/item-history.ts';
import { listItems } from '../../store/views/list-items.ts';
import { listPastItems } from '../../store/views/list-past-items.ts';
import type { TellMeaning } from '../../store/views/revision-rows.ts';
import { itemOf } from '../find.ts';
import { defineRoute } from '../route.ts';
import { id, idParams, moment, pageQuery, pageSchema, queryText, searchSchema } from '../schema/common.ts';
import { diffSchema, itemDetailSchema, itemSchema, pastItemSchema, revisionSchema } from '../schema/item.ts';
import { withHint } from './coverage.ts';

const tag = 'Items';

export const getItems = defineRoute({
  method: 'GET',
  path: '/items',
  tag,
  summary: 'Search the items, now or as of a moment.',
  role: 'view',
  query: z.strictObject({
    ...pageQuery,
    query: queryText,
    sort: z.enum(['score', 'name', 'changed', 'firstSeen']).default('score'),
    order: z.enum(['asc', 'desc']).optional(),
    asOf: moment.optional().describe('The items as they were then; sorted by name.'),
  }),
  response: searchSchema(itemSchema),
  run: async ({ api: { runtime }, person: { viewer }, query: asked }) => {
    const { query: text, sort, order, after, limit, asOf } = asked;
    const now = runtime.clock.now();
    const query = parseQueryText(text, asOf === undefined ? itemVocabulary : pastItemVocabulary);
    const page =
      asOf === undefined
        ? await listItems(runtime.db, viewer, { query, now, sort, order, after, limit })
        : await listPastItems(runtime.db, viewer, { query, asOf, now, after, limit });
    return { ...page, notes: after === undefined ? await queryNotes(runtime, viewer, query) : [] };
  },
});

export const getOneItem = defineRoute({
  method: 'GET',
  path: '/items/:id',
  tag,
  summary: 'One item with everything that is known about it now.',
  role: 'view',
  params: idParams,
  response: itemDetailSchema,
  run: async ({ api: { runtime }, person: { viewer }, params }) => {
    const got = await getItem(runtime.db, viewer, {
      ref: params.id,
      now: runtime.clock.now(),
      renderIssue: createRenderIssue(runtime.registry),
    });
    if (got.kind !== 'found') throw new CodedError('item_unknown', { item: params.id });
    const { coverage } = got.item;
    const [audit] = await auditStatesOf(runtime.db, viewer, [params.id]);
    const [account] = await listAccounts(runtime.db, viewer, { ids: [got.item.accountId] });
    return {
      ...got.item,
      consoleUrl: (account && consoleUrl(runtime.registry, account, got.item)) ?? null,
      coverage: coverage && withHint(coverage),
      passed: audit === undefined ? [] : passedChecks(got.item, audit.fingerprints),
      auditedAt: audit?.audited_at ?? null,
    };
  },
});

export const getOldItem = defineRoute({
  method: 'GET',
  path: '/items/:id/at',
  tag,
  summary: 'One item as it was at a moment.',
  role: 'view',
  params: idParams,
  query: z.strictObject({ asOf: moment }),
  response: pastItemSchema,
  run: async ({ api: { runtime }, person: { viewer }, params, query: { asOf } }) => {
    const item = await itemOf(runtime.db, viewer, params.id);
    const past = await getPastItem(runtime.db, viewer, { item: item.id, asOf });
    if (past === undefined)
      throw new CodedError('item_not_then', { item: item.name, time: asOf.toISOString(), id: item.id });
    return past;
  },
});

export const getRevisions = defineRoute({
  method: 'GET',
  path: '/items/:id/revisions',
  tag,
  summary: 'The revisions of an item, the newest first.',
  role: 'view',
  params: idParams,
  query: z.strictObject({ ...pageQuery, limit: z.coerce.number().int().min(1).max(200).default(50) }),
  response: pageSchema(revisionSchema),
  run: async ({ api: { runtime }, person: { viewer }, params, query: { after, limit } }) => {
    const item = await itemOf(runtime.db, viewer, params.id);
    const unordered = createUnorderedPaths(runtime.registry);
    const tell = createTellPolicies(runtime.registry, await namesSeenBy(runtime, viewer));
    const meaning: TellMeaning = (...change) => sentencesOf(tell(...change));
    return await itemHistory(runtime.db, viewer, { item: item.id, unordered, meaning, after, limit });
  },
});

export const getDiff = defineRoute({
  method: 'GET',
  path: '/items/:id/diff',
  tag,
  summary: 'What changed between two revisions or moments; by default by the latest change.',
  role: 'view',
  params: idParams,
  query: z.strictObject({ from: z.union([id, moment]).optional(), to: z.union([id, moment]).optional() }),
  response: diffSchema,
  run: async ({ api: { runtime }, person: { viewer }, params, query: { from, to } }) => {
    const item = await itemOf(runtime.db, viewer, params.id);
    const got = await itemDiff(runtime.db, viewer, {
      item: item.id,
      from: refOf(from),
      to: refOf(to),
      unordered: createUnorderedPaths(runtime.registry)(item.technology),
    });
    if (got.kind === 'found') {
      const tell = createTellPolicies(runtime.registry, await namesSeenBy(runtime, viewer));
      const policies = policiesTold(got.diff, (...states) => tell(item.technology, ...states));
      return { ...got.diff, policies };
    }
    const missing = got.missing === 'from' ? from : to;
    throw new CodedError('revision_unknown', { revision: String(missing ?? 'at all'), item: item.id });
  },
});

function refOf(given: string | Date | undefined): RevisionRef | undefined {
  if (given === undefined) return undefined;
  return typeof given === 'string' ? { kind: 'revision', id: given } : { kind: 'time', at: given };
}
