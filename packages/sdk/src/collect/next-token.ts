/** Goes on from page to page, and never for ever on the same one. */
import { OperationError } from '../failure.ts';

export type Turn = {
  /** The token that the answer was asked for with; undefined for the first page. */
  readonly used: string | undefined;
  /** The token that the answer names; none, or an empty one, on the last page. */
  readonly named: string | null | undefined;
};

/**
 * The token to ask for the next page with; undefined after the last one.
 * @throws OperationError of class `invalid_response` when it is the token that was used: that page would come again for ever
 */
export function nextToken(operation: string, { used, named }: Turn): string | undefined {
  if (named === undefined || named === null || named === '') return undefined;
  if (named !== used) return named;
  throw new OperationError({
    class: 'invalid_response',
    message: `The answer of ${operation} names its own page as the next one, so that the list has no end`,
    operation,
  });
}
