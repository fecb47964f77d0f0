/** What both compilers share: the tree of a query, patterns, times. Every text of a query becomes a parameter. */
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { ageUnits, type Comparison, type Pattern, type Query, type Term } from './query.ts';
import { momentOf } from './time.ts';

export type Condition = Expression<SqlBool>;
export type Column = RawBuilder<unknown>;

/**
 * How each key of a vocabulary becomes a condition; the empty key is a plain word. `required` says that the whole query
 * is true only if the term is, so that the term may choose a form that starts from the few rows that match it.
 */
export type Conditions = Readonly<Record<string, (term: Term, required: boolean) => Condition>>;

/** The condition of a whole query. A key without a condition is a defect of the vocabulary and throws. */
export function compileQuery(query: Query, conditions: Conditions): Condition {
  return compilePart(query, conditions, true);
}

function compilePart(query: Query, conditions: Conditions, required: boolean): Condition {
  switch (query.kind) {
    case 'all':
      return sql<SqlBool>`true`;
    case 'term':
      return compileTerm(query, conditions, required);
    case 'not':
      return sql<SqlBool>`(not ${compilePart(query.part, conditions, false)})`;
    case 'and':
      return sql<SqlBool>`(${sql.join(
        query.parts.map((part) => compilePart(part, conditions, required)),
        sql` and `,
      )})`;
    case 'or':
      return sql<SqlBool>`(${sql.join(
        query.parts.map((part) => compilePart(part, conditions, false)),
        sql` or `,
      )})`;
  }
}

function compileTerm(term: Term, conditions: Conditions, required: boolean): Condition {
  const condition = conditions[term.key];
  if (condition === undefined) throw new TypeError(`The key ${term.key} is not compiled here`);
  return condition(term, required);
}

/** The pattern of a text term; any other type is a defect of the vocabulary and throws. */
export function patternOf({ key, value }: Term): Pattern {
  if (value.type !== 'text') throw new TypeError(`The key ${key} is not a text`);
  return value.pattern;
}

/** The word of a choice term. */
export function choiceOf({ key, value }: Term): string {
  if (value.type !== 'choice') throw new TypeError(`The key ${key} is not a choice`);
  return value.choice;
}

/** The condition of that choice, from a table of all of them. */
export function chosen(term: Term, table: Readonly<Record<string, Condition>>): Condition {
  const condition = table[choiceOf(term)];
  if (condition === undefined) throw new TypeError(`${term.key}:${choiceOf(term)} is not compiled here`);
  return condition;
}

/** The text of a pattern without stars, or undefined. */
export function exactText(pattern: Pattern): string | undefined {
  return pattern.length === 1 ? pattern[0] : undefined;
}

/** The pattern in the form that LIKE takes. */
export function likePattern(pattern: Pattern): string {
  return pattern.map((part) => part.replaceAll(/[\\%_]/g, (character) => `\\${character}`)).join('%');
}

/** Compares as written. */
export function matches(column: Column, pattern: Pattern): Condition {
  const exact = exactText(pattern);
  return exact === undefined
    ? sql<SqlBool>`${column} like ${likePattern(pattern)}`
    : sql<SqlBool>`${column} = ${exact}`;
}

/** Compares without regard to case, folded by the database on both sides. */
export function matchesAnyCase(column: Column, pattern: Pattern): Condition {
  return matchesFolded(sql`lower(${column})`, pattern);
}

/** Compares with a column that is already in lower case, so that its index serves. */
export function matchesFolded(column: Column, pattern: Pattern): Condition {
  const exact = exactText(pattern);
  return exact === undefined
    ? sql<SqlBool>`${column} like lower(${likePattern(pattern)})`
    : sql<SqlBool>`${column} = lower(${exact})`;
}

/** For ids that are written in lower case: finds them also when the query is not, and by an index. */
export function matchesId(column: Column, pattern: Pattern): Condition {
  const exact = exactText(pattern);
  if (exact === undefined) return sql<SqlBool>`${column} like ${likePattern(pattern).toLowerCase()}`;
  return sql<SqlBool>`${column} in (${exact}, ${exact.toLowerCase()})`;
}

const operators: Readonly<Record<Comparison, RawBuilder<unknown>>> = {
  ':': sql`=`,
  '>': sql`>`,
  '>=': sql`>=`,
  '<': sql`<`,
  '<=': sql`<=`,
};

export function comparesNumber(column: Column, { key, comparison, value }: Term): Condition {
  if (value.type !== 'number') throw new TypeError(`The key ${key} is not a number`);
  return sql<SqlBool>`${column} ${operators[comparison]} ${value.number}::integer`;
}

/** A day is compared as a whole, a moment as it is; `:` with an age means since then. */
export function comparesTime(column: Column, { key, comparison, value }: Term, now: Date): Condition {
  if (value.type !== 'time') throw new TypeError(`The key ${key} is not a time`);
  if (value.time.kind === 'day') return comparesDay(column, comparison, value.time.day);
  const operator = value.time.kind === 'age' && comparison === ':' ? '>=' : comparison;
  return sql<SqlBool>`${column} ${operators[operator]} ${momentOf(value.time, now)}::timestamptz`;
}

function comparesDay(column: Column, comparison: Comparison, day: string): Condition {
  const start = new Date(`${day}T00:00:00.000Z`);
  const end = new Date(start.getTime() + ageUnits.d);
  const from = (moment: Date): Condition => sql<SqlBool>`${column} >= ${moment}::timestamptz`;
  const until = (moment: Date): Condition => sql<SqlBool>`${column} < ${moment}::timestamptz`;
  switch (comparison) {
    case ':':
      return sql<SqlBool>`(${from(start)} and ${until(end)})`;
    case '>':
      return from(end);
    case '>=':
      return from(start);
    case '<':
      return until(start);
    case '<=':
      return until(end);
  }
}
