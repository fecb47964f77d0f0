/** Every route of the API. */
import type { Route } from './route.ts';
import * as coverage from './routes/coverage.ts';
import * as issues from './routes/issues.ts';
import * as items from './routes/items.ts';
import * as session from './routes/session.ts';

export const routes: readonly Route[] = [
  session.getSession,
  session.postSession,
  session.checkLink,
  session.postLink,
  session.deleteSession,
  items.getItems,
  items.getOneItem,
  items.getOldItem,
  items.getRevisions,
  items.getDiff,
  items.getComments,
  items.postComment,
  issues.getIssues,
  issues.getOneIssue,
  issues.postJustification,
  issues.deleteJustification,
  issues.postJustifications,
  issues.postReopenings,
  issues.postIssueComment,
  coverage.getCoverage,
];
