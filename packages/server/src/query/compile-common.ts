/** Conditions on the item (table `item`, under its own name) that searches of items, of the past and of issues share. */
import { type SqlBool, sql } from 'kysely';
import {
  type Column,
  type Condition,
  type Conditions,
  comparesTime,
  exactText,
  likePattern,
  matches,
  matchesAnyCase,
  matchesFolded,
  matchesId,
  patternOf,
} from './compile.ts';
import type { Pattern, Term } from './query.ts';
import { severities } from './severity.ts';
import { foldTerm } from './terms.ts';

/** The name as the index has it: an ordering and comparison that no locale changes, and short enough for an index row. */
export const indexedName: Column = sql`(lower(left(item.name, 256)) collate "C")`;

/** The accounts that each `account:` term of a query means, looked up beforehand: the planner knows ids better than names. */
export type AccountsOf = ReadonlyMap<Term, readonly string[]>;

/** An account by its name or identifier. */
export function accountMatches(term: Term): Condition {
  const pattern = patternOf(term);
  const name = matchesAnyCase(sql`account.name`, pattern);
  const identifier = matchesAnyCase(sql`account.identifier`, pattern);
  return sql<SqlBool>`(${name} or ${identifier})`;
}

/** The condition of an `account:` term. A term that was not looked up is a defect and throws. */
export function accountCondition(accounts: AccountsOf, column: Column): (term: Term) => Condition {
  return (term) => {
    const [only, ...others] = accounts.get(term) ?? unresolved(term);
    if (only === undefined) return sql<SqlBool>`false`;
    return others.length === 0
      ? sql<SqlBool>`${column} = ${only}::uuid`
      : sql<SqlBool>`${column} = any(${[only, ...others]}::uuid[])`;
  };
}

function unresolved({ key }: Term): never {
  throw new TypeError(`The accounts of a term ${key} were not looked up`);
}

/** Technology, region, name and lineage: what an item is and always was. */
export const itemConditions: Conditions = {
  technology: (term) => matchesId(sql`item.technology`, patternOf(term)),
  region: (term) => matchesId(sql`item.region`, patternOf(term)),
  name: (term) => nameMatches(patternOf(term)),
  lineage: (term) => matches(sql`item.lineage`, patternOf(term)),
};

/** The moment when the item was first recorded. */
export function firstSeenCondition(now: Date): (term: Term) => Condition {
  return (term) => comparesTime(sql`item.first_seen`, term, now);
}

/** How much of a name its index holds, in characters. */
const indexedLength = 256;

/**
 * By the index on the beginning of the name. Where that cannot tell names longer than an index row takes, the whole
 * name is compared too; elsewhere it is not, because the planner would take it for a second, rarer condition.
 */
export function nameMatches(pattern: Pattern): Condition {
  const exact = exactText(pattern);
  const whole = matchesAnyCase(sql`item.name`, pattern);
  if (exact !== undefined) {
    const same = sql<SqlBool>`${indexedName} = lower(left(${exact}::text, ${sql.lit(indexedLength)}))`;
    return lengthOf(exact) < indexedLength ? same : sql<SqlBool>`(${same} and ${whole})`;
  }
  const [head = '', ...rest] = pattern;
  if (head === '') return whole;
  const isPrefix = rest.length === 1 && rest[0] === '' && lengthOf(head) <= indexedLength;
  return isPrefix ? nameStartsWith(head) : sql<SqlBool>`(${nameStartsWith(head)} and ${whole})`;
}

export function nameStartsWith(text: string): Condition {
  const beginning = Array.from(text).slice(0, indexedLength).join('');
  return sql<SqlBool>`${indexedName} like lower(${likePattern([beginning, ''])})`;
}

/** In characters, as PostgreSQL counts them. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** A plain word: one of the item's terms as a whole, or the beginning of its name; with stars, its whole name. */
export function wordMatches(pattern: Pattern): Condition {
  const exact = exactText(pattern);
  if (exact === undefined) return nameMatches(pattern);
  return sql<SqlBool>`(item.terms @> array[${foldTerm(exact)}]::text[] or ${nameMatches([exact, ''])})`;
}

export function tagMatches({ key, value }: Term): Condition {
  if (value.type !== 'tag') throw new TypeError(`The key ${key} is not a tag`);
  const name = exactText(value.name);
  if (name === undefined) return anyTagMatches(value.name, value.value);
  const has = sql<SqlBool>`item.tags ? ${name}::text`;
  if (value.value === null) return has;
  const exact = exactText(value.value);
  if (exact !== undefined) return sql<SqlBool>`item.tags @> ${JSON.stringify({ [name]: exact })}::jsonb`;
  const glob = likePattern(value.value);
  return sql<SqlBool>`(${has} and coalesce(item.tags ->> ${name}::text like ${glob}, false))`;
}

function anyTagMatches(name: Pattern, value: Pattern | null): Condition {
  const named = matches(sql`tag.key`, name);
  const valued = value === null ? sql<SqlBool>`true` : matches(sql`tag.value`, value);
  return sql<SqlBool>`exists (select from jsonb_each_text(item.tags) as tag where ${named} and ${valued})`;
}

export function networkOverlaps({ key, value }: Term): Condition {
  if (value.type !== 'network') throw new TypeError(`The key ${key} is not a network`);
  return sql<SqlBool>`exists (select from item_network
    where item_network.item_id = item.id and item_network.network && ${value.network}::inet)`;
}

export function idIs(column: Column, { key, value }: Term): Condition {
  if (value.type !== 'id') throw new TypeError(`The key ${key} is not an id`);
  return sql<SqlBool>`${column} = ${value.id}::uuid`;
}

/**
 * Items with a revision made by that actor, by the actor's `name` or `id`; with `until`, only revisions valid by then.
 */
export function actorMatches(pattern: Pattern, until?: Date): Condition {
  const name = matchesFolded(sql`(lower(revision.actor ->> 'name') collate "C")`, pattern);
  const id = matchesFolded(sql`(lower(revision.actor ->> 'id') collate "C")`, pattern);
  const inTime = until === undefined ? sql<SqlBool>`true` : sql<SqlBool>`revision.valid_from <= ${until}`;
  return sql<SqlBool>`exists (select from revision where revision.item_id = item.id
    and revision.actor is not null and (${name} or ${id}) and ${inTime})`;
}

/** That an issue's score lies in the band. */
export function hasSeverity(severity: string): Condition {
  const band = severities.find((each) => each.severity === severity);
  if (band === undefined) throw new TypeError(`${severity} is no severity`);
  return sql<SqlBool>`issue.score between ${band.from}::integer and ${band.to}::integer`;
}
