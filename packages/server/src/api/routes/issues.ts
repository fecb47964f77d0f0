/** Issues: the search, one of them, and what people decide about them. */
import { z } from 'zod';
import { type Decision, justifyIssue, reopenIssue } from '../../engine/audit/decide-issue.ts';
import { CodedError } from '../../errors/coded-error.ts';
import { createChecksIn, createRenderIssue } from '../../front/issues/render-issue.ts';
import { requireDecision } from '../../front/issues/require-decision.ts';
import { parseQueryText } from '../../front/parse-query.ts';
import { queryNotes } from '../../front/query-notes.ts';
import { issueVocabulary } from '../../query/vocabulary-issues.ts';
import { getIssue, type IssueDetail } from '../../store/views/get-issue.ts';
import { listIssues } from '../../store/views/list-issues.ts';
import type { ApiContext } from '../context.ts';
import { defineRoute, type SignedIn } from '../route.ts';
import { id, idParams, moment, pageQuery, queryText, searchSchema } from '../schema/common.ts';
import { decisionsSchema, issueDetailSchema, issueSchema } from '../schema/issue.ts';

const tag = 'Issues';

export const getIssues = defineRoute({
  method: 'GET',
  path: '/issues',
  tag,
  summary: 'Search the issues.',
  role: 'view',
  query: z.strictObject({
    ...pageQuery,
    query: queryText,
    sort: z.enum(['score', 'opened']).default('score'),
    order: z.enum(['asc', 'desc']).optional(),
  }),
  response: searchSchema(issueSchema),
  run: async ({ api: { runtime }, person: { viewer }, query: { query: text, ...asked } }) => {
    const query = parseQueryText(text, issueVocabulary);
    const page = await listIssues(runtime.db, viewer, {
      ...asked,
      query,
      now: runtime.clock.now(),
      checksIn: createChecksIn(runtime.registry),
      renderIssue: createRenderIssue(runtime.registry),
    });
    return { ...page, notes: asked.after === undefined ? await queryNotes(runtime, viewer, query) : [] };
  },
});

/** The issue, where the person may see it. @throws CodedError issue_unknown */
export async function issueOf(
  { runtime }: ApiContext,
  { viewer }: SignedIn,
  issue: string,
): Promise<IssueDetail> {
  const found = await getIssue(runtime.db, viewer, {
    id: issue,
    renderIssue: createRenderIssue(runtime.registry),
  });
  if (found === undefined) throw new CodedError('issue_unknown', { issue });
  return found;
}

export const getOneIssue = defineRoute({
  method: 'GET',
  path: '/issues/:id',
  tag,
  summary: 'One issue with its life: transitions, justifications, comments.',
  role: 'view',
  params: idParams,
  response: issueDetailSchema,
  run: async ({ api, person, params }) => await issueOf(api, person, params.id),
});

const reason = z.string().trim().min(1).max(2_000);
const until = moment.optional().describe('When the acceptance ends by itself; never unless given.');

type Justifying = { readonly reason: string; readonly until?: Date | undefined };

function justify({ runtime }: ApiContext, person: SignedIn, issueId: string) {
  return async (how: Justifying): Promise<Decision> =>
    await justifyIssue(
      runtime,
      { viewer: person.viewer, name: person.name },
      { issueId, reason: how.reason, ...(how.until && { until: how.until }) },
    );
}

export const postJustification = defineRoute({
  method: 'POST',
  path: '/issues/:id/justification',
  tag,
  summary: 'Accept an issue for the evidence that it has now.',
  role: 'justify',
  audited: 'issue.justify',
  params: idParams,
  body: z.strictObject({ reason, until }),
  response: issueDetailSchema,
  run: async ({ api, person, params, body }) => {
    requireDecision(await justify(api, person, params.id)(body), params.id);
    return await issueOf(api, person, params.id);
  },
});

export const deleteJustification = defineRoute({
  method: 'DELETE',
  path: '/issues/:id/justification',
  tag,
  summary: 'Take an acceptance back: the issue is open again.',
  role: 'justify',
  audited: 'issue.reopen',
  params: idParams,
  response: issueDetailSchema,
  run: async ({ api, person, params }) => {
    const { viewer, name } = person;
    const decision = await reopenIssue(api.runtime, { viewer, name }, { issueId: params.id });
    requireDecision(decision, params.id);
    return await issueOf(api, person, params.id);
  },
});

/** More at once would hold the request for long. */
const mostAtOnce = 500;
const ids = z.array(id).min(1).max(mostAtOnce);

export const postJustifications = defineRoute({
  method: 'POST',
  path: '/issues/justify',
  tag,
  summary: 'Accept several issues for the same reason.',
  role: 'justify',
  audited: 'issues.justify',
  target: idsOf,
  body: z.strictObject({ ids, reason, until }),
  response: decisionsSchema,
  run: async ({ api, person, body: { ids: chosen, ...how } }) =>
    await decideEach(chosen, (issue) => justify(api, person, issue)(how)),
});

export const postReopenings = defineRoute({
  method: 'POST',
  path: '/issues/reopen',
  tag,
  summary: 'Take several acceptances back.',
  role: 'justify',
  audited: 'issues.reopen',
  target: idsOf,
  body: z.strictObject({ ids }),
  response: decisionsSchema,
  run: async ({ api, person: { viewer, name }, body }) =>
    await decideEach(body.ids, (issueId) => reopenIssue(api.runtime, { viewer, name }, { issueId })),
});

/** Only those that something was done to. */
function idsOf({ result }: { readonly result: Decided }): { readonly ids: readonly string[] } {
  return { ids: result.decided.map((decided) => decided.id) };
}

type Decided = z.output<typeof decisionsSchema>;

async function decideEach(
  chosen: readonly string[],
  decide: (issue: string) => Promise<Decision>,
): Promise<Decided> {
  const decided: Decided['decided'][number][] = [];
  const refused: Decided['refused'][number][] = [];
  for (const issue of new Set(chosen)) {
    const decision = await decide(issue);
    if (decision.kind === 'done') decided.push({ id: issue, status: decision.status });
    else refused.push({ id: issue, problem: problemOf(decision) });
  }
  return { decided, refused };
}

function problemOf(decision: Exclude<Decision, { readonly kind: 'done' }>): string {
  return decision.kind === 'unknown'
    ? 'there is no such issue'
    : `it is ${decision.status}: ${decision.problem}`;
}
