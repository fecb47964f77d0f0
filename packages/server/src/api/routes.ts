/** Every route of the API. A path that is a word stands before one with a parameter in its place. */
import type { Route } from './route.ts';
import * as about from './routes/about.ts';
import * as accountTypes from './routes/account-types.ts';
import * as accounts from './routes/accounts.ts';
import * as alerters from './routes/alerters.ts';
import * as auditLog from './routes/audit-log.ts';
import * as checks from './routes/checks.ts';
import * as comments from './routes/comments.ts';
import * as coverage from './routes/coverage.ts';
import * as dashboard from './routes/dashboard.ts';
import * as deliveries from './routes/deliveries.ts';
import * as exports from './routes/exports.ts';
import * as facets from './routes/facets.ts';
import * as issues from './routes/issues.ts';
import * as items from './routes/items.ts';
import * as people from './routes/people.ts';
import * as query from './routes/query.ts';
import * as scans from './routes/scans.ts';
import * as session from './routes/session.ts';
import * as settings from './routes/settings.ts';
import * as subscriptions from './routes/subscriptions.ts';

export const routes: readonly Route[] = [
  session.getSession,
  session.postSession,
  session.checkLink,
  session.postLink,
  session.deleteSession,
  session.putPassword,
  items.getItems,
  facets.getItemFacets,
  exports.exportItems,
  items.getOneItem,
  items.getOldItem,
  items.getRevisions,
  exports.exportRevisions,
  items.getDiff,
  comments.getItemComments,
  comments.postItemComment,
  scans.postItemRescan,
  issues.getIssues,
  facets.getIssueFacets,
  exports.exportIssues,
  issues.getOneIssue,
  issues.postJustification,
  issues.deleteJustification,
  issues.postJustifications,
  issues.postReopenings,
  comments.postIssueComment,
  comments.deleteComment,
  query.getQueryKeys,
  about.getAbout,
  coverage.getCoverage,
  exports.exportCoverage,
  coverage.getCoverageMatrix,
  exports.exportCoverageMatrix,
  coverage.getUnknowns,
  exports.exportUnknowns,
  dashboard.getDashboard,
  dashboard.getTrend,
  dashboard.getFailures,
  exports.exportFailures,
  dashboard.getChanges,
  exports.exportChanges,
  dashboard.getEndingJustifications,
  exports.exportEndingJustifications,
  checks.getTechnologies,
  checks.getChecks,
  exports.exportChecks,
  checks.getCheck,
  checks.patchCheck,
  accountTypes.getAccountTypes,
  accountTypes.getRole,
  accounts.getAccounts,
  exports.exportAccounts,
  accounts.getAccount,
  accounts.postAccount,
  accounts.patchAccount,
  accounts.deleteAccount,
  scans.postAccountTest,
  scans.postAccountRescan,
  settings.getSettings,
  settings.putSetting,
  settings.postNetworks,
  people.getPeople,
  exports.exportPeople,
  people.postPerson,
  people.patchPerson,
  people.postPersonLink,
  people.deletePersonSessions,
  auditLog.getAuditLog,
  exports.exportAuditLog,
  alerters.getAlerters,
  alerters.postAlerterTest,
  subscriptions.getSubscriptions,
  exports.exportSubscriptions,
  subscriptions.postSubscription,
  subscriptions.deleteSubscription,
  deliveries.getDeliveries,
  exports.exportDeliveries,
  deliveries.postDeliveriesRetry,
  deliveries.postDeliveryRetry,
];
