/** A query of items as a condition on the table `item`. */
import { type SqlBool, sql } from 'kysely';
import {
  type Condition,
  type Conditions,
  choiceOf,
  chosen,
  comparesNumber,
  comparesTime,
  compileQuery,
  matchesId,
  patternOf,
} from './compile.ts';
import {
  type AccountsOf,
  accountCondition,
  actorMatches,
  firstSeenCondition,
  hasSeverity,
  idIs,
  itemConditions,
  networkOverlaps,
  tagMatches,
  wordMatches,
} from './compile-common.ts';
import { mentions, type Query, type Term } from './query.ts';

export type ItemMoment = { readonly now: Date; readonly accounts: AccountsOf };

/**
 * An active item is unverified when the last listing of its scope failed, or when a complete one lacked it and nothing
 * has confirmed yet that it is gone.
 */
const isUnverified: Condition = sql<SqlBool>`(item.status = 'active' and (item.missing_since is not null
  or exists (select from coverage where coverage.account_id = item.account_id
    and coverage.technology = item.technology and coverage.region = item.scope_region and coverage.state = 'failed')))`;

/** The ids of the unverified items, starting from the failed scopes: in a healthy estate there are few. */
export const unverifiedItemIds = sql`
  select missed.id from item as missed where missed.missing_since is not null and missed.status = 'active'
  union all
  select stale.id from coverage join item as stale on stale.account_id = coverage.account_id
    and stale.technology = coverage.technology and stale.scope_region = coverage.region
  where coverage.state = 'failed' and stale.status = 'active'`;

/** The same as {@link isUnverified}, such that no item has to be looked at where none is. */
const isAmongUnverified: Condition = sql<SqlBool>`item.id in (${unverifiedItemIds})`;

const states: Readonly<Record<string, Condition>> = {
  active: sql<SqlBool>`(item.status = 'active' and not ${isUnverified})`,
  unverified: isUnverified,
  frozen: sql<SqlBool>`item.status = 'frozen'`,
  deleted: sql<SqlBool>`item.status = 'deleted'`,
  open: sql<SqlBool>`item.open_issues > 0`,
  justified: hasIssue(sql<SqlBool>`issue.status = 'justified'`),
  fixed: hasIssue(sql<SqlBool>`issue.status = 'fixed'`),
  ignored: sql<SqlBool>`item.ignored_by is not null`,
  unknown: sql<SqlBool>`item.unknowns > 0`,
  unreadable: sql<SqlBool>`item.unreadable <> '[]'::jsonb`,
};

/** A correlated `exists`, which the planner turns round as it likes, and which never costs more than a look by index. */
function hasIssue(condition: Condition): Condition {
  return sql<SqlBool>`exists (select from issue where issue.item_id = item.id and ${condition})`;
}

/** Deleted items are left out unless the query speaks of them (`is:deleted`, anywhere in it). */
export function compileItemQuery(query: Query, moment: ItemMoment): Condition {
  const condition = compileQuery(query, conditionsAt(moment));
  return mentions(query, 'is', ['deleted'])
    ? condition
    : sql<SqlBool>`(item.status <> 'deleted' and ${condition})`;
}

function conditionsAt({ now, accounts }: ItemMoment): Conditions {
  return {
    ...itemConditions,
    account: accountCondition(accounts, sql`item.account_id`),
    '': (term) => wordMatches(patternOf(term)),
    id: (term) => idIs(sql`item.id`, term),
    tag: tagMatches,
    score: (term) => comparesNumber(sql`item.score`, term),
    severity: (term) => hasIssue(sql<SqlBool>`issue.status = 'open' and ${hasSeverity(choiceOf(term))}`),
    is: (term, required) => chosen(term, required ? { ...states, unverified: isAmongUnverified } : states),
    changed: (term) => comparesTime(sql`item.last_changed`, term, now),
    'first-seen': firstSeenCondition(now),
    cidr: networkOverlaps,
    actor: (term) => actorMatches(patternOf(term)),
    check: hasCheck,
  };
}

function hasCheck(term: Term): Condition {
  const check = matchesId(sql`issue.check_id`, patternOf(term));
  return hasIssue(sql<SqlBool>`issue.status in ('open', 'justified') and ${check}`);
}
