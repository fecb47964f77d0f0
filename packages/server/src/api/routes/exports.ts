/** Whole lists as files: CSV for spreadsheets, JSON lines for machines. */
import { Readable } from 'node:stream';
import { z } from 'zod';
import { type Columns, csvOf, jsonLinesOf } from '../../front/export/csv.ts';
import { createChecksIn, createRenderIssue } from '../../front/issues/render-issue.ts';
import { parseQueryText } from '../../front/parse-query.ts';
import { issueVocabulary } from '../../query/vocabulary-issues.ts';
import { itemVocabulary, pastItemVocabulary } from '../../query/vocabulary-items.ts';
import { countScopes } from '../../store/views/count-summary.ts';
import type { ItemRow } from '../../store/views/item-row.ts';
import { type IssueRow, streamIssues } from '../../store/views/list-issues.ts';
import { streamItems } from '../../store/views/list-items.ts';
import { type PastItemRow, streamPastItems } from '../../store/views/list-past-items.ts';
import type { ApiContext } from '../context.ts';
import { type ContentType, defineRoute, type RouteRequest, type SignedIn } from '../route.ts';
import { moment, queryText } from '../schema/common.ts';

const tag = 'Export';
const format = z.enum(['csv', 'jsonl']).default('csv');
type Format = z.output<typeof format>;

const contentTypes: Readonly<Record<Format, ContentType>> = { csv: 'text/csv', jsonl: 'application/jsonl' };
const produces = Object.values(contentTypes);

/** How many scopes the answer may lack something of: the file itself cannot say it. */
const notLookedAt = 'security-monkey-scopes-not-looked-at';
const perMinute = 60;
const rows = z.custom<Readable>((value) => value instanceof Readable);

const itemFile: Columns<ItemRow | PastItemRow> = {
  id: (item) => item.id,
  account: (item) => item.account,
  technology: (item) => item.technology,
  region: (item) => item.region,
  name: (item) => item.name,
  providerName: (item) => item.providerName,
  score: (item) => item.score,
  openIssues: (item) => item.openIssues,
  unknowns: (item) => item.unknowns,
  status: (item) => item.status,
  ignoredBy: (item) => item.ignoredBy,
  firstSeen: (item) => item.firstSeen,
  lastChanged: (item) => item.lastChanged,
  tags: (item) => (item.tags === null ? null : JSON.stringify(item.tags)),
};

const issueFile: Columns<IssueRow> = {
  id: (issue) => issue.id,
  account: (issue) => issue.account,
  technology: (issue) => issue.technology,
  region: (issue) => issue.region,
  name: (issue) => issue.name,
  providerName: (issue) => issue.providerName,
  score: (issue) => issue.score,
  status: (issue) => issue.status,
  check: (issue) => issue.check,
  text: (issue) => issue.text,
  openedAt: (issue) => issue.openedAt,
  unverifiedSince: (issue) => issue.unverifiedSince,
  item: (issue) => issue.item,
};

export const exportItems = defineRoute({
  method: 'GET',
  path: '/items/export',
  tag,
  summary: 'All items that a search finds, as a file, now or as of a moment.',
  role: 'view',
  perMinute,
  query: z.strictObject({ query: queryText, asOf: moment.optional(), format }),
  produces,
  response: rows,
  run: async (request) => {
    const { api, person, query: asked } = request;
    const { db, clock } = api.runtime;
    const now = clock.now();
    const found: AsyncIterable<ItemRow | PastItemRow> =
      asked.asOf === undefined
        ? streamItems(db, person.viewer, { query: parseQueryText(asked.query, itemVocabulary), now })
        : streamPastItems(db, person.viewer, {
            query: parseQueryText(asked.query, pastItemVocabulary),
            asOf: asked.asOf,
            now,
          });
    await announce(request, { name: 'items', format: asked.format });
    return fileOf(asked.format, itemFile, found);
  },
});

export const exportIssues = defineRoute({
  method: 'GET',
  path: '/issues/export',
  tag,
  summary: 'All issues that a search finds, as a file.',
  role: 'view',
  perMinute,
  query: z.strictObject({ query: queryText, format }),
  produces,
  response: rows,
  run: async (request) => {
    const { api, person, query: asked } = request;
    const { db, clock, registry } = api.runtime;
    const found = streamIssues(db, person.viewer, {
      query: parseQueryText(asked.query, issueVocabulary),
      now: clock.now(),
      checksIn: createChecksIn(registry),
      renderIssue: createRenderIssue(registry),
    });
    await announce(request, { name: 'issues', format: asked.format });
    return fileOf(asked.format, issueFile, found);
  },
});

type Request = Pick<RouteRequest<unknown, unknown, unknown>, 'answer'> & {
  readonly api: ApiContext;
  readonly person: SignedIn;
};

/** The headers: a name for the file, and how much could not be looked at. */
async function announce(
  { api: { runtime }, person, answer }: Request,
  file: { readonly name: string; readonly format: Format },
): Promise<void> {
  const { failed, never } = await countScopes(runtime.db, person.viewer);
  const day = runtime.clock.now().toISOString().slice(0, 10);
  answer.header('content-type', `${contentTypes[file.format]}; charset=utf-8`);
  answer.header(
    'content-disposition',
    `attachment; filename="security-monkey-${file.name}-${day}.${file.format}"`,
  );
  answer.header(notLookedAt, String(failed + never));
}

/** Read page by page as the browser takes it; an error on the way breaks the answer off, so that no half file looks whole. */
function fileOf<Row extends object>(
  chosen: Format,
  columns: Columns<Row>,
  found: AsyncIterable<Row>,
): Readable {
  return Readable.from(chosen === 'csv' ? csvOf(columns, found) : jsonLinesOf(found));
}
