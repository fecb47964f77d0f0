/** Whole lists as files: CSV for spreadsheets, JSON lines for machines. */
import { z } from 'zod';
import type { Columns } from '../../front/export/csv.ts';
import { createChecksIn, createRenderIssue } from '../../front/issues/render-issue.ts';
import { parseQueryText } from '../../front/parse-query.ts';
import { issueVocabulary } from '../../query/vocabulary-issues.ts';
import { itemVocabulary, pastItemVocabulary } from '../../query/vocabulary-items.ts';
import type { ItemRow } from '../../store/views/item-row.ts';
import { type IssueRow, streamIssues } from '../../store/views/list-issues.ts';
import { streamItems } from '../../store/views/list-items.ts';
import { type PastItemRow, streamPastItems } from '../../store/views/list-past-items.ts';
import { exportOf } from '../export-of.ts';
import { answerFile, fileRoute, format } from '../file.ts';
import { defineRoute } from '../route.ts';
import { accountSchema } from '../schema/account.ts';
import { checkSchema } from '../schema/check.ts';
import { moment, queryText } from '../schema/common.ts';
import { coverageCellSchema, coverageSchema } from '../schema/coverage.ts';
import { changeSchema, endingJustificationSchema, failureGroupSchema } from '../schema/dashboard.ts';
import { revisionSchema, unknownRowSchema } from '../schema/item.ts';
import { personSchema } from '../schema/person.ts';
import { deliverySchema, subscriptionSchema } from '../schema/telling.ts';
import { getAccounts } from './accounts.ts';
import { auditEntrySchema, getAuditLog } from './audit-log.ts';
import { getChecks } from './checks.ts';
import { getCoverage, getCoverageMatrix, getUnknowns } from './coverage.ts';
import { getChanges, getEndingJustifications, getFailures } from './dashboard.ts';
import { getDeliveries } from './deliveries.ts';
import { getRevisions } from './items.ts';
import { getPeople } from './people.ts';
import { getSubscriptions } from './subscriptions.ts';

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
  mayBeOlder: (issue) => issue.mayBeOlder,
  unverifiedSince: (issue) => issue.unverifiedSince,
  item: (issue) => issue.item,
};

export const exportItems = defineRoute({
  ...fileRoute,
  path: '/items/export',
  summary: 'All items that a search finds, as a file, now or as of a moment.',
  role: 'view',
  query: z.strictObject({ query: queryText, asOf: moment.optional(), format }),
  run: async (request) => {
    const { api, person, query: asked } = request;
    const { db, clock } = api.runtime;
    const now = clock.now();
    const rows: AsyncIterable<ItemRow | PastItemRow> =
      asked.asOf === undefined
        ? streamItems(db, person.viewer, { query: parseQueryText(asked.query, itemVocabulary), now })
        : streamPastItems(db, person.viewer, {
            query: parseQueryText(asked.query, pastItemVocabulary),
            asOf: asked.asOf,
            now,
          });
    return await answerFile(request, {
      name: 'items',
      format: asked.format,
      columns: itemFile,
      rows,
      restsOnScopes: true,
    });
  },
});

export const exportIssues = defineRoute({
  ...fileRoute,
  path: '/issues/export',
  summary: 'All issues that a search finds, as a file.',
  role: 'view',
  query: z.strictObject({ query: queryText, format }),
  run: async (request) => {
    const { api, person, query: asked } = request;
    const { db, clock, registry } = api.runtime;
    const rows = streamIssues(db, person.viewer, {
      query: parseQueryText(asked.query, issueVocabulary),
      now: clock.now(),
      checksIn: createChecksIn(registry),
      renderIssue: createRenderIssue(registry),
    });
    return await answerFile(request, {
      name: 'issues',
      format: asked.format,
      columns: issueFile,
      rows,
      restsOnScopes: true,
    });
  },
});

export const exportRevisions = exportOf(getRevisions, {
  name: 'revisions',
  row: revisionSchema,
  restsOnScopes: true,
});
export const exportChanges = exportOf(getChanges, {
  name: 'changes',
  row: changeSchema,
  restsOnScopes: true,
});
export const exportEndingJustifications = exportOf(getEndingJustifications, {
  name: 'ending-justifications',
  row: endingJustificationSchema,
});
export const exportCoverage = exportOf(getCoverage, { name: 'scopes', row: coverageSchema });
export const exportCoverageMatrix = exportOf(getCoverageMatrix, {
  name: 'coverage',
  row: coverageCellSchema,
});
export const exportUnknowns = exportOf(getUnknowns, {
  name: 'unknowns',
  row: unknownRowSchema,
  restsOnScopes: true,
});
export const exportFailures = exportOf(getFailures, { name: 'failures', row: failureGroupSchema });
export const exportChecks = exportOf(getChecks, { name: 'checks', row: checkSchema });
export const exportAccounts = exportOf(getAccounts, { name: 'accounts', row: accountSchema });
export const exportPeople = exportOf(getPeople, { name: 'people', row: personSchema });
export const exportAuditLog = exportOf(getAuditLog, { name: 'audit-log', row: auditEntrySchema });
export const exportSubscriptions = exportOf(getSubscriptions, {
  name: 'subscriptions',
  row: subscriptionSchema,
});
export const exportDeliveries = exportOf(getDeliveries, { name: 'deliveries', row: deliverySchema });
