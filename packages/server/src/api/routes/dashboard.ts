/** The dashboard: what could not be looked at, how things stand, where they go, what changed lately. */
import { z } from 'zod';
import { failureHint, isFailureClass } from '../../errors/failure-hint.ts';
import { createRenderIssue } from '../../front/issues/render-issue.ts';
import { namesSeenBy } from '../../front/items/names-seen-by.ts';
import { createTellPolicies, sentencesOf } from '../../front/items/tell-meaning.ts';
import { createUnorderedPaths } from '../../front/items/unordered-paths.ts';
import { listAccounts } from '../../store/accounts.ts';
import type { Database } from '../../store/database/database.ts';
import { narrowed, type Viewer } from '../../store/viewer.ts';
import { countSummary } from '../../store/views/count-summary.ts';
import { endingJustifications } from '../../store/views/ending-justifications.ts';
import { dayMs, issueTrend } from '../../store/views/issue-trend.ts';
import { listChanges } from '../../store/views/list-changes.ts';
import { type FailureGroup, listFailures } from '../../store/views/list-failures.ts';
import { countStandingIssues, type Standing } from '../../store/views/standing-issues.ts';
import { unknownTrend } from '../../store/views/unknown-trend.ts';
import { defineRoute } from '../route.ts';
import { id, moment, pageQuery, pageSchema } from '../schema/common.ts';
import {
  changeSchema,
  dashboardSchema,
  endingJustificationSchema,
  failureGroupSchema,
  trendSchema,
} from '../schema/dashboard.ts';

const tag = 'Dashboard';

/** Figures of some accounts only: those of them that the person may see. */
const accountsQuery = {
  account: z
    .union([id.transform((one) => [one]), z.array(id)])
    .optional()
    .describe('Only these accounts, by id; may be repeated.'),
};

const mostFailures = 10;
const mostAccounts = 20;

function withHint(group: FailureGroup) {
  const { class: kind, permission } = group;
  const hint = isFailureClass(kind)
    ? failureHint({ class: kind, ...(permission !== null && { permission }) })
    : null;
  return { ...group, hint };
}

async function byAccount(
  db: Database,
  viewer: Viewer,
  accounts: ReadonlyMap<string, Standing>,
): Promise<z.output<typeof dashboardSchema>['byAccount']> {
  const worst = [...accounts].toSorted(([, a], [, b]) => b.score - a.score).slice(0, mostAccounts);
  const found = await listAccounts(db, viewer, { ids: worst.map(([account]) => account) });
  const names = new Map(found.map(({ id: account, name }) => [account, name]));
  return worst.map(([account, standing]) => ({
    id: account,
    account: names.get(account) ?? '',
    ...standing,
  }));
}

export const getDashboard = defineRoute({
  method: 'GET',
  path: '/dashboard',
  tag,
  summary: 'What could not be looked at, and the figures of all accounts or some.',
  role: 'view',
  query: z.strictObject(accountsQuery),
  response: dashboardSchema,
  run: async ({ api: { runtime }, person, query }) => {
    const { db } = runtime;
    const viewer = narrowed(person.viewer, query.account);
    const [{ scopes, accounts, items, frozen, unknowns }, issues, failures] = await Promise.all([
      countSummary(db, viewer),
      countStandingIssues(db, viewer),
      listFailures(db, viewer),
    ]);
    const technologies = [...issues.technologies].toSorted(([, a], [, b]) => b.score - a.score);
    return {
      now: runtime.clock.now(),
      scopes,
      failures: failures.slice(0, mostFailures).map(withHint),
      failureGroups: failures.length,
      accounts,
      items,
      frozen,
      unknowns,
      issues: issues.all,
      byAccount: await byAccount(db, viewer, issues.accounts),
      byTechnology: technologies.map(([technology, standing]) => ({ technology, ...standing })),
    };
  },
});

export const getTrend = defineRoute({
  method: 'GET',
  path: '/dashboard/trend',
  tag,
  summary: 'How many issues were open at the end of each day, and how many checks at least were unknown.',
  role: 'view',
  query: z.strictObject({
    ...accountsQuery,
    days: z.coerce.number().int().min(1).max(366).default(30),
    until: moment.optional().describe('The end of the last day; the next midnight in UTC unless given.'),
  }),
  response: trendSchema,
  run: async ({ api: { runtime }, person, query: { account, days, until } }) => {
    const viewer = narrowed(person.viewer, account);
    const end = until ?? nextMidnight(runtime.clock.now());
    const [issues, unknowns] = await Promise.all([
      issueTrend(runtime.db, viewer, { until: end, days }),
      unknownTrend(runtime.db, viewer, { until: end, days }),
    ]);
    return { days: issues.map((day, at) => ({ ...day, unknown: unknowns[at] ?? 0 })) };
  },
});

function nextMidnight(now: Date): Date {
  return new Date((Math.floor(now.getTime() / dayMs) + 1) * dayMs);
}

export const getFailures = defineRoute({
  method: 'GET',
  path: '/failures',
  tag: 'Coverage',
  summary: 'What keeps everything from being seen, by what would mend it; what concerns most comes first.',
  role: 'view',
  query: z.strictObject(accountsQuery),
  response: z.object({ rows: z.array(failureGroupSchema).readonly() }),
  run: async ({ api: { runtime }, person, query }) => {
    const found = await listFailures(runtime.db, narrowed(person.viewer, query.account));
    return { rows: found.map(withHint) };
  },
});

export const getChanges = defineRoute({
  method: 'GET',
  path: '/changes',
  tag: 'Items',
  summary: 'What changed lately over all items, the newest first.',
  role: 'view',
  query: z.strictObject({
    ...pageQuery,
    ...accountsQuery,
    limit: z.coerce.number().int().min(1).max(200).default(50),
    since: moment.optional().describe('24 hours ago unless given.'),
    kind: z.enum(['created', 'changed', 'deleted']).optional(),
  }),
  response: pageSchema(changeSchema),
  run: async ({ api: { runtime }, person, query: { account, since, ...asked } }) => {
    const viewer = narrowed(person.viewer, account);
    const tell = createTellPolicies(runtime.registry, await namesSeenBy(runtime, person.viewer));
    return await listChanges(runtime.db, viewer, {
      ...asked,
      since: since ?? new Date(runtime.clock.now().getTime() - dayMs),
      unordered: createUnorderedPaths(runtime.registry),
      meaning: (...change) => sentencesOf(tell(...change)),
    });
  },
});

export const getEndingJustifications = defineRoute({
  method: 'GET',
  path: '/justifications/ending',
  tag: 'Issues',
  summary: 'Justifications that end by themselves before a moment, the next one first.',
  role: 'view',
  query: z.strictObject({
    ...pageQuery,
    ...accountsQuery,
    before: moment.optional().describe('In 14 days unless given.'),
  }),
  response: pageSchema(endingJustificationSchema),
  run: async ({ api: { runtime }, person, query: { account, before, ...page } }) =>
    await endingJustifications(runtime.db, narrowed(person.viewer, account), {
      ...page,
      before: before ?? new Date(runtime.clock.now().getTime() + 14 * dayMs),
      renderIssue: createRenderIssue(runtime.registry),
    }),
});
