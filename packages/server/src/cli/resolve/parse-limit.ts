/** How many rows a list shows. */
import { CodedError } from '../../errors/coded-error.ts';

/** Rows of a table unless more are asked for; machines get all. */
const usual = 100;

export const limitOption = {
  value: 'N',
  description: `show at most so many (${usual} unless given; all under --json)`,
} as const;

/** The number that was typed, or the usual one; a usage error for anything that is no positive whole number. */
export function parseLimit(text: string | undefined, { json }: { readonly json: boolean }): number {
  if (text === undefined) return json ? Number.POSITIVE_INFINITY : usual;
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new CodedError('usage', {
      problem: `--limit takes a positive whole number, not ${text}`,
      command: 'security-monkey',
    });
  return Number(text);
}

/** At most so many rows; `more` is set when there were others. */
export async function* atMost<Row>(
  rows: AsyncIterable<Row>,
  limit: number,
  seen: { more: boolean },
): AsyncGenerator<Row, void> {
  let count = 0;
  for await (const row of rows) {
    if (count === limit) {
      seen.more = true;
      return;
    }
    count += 1;
    yield row;
  }
}

/** Rows to read at once for a list of so many and one more. */
export function pageFor(limit: number): number {
  return Math.min(limit + 1, 1_000);
}
