/** Cuts a list into pages, as the API does. */
import type { JsonValue } from '@security-monkey/sdk';
import { ProviderError } from './provider-error.ts';

export type PageOptions = {
  /** A provider may give fewer than it is asked for, and the simulator always does: so paging is part of every scan. */
  readonly most?: number;
  /** The provider's code for a token that it has not given. */
  readonly refusal?: string;
};

export type Page<Element> = { readonly elements: readonly Element[]; readonly next: string | undefined };

/** @throws ProviderError for a token that no page has given */
export function pageOf<Element>(
  all: readonly Element[],
  token: JsonValue | undefined,
  { most = 40, refusal = 'InvalidToken' }: PageOptions = {},
): Page<Element> {
  const start = token === undefined ? 0 : startOf(token);
  if (!(start < Math.max(all.length, 1)))
    throw new ProviderError(refusal, `No page has given the token ${JSON.stringify(token)}`);
  const end = start + most;
  return { elements: all.slice(start, end), next: end < all.length ? `from-${end}` : undefined };
}

/** Not a number for what no page can have given. */
function startOf(token: JsonValue): number {
  const start = typeof token === 'string' ? Number(/^from-(\d+)$/.exec(token)?.[1]) : Number.NaN;
  return start > 0 ? start : Number.NaN;
}
