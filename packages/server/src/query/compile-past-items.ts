/** A query of items as they stood at a moment: a condition on `item` and on `state`, its revision that was valid then. */
import { type SqlBool, sql } from 'kysely';
import {
  type Column,
  type Condition,
  type Conditions,
  chosen,
  comparesTime,
  compileQuery,
  exactText,
  matchesAnyCase,
  patternOf,
} from './compile.ts';
import {
  type AccountsOf,
  accountCondition,
  actorMatches,
  firstSeenCondition,
  idIs,
  itemConditions,
  nameMatches,
} from './compile-common.ts';
import { mentions, type Pattern, type Query } from './query.ts';

export type PastMoment = {
  readonly now: Date;
  readonly asOf: Date;
  readonly accounts: AccountsOf;
};

/** A deletion is looked for by its own index first: most items never had one. */
function statesAt(asOf: Date): Readonly<Record<string, Condition>> {
  const everDeleted = sql<SqlBool>`exists (select from revision where revision.item_id = item.id
    and revision.kind = 'deleted' and revision.valid_from <= ${asOf})`;
  return {
    active: sql<SqlBool>`state.kind <> 'deleted'`,
    deleted: sql<SqlBool>`(${everDeleted} and state.kind = 'deleted')`,
  };
}

/** When the config had last changed by then; a re-baseline is no change. */
export function changedBy(asOf: Date): Column {
  return sql`coalesce((select max(revision.valid_from) from revision where revision.item_id = item.id
    and revision.valid_from <= ${asOf} and revision.kind <> 'rebaseline'), state.valid_from)`;
}

/** Items deleted by then are left out unless the query speaks of them. */
export function compilePastItemQuery(query: Query, moment: PastMoment): Condition {
  const condition = compileQuery(query, conditionsAt(moment));
  return mentions(query, 'is', ['deleted'])
    ? condition
    : sql<SqlBool>`(state.kind <> 'deleted' and ${condition})`;
}

/** Only what is recorded for every moment: tags and addresses are those of the present. */
function wordMatches(pattern: Pattern): Condition {
  const text = exactText(pattern);
  if (text === undefined) return nameMatches(pattern);
  const part = matchesAnyCase(sql`item.name`, ['', text, '']);
  const identity = matchesAnyCase(sql`item.identity`, pattern);
  const lineage = matchesAnyCase(sql`item.lineage`, pattern);
  return sql<SqlBool>`(${part} or ${identity} or ${lineage})`;
}

function conditionsAt({ now, asOf, accounts }: PastMoment): Conditions {
  return {
    ...itemConditions,
    account: accountCondition(accounts, sql`item.account_id`),
    '': (term) => wordMatches(patternOf(term)),
    id: (term) => idIs(sql`item.id`, term),
    is: (term) => chosen(term, statesAt(asOf)),
    changed: (term) => comparesTime(changedBy(asOf), term, now),
    'first-seen': firstSeenCondition(now),
    actor: (term) => actorMatches(patternOf(term), asOf),
  };
}
