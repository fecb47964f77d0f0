/** What is wrong with a query, and the line with a caret that shows where. */

export type QueryProblem = {
  /** One sentence without a full stop, for a person. */
  readonly message: string;
  /** Where it begins, in UTF-16 code units of the text. */
  readonly at: number;
  readonly length: number;
};

/** Thrown inside the parser and caught at its edge: never leaves this folder. */
export class QueryStop extends Error {
  override readonly name = 'QueryStop';
  readonly problem: QueryProblem;

  constructor(message: string, { at, length }: { readonly at: number; readonly length: number }) {
    super(message);
    this.problem = { message, at, length };
  }
}

const before = 60;
const after = 40;
const unprintable = /[\p{C}\p{Zl}\p{Zp}\s]/u;

/**
 * Three lines: the message, the query, carets under the place. A long query is cut around the place; blanks and
 * control characters become spaces, so that the carets stand where they should and nothing reaches the terminal.
 */
export function formatQueryProblem(text: string, problem: QueryProblem): string {
  const end = Math.min(text.length, problem.at + problem.length);
  const head = Array.from(text.slice(0, problem.at), printable);
  const place = Array.from(text.slice(problem.at, end), printable);
  const tail = Array.from(text.slice(end), printable);
  const shownHead = head.length > before ? ['…', ...head.slice(-before)] : head;
  const shownPlace = place.slice(0, after);
  const shownTail = tail.length > after ? [...tail.slice(0, after), '…'] : tail;
  const cut = place.length > shownPlace.length ? ['…'] : shownTail;
  return [
    `${problem.message}:`,
    `  ${[...shownHead, ...shownPlace, ...cut].join('').trimEnd()}`,
    `  ${' '.repeat(shownHead.length)}${'^'.repeat(Math.max(1, shownPlace.length))}`,
  ].join('\n');
}

function printable(character: string): string {
  return unprintable.test(character) ? ' ' : character;
}
