/** The parser of the query language: one pass, terms joined by AND, `OR` weaker, `-` for NOT, parentheses. */
import { lex, type Token } from './lex.ts';
import { parseTerm } from './parse-term.ts';
import { type QueryProblem, QueryStop } from './problem.ts';
import { combine, everything, not, type Query } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

export type ParsedQuery =
  | { readonly ok: true; readonly query: Query }
  | { readonly ok: false; readonly problem: QueryProblem };

/** More would not be a question any more; the limits keep the SQL within what the database takes. */
const mostTerms = 500;
const deepestNesting = 64;

/**
 * Reads a query. Never throws on any text: what is wrong comes back with the place where it is wrong.
 *
 * @example parseQuery('technology:aws.s3-bucket (score>=5 OR is:unknown) -tag:team=payments', itemVocabulary)
 */
export function parseQuery(text: string, vocabulary: Vocabulary): ParsedQuery {
  try {
    return { ok: true, query: parseTokens(text, lex(text), vocabulary) };
  } catch (error) {
    if (error instanceof QueryStop) return { ok: false, problem: error.problem };
    throw error;
  }
}

type Reading = {
  readonly tokens: readonly Token[];
  readonly vocabulary: Vocabulary;
  next: number;
  depth: number;
};

function parseTokens(text: string, tokens: readonly Token[], vocabulary: Vocabulary): Query {
  if (tokens.length === 0) return everything;
  const terms = tokens.filter((token) => token.kind === 'term');
  const surplus = terms[mostTerms];
  if (surplus !== undefined) throw new QueryStop(`A query has at most ${mostTerms} terms`, surplus);
  const reading: Reading = { tokens, vocabulary, next: 0, depth: 0 };
  const query = parseAlternatives(reading, text.length);
  const rest = tokens[reading.next];
  if (rest !== undefined) throw new QueryStop('This parenthesis was never opened', rest);
  return query;
}

function parseAlternatives(reading: Reading, end: number): Query {
  const parts = [parseConjunction(reading, end)];
  while (reading.tokens[reading.next]?.kind === 'or') {
    reading.next += 1;
    parts.push(parseConjunction(reading, end));
  }
  return combine('or', parts);
}

function parseConjunction(reading: Reading, end: number): Query {
  const parts = [parseNegation(reading, end)];
  for (;;) {
    const token = reading.tokens[reading.next];
    if (token === undefined || token.kind === 'or' || token.kind === ')') return combine('and', parts);
    if (token.kind === 'and') reading.next += 1;
    parts.push(parseNegation(reading, end));
  }
}

function parseNegation(reading: Reading, end: number): Query {
  let negated = false;
  for (
    let token = reading.tokens[reading.next];
    token?.kind === 'not';
    token = reading.tokens[reading.next]
  ) {
    negated = !negated;
    reading.next += 1;
  }
  const part = parsePart(reading, end);
  return negated ? not(part) : part;
}

function parsePart(reading: Reading, end: number): Query {
  const token = reading.tokens[reading.next];
  if (token === undefined)
    throw new QueryStop('Something to search for is missing here', { at: end, length: 0 });
  reading.next += 1;
  if (token.kind === 'term') return parseTerm(token, reading.vocabulary);
  if (token.kind !== '(') throw new QueryStop('Something to search for is missing before this', token);
  return parseGroup(reading, token, end);
}

function parseGroup(reading: Reading, open: Token, end: number): Query {
  if (reading.depth === deepestNesting) {
    throw new QueryStop(`Parentheses nest at most ${deepestNesting} deep`, open);
  }
  reading.depth += 1;
  const query = parseAlternatives(reading, end);
  reading.depth -= 1;
  const close = reading.tokens[reading.next];
  if (close?.kind !== ')') throw new QueryStop('This parenthesis is not closed', open);
  reading.next += 1;
  return query;
}
