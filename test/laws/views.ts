/** Every view of the store on everything that it could show, as one table: what is missing here is found by law 9. */

import {
  combine,
  type Query,
  everything as query,
  type Term,
} from '../../packages/server/src/query/query.ts';
import type { Database } from '../../packages/server/src/store/database/database.ts';
import type { Viewer } from '../../packages/server/src/store/viewer.ts';
import { accountIssues } from '../../packages/server/src/store/views/account-issues.ts';
import { scopesOfAccounts } from '../../packages/server/src/store/views/account-scopes.ts';
import { accountsOf } from '../../packages/server/src/store/views/accounts-of.ts';
import { countsOfCheck } from '../../packages/server/src/store/views/check-counts.ts';
import { countScopes, countSummary } from '../../packages/server/src/store/views/count-summary.ts';
import { coverageMatrix } from '../../packages/server/src/store/views/coverage-matrix.ts';
import { endingJustifications } from '../../packages/server/src/store/views/ending-justifications.ts';
import { findItem } from '../../packages/server/src/store/views/find-item.ts';
import { getIssue } from '../../packages/server/src/store/views/get-issue.ts';
import { getItem } from '../../packages/server/src/store/views/get-item.ts';
import { getPastItem } from '../../packages/server/src/store/views/get-past-item.ts';
import { countIssueFacets } from '../../packages/server/src/store/views/issue-facets.ts';
import { issueTrend } from '../../packages/server/src/store/views/issue-trend.ts';
import { itemConfigAt, itemDiff } from '../../packages/server/src/store/views/item-at.ts';
import { countItemFacets } from '../../packages/server/src/store/views/item-facets.ts';
import { itemHistory } from '../../packages/server/src/store/views/item-history.ts';
import { relationsOf } from '../../packages/server/src/store/views/item-relations.ts';
import { visibleItems } from '../../packages/server/src/store/views/item-row.ts';
import { listChanges } from '../../packages/server/src/store/views/list-changes.ts';
import {
  coverageOf,
  listCoverage,
  streamCoverage,
} from '../../packages/server/src/store/views/list-coverage.ts';
import { listDeliveries } from '../../packages/server/src/store/views/list-deliveries.ts';
import { listFailures } from '../../packages/server/src/store/views/list-failures.ts';
import {
  issueSearchStatement,
  listIssues,
  streamIssues,
  visibleIssues,
} from '../../packages/server/src/store/views/list-issues.ts';
import {
  itemSearchStatement,
  listItems,
  streamItems,
} from '../../packages/server/src/store/views/list-items.ts';
import {
  listPastItems,
  pastItems,
  streamPastItems,
} from '../../packages/server/src/store/views/list-past-items.ts';
import { listUnknowns } from '../../packages/server/src/store/views/list-unknowns.ts';
import { eventsOfMessage } from '../../packages/server/src/store/views/message-events.ts';
import { missingScopes } from '../../packages/server/src/store/views/missing-scopes.ts';
import { countOpenByScore } from '../../packages/server/src/store/views/open-by-score.ts';
import { pastIssuesOf } from '../../packages/server/src/store/views/past-issues.ts';
import { visibleRevisions } from '../../packages/server/src/store/views/revision-rows.ts';
import { countStandingIssues } from '../../packages/server/src/store/views/standing-issues.ts';
import { unknownTrend } from '../../packages/server/src/store/views/unknown-trend.ts';
import { unmatchedTerms } from '../../packages/server/src/store/views/unmatched-terms.ts';

/** What there is in the store, whoever may see it. */
type Everything = {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly now: Date;
  readonly items: readonly { readonly id: string; readonly lineage: string; readonly name: string }[];
  readonly issues: readonly { readonly id: string }[];
  readonly accountIds: readonly string[];
  readonly messages: readonly { readonly id: string }[];
  readonly scopes: readonly {
    readonly accountId: string;
    readonly technology: string;
    readonly region: string;
  }[];
};

const limit = 1_000;
const day = 86_400_000;
const renderIssue = (issue: object): string => JSON.stringify(issue);
const checksIn = (): readonly string[] => [];

const everyAccount: Term = {
  kind: 'term',
  key: 'account',
  comparison: ':',
  value: { type: 'text', pattern: ['', ''] },
};

/** One entry for each function; what it gives of everything that there is. */
export const views: Readonly<Record<string, (given: Everything) => Promise<unknown>>> = {
  accountIssues: ({ db, viewer, accountIds }) =>
    Promise.all(accountIds.map((accountId) => accountIssues(db, viewer, { accountId, limit, renderIssue }))),
  accountsOf: async ({ db, viewer }) => {
    const ids = [...(await accountsOf(db, viewer, everyAccount)).values()].flat();
    return ids.length === 0 ? [] : db.selectFrom('account').select('name').where('id', 'in', ids).execute();
  },
  countSummary: ({ db, viewer }) => countSummary(db, viewer),
  countIssueFacets: ({ db, viewer, now }) => countIssueFacets(db, viewer, { query, now, checksIn }),
  countItemFacets: ({ db, viewer, now }) => countItemFacets(db, viewer, { query, now }),
  countOpenByScore: ({ db, viewer }) => countOpenByScore(db, viewer),
  countScopes: ({ db, viewer }) => countScopes(db, viewer),
  countStandingIssues: async ({ db, viewer }) => [...(await countStandingIssues(db, viewer)).accounts],
  countsOfCheck: ({ db, viewer }) => countsOfCheck(db, viewer, 'fake.widget.open-rule'),
  coverageMatrix: ({ db, viewer, now }) => coverageMatrix(db, viewer, { now, limit }),
  coverageOf: ({ db, viewer, scopes, now }) =>
    Promise.all(scopes.map((scope) => coverageOf(db, viewer, { scope, now }))),
  endingJustifications: ({ db, viewer, now }) =>
    endingJustifications(db, viewer, { before: new Date(now.getTime() + day), renderIssue, limit }),
  eventsOfMessage: ({ db, viewer, messages }) =>
    Promise.all(messages.map(({ id }) => eventsOfMessage(db, viewer, { messageId: id, limit }))),
  findItem: ({ db, viewer, items }) =>
    Promise.all(
      items.flatMap(({ id, lineage, name }) => [id, lineage, name].map((ref) => findItem(db, viewer, ref))),
    ),
  getIssue: ({ db, viewer, issues }) =>
    Promise.all(issues.map(({ id }) => getIssue(db, viewer, { id, renderIssue }))),
  getItem: ({ db, viewer, items, now }) =>
    Promise.all(items.map(({ id }) => getItem(db, viewer, { ref: id, now, renderIssue }))),
  getPastItem: ({ db, viewer, items, now }) =>
    Promise.all(items.map(({ id }) => getPastItem(db, viewer, { item: id, asOf: now }))),
  itemConfigAt: ({ db, viewer, items, now }) =>
    Promise.all(
      items.map(({ id }) => itemConfigAt(db, viewer, { item: id, ref: { kind: 'time', at: now } })),
    ),
  itemDiff: ({ db, viewer, items }) => Promise.all(items.map(({ id }) => itemDiff(db, viewer, { item: id }))),
  itemHistory: ({ db, viewer, items }) =>
    Promise.all(items.map(({ id }) => itemHistory(db, viewer, { item: id, limit: 200 }))),
  issueSearchStatement: async ({ db, viewer, now }) =>
    (
      await db.executeQuery(
        await issueSearchStatement(db, viewer, { query, now, limit, renderIssue, checksIn }),
      )
    ).rows,
  itemSearchStatement: async ({ db, viewer, now }) =>
    (await db.executeQuery(await itemSearchStatement(db, viewer, { query, now, limit }))).rows,
  issueTrend: ({ db, viewer, now }) => issueTrend(db, viewer, { until: now, days: 3 }),
  listChanges: ({ db, viewer }) =>
    listChanges(db, viewer, { since: new Date(0), unordered: () => [], meaning: () => [], limit: 200 }),
  listCoverage: ({ db, viewer, now }) => listCoverage(db, viewer, { now, limit }),
  listDeliveries: ({ db, viewer }) => listDeliveries(db, viewer, { limit }),
  listFailures: ({ db, viewer }) => listFailures(db, viewer),
  listIssues: ({ db, viewer, now }) => listIssues(db, viewer, { query, now, limit, renderIssue, checksIn }),
  listItems: ({ db, viewer, now }) => listItems(db, viewer, { query, now, limit }),
  listPastItems: ({ db, viewer, now }) => listPastItems(db, viewer, { query, asOf: now, now, limit }),
  listUnknowns: ({ db, viewer }) => listUnknowns(db, viewer, { limit }),
  missingScopes: ({ db, viewer, accountIds }) => missingScopes(db, viewer, { accountIds, limit }),
  pastIssuesOf: async ({ db, viewer, items, now }) => [
    ...(await pastIssuesOf(db, viewer, { items: items.map(({ id }) => id), asOf: now })),
  ],
  pastItems: ({ db, viewer, now }) => pastItems(db, viewer, now).execute(),
  relationsOf: ({ db, viewer, items }) =>
    Promise.all(items.map(({ id }) => relationsOf(db, viewer, { item: id, at: null }))),
  scopesOfAccounts: async ({ db, viewer, scopes, now }) => [
    ...(await scopesOfAccounts(db, viewer, { ids: scopes.map(({ accountId }) => accountId), now })),
  ],
  streamCoverage: ({ db, viewer, now }) => Array.fromAsync(streamCoverage(db, viewer, { now })),
  streamIssues: ({ db, viewer, now }) =>
    Array.fromAsync(streamIssues(db, viewer, { query, now, renderIssue, checksIn })),
  streamItems: ({ db, viewer, now }) => Array.fromAsync(streamItems(db, viewer, { query, now })),
  streamPastItems: ({ db, viewer, now }) =>
    Array.fromAsync(streamPastItems(db, viewer, { query, asOf: now, now })),
  visibleIssues: ({ db, viewer }) => visibleIssues(db, viewer).selectAll('issue').execute(),
  visibleItems: ({ db, viewer }) => visibleItems(db, viewer).selectAll('item').execute(),
  visibleRevisions: ({ db, viewer }) => visibleRevisions(db, viewer).selectAll('item').execute(),
  // The names of the accounts that are there, for whoever asks for each.
  unmatchedTerms: async ({ db, viewer }) => {
    const accounts = await db.selectFrom('account').select('name').execute();
    const names = accounts.map(({ name }) => name);
    const terms = names.map((name): Query => ({ ...everyAccount, value: { type: 'text', pattern: [name] } }));
    const asked = { query: combine('or', terms), known: { technology: [], check: [] } };
    const unmatched = await unmatchedTerms(db, viewer, asked);
    const unseen = new Set(unmatched.map(({ value }) => value.type === 'text' && value.pattern[0]));
    return names.filter((name) => !unseen.has(name));
  },
  unknownTrend: ({ db, viewer, now }) => unknownTrend(db, viewer, { until: now, days: 2 }),
};

/** What each view gives a viewer who asks for everything. */
export async function everyView(
  db: Database,
  viewer: Viewer,
  now: Date,
): Promise<Readonly<Record<string, unknown>>> {
  const accounts = await db.selectFrom('account').select('id').orderBy('id').execute();
  const given: Everything = {
    db,
    viewer,
    now,
    items: await db.selectFrom('item').select(['id', 'lineage', 'name']).orderBy('id').execute(),
    issues: await db.selectFrom('issue').select('id').orderBy('id').execute(),
    accountIds: accounts.map(({ id }) => id),
    messages: await db.selectFrom('message').select('id').orderBy('id').execute(),
    scopes: await db
      .selectFrom('coverage')
      .select(['account_id as accountId', 'technology', 'region'])
      .execute(),
  };
  const rows = await Promise.all(
    Object.entries(views).map(async ([name, view]) => [name, await view(given)] as const),
  );
  return Object.fromEntries(rows);
}
