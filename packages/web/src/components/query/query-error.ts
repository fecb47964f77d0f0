/** What the API says is wrong with a query, and where that stands in the text of the box. */
import { ProblemError } from '../../api/client.ts';

export type QueryError = {
  readonly sentence: string;
  /** In UTF-16 code units of what was typed. */
  readonly place: { readonly from: number; readonly to: number } | undefined;
};

type Asked = {
  readonly typed: string;
  /** What was put before it when the API was asked. */
  readonly before: string;
};

export function queryErrorOf(error: Error | null, asked: Asked): QueryError | undefined {
  if (error === null) return undefined;
  if (!(error instanceof ProblemError)) return { sentence: error.message, place: undefined };
  const { detail, problem, position, length } = error.problem;
  if (problem === undefined || position === undefined || length === undefined)
    return { sentence: detail, place: undefined };
  return { sentence: `${problem}.`, place: placeIn(asked, { position, length }) };
}

/** Of what is missing at the end, or wrong in what was put around the text, the place is the nearest in it. */
function placeIn(
  { typed, before }: Asked,
  { position, length }: { readonly position: number; readonly length: number },
): QueryError['place'] {
  const characters = Array.from(typed);
  const first = Math.min(Math.max(position - 1 - Array.from(before).length, 0), characters.length);
  const unitsTo = (count: number): number => characters.slice(0, count).join('').length;
  return { from: unitsTo(first), to: unitsTo(first + Math.max(length, 1)) };
}
