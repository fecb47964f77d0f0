/** A query of issues as a condition on the tables `issue` and `item`, joined by the issue's item. */
import { type SqlBool, sql } from 'kysely';
import {
  type Condition,
  type Conditions,
  choiceOf,
  chosen,
  comparesNumber,
  comparesTime,
  compileQuery,
  exactText,
  likePattern,
  matches,
  matchesId,
  patternOf,
} from './compile.ts';
import {
  type AccountsOf,
  accountCondition,
  hasSeverity,
  idIs,
  itemConditions,
  networkOverlaps,
  tagMatches,
  wordMatches,
} from './compile-common.ts';
import { unverifiedItemIds } from './compile-items.ts';
import { mentions, type Pattern, type Query, type Term } from './query.ts';

export type IssueMoment = {
  readonly now: Date;
  readonly accounts: AccountsOf;
  /** The ids of the checks of a category. */
  readonly checksIn: (category: string) => readonly string[];
};

/** Over: found no more, or not looked for any more. */
const past = ['fixed', 'retired'];

const states: Readonly<Record<string, Condition>> = {
  open: sql<SqlBool>`issue.status = 'open'`,
  justified: sql<SqlBool>`issue.status = 'justified'`,
  fixed: sql<SqlBool>`issue.status = 'fixed'`,
  retired: sql<SqlBool>`issue.status = 'retired'`,
  frozen: sql<SqlBool>`issue.status = 'frozen'`,
  // What a check could not read, and what stands as it was last seen because its scope could not be listed.
  unverified: sql<SqlBool>`(issue.status in ('open', 'justified') and issue.id in (
    select unread.id from issue as unread where unread.unverified_since is not null
    union all
    select stale.id from issue as stale where stale.item_id in (${unverifiedItemIds})))`,
};

/** Fixed and retired issues are left out unless the query speaks of them (`is:fixed`, `status:retired`, anywhere in it). */
export function compileIssueQuery(query: Query, moment: IssueMoment): Condition {
  const condition = compileQuery(query, conditionsAt(moment));
  return mentions(query, 'is', past) || mentions(query, 'status', past)
    ? condition
    : sql<SqlBool>`(issue.status not in ('fixed', 'retired') and ${condition})`;
}

function conditionsAt({ now, accounts, checksIn }: IssueMoment): Conditions {
  return {
    ...itemConditions,
    account: accountCondition(accounts, sql`issue.account_id`),
    technology: (term) => matchesId(sql`issue.technology`, patternOf(term)),
    '': (term) => anyWord(patternOf(term)),
    id: (term) => sql<SqlBool>`(${idIs(sql`issue.id`, term)} or ${idIs(sql`issue.item_id`, term)})`,
    tag: tagMatches,
    score: (term) => comparesNumber(sql`issue.score`, term),
    severity: (term) => hasSeverity(choiceOf(term)),
    status: (term) => chosen(term, states),
    is: (term) => chosen(term, states),
    check: (term) => matchesId(sql`issue.check_id`, patternOf(term)),
    message: (term) => matches(sql`issue.message_id`, patternOf(term)),
    category: (term) => hasCategory(term, checksIn),
    opened: (term) => comparesTime(sql`issue.opened_at`, term, now),
    changed: (term) => comparesTime(sql`issue.changed_at`, term, now),
    cidr: networkOverlaps,
  };
}

function anyWord(pattern: Pattern): Condition {
  const exact = exactText(pattern);
  if (exact === undefined) return wordMatches(pattern);
  const check = likePattern([exact.toLowerCase(), '']);
  return sql<SqlBool>`(${wordMatches(pattern)} or issue.check_id like ${check})`;
}

function hasCategory(term: Term, checksIn: IssueMoment['checksIn']): Condition {
  const checks = checksIn(choiceOf(term));
  if (checks.length === 0) return sql<SqlBool>`false`;
  return sql<SqlBool>`issue.check_id in (${sql.join(checks)})`;
}
