/** A query, parsed; what is wrong with it becomes an error that points at the place. */
import { CodedError } from '../errors/coded-error.ts';
import { parseQuery } from '../query/parse.ts';
import type { QueryProblem } from '../query/problem.ts';
import type { Query } from '../query/query.ts';
import type { Vocabulary } from '../query/vocabulary.ts';

/** @throws CodedError query_invalid */
export function parseQueryText(text: string, vocabulary: Vocabulary): Query {
  const parsed = parseQuery(text, vocabulary);
  if (parsed.ok) return parsed.query;
  const { problem } = parsed;
  const { at, length } = problem;
  throw new CodedError('query_invalid', {
    position: String(Array.from(text.slice(0, at)).length + 1),
    length: String(Array.from(text.slice(at, at + length)).length),
    problem: problem.message,
    pointed: pointed(text, problem),
  });
}

const around = 40;

/** The query around the place, with marks at both ends of what is wrong. */
function pointed(text: string, { at, length }: QueryProblem): string {
  const before = text.slice(Math.max(at - around, 0), at);
  const after = text.slice(at + length, at + length + around);
  return `${before}»${text.slice(at, at + length)}«${after}`;
}
