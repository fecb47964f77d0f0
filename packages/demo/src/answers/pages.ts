/** Cuts a list into pages, as the API does. */
import type { JsonValue } from '@security-monkey/sdk';
import { ProviderError } from './provider-error.ts';

/** AWS may give fewer than it is asked for, and the simulator always does: so paging is part of every scan. */
const most = 40;

export type Page<Element> = { readonly elements: readonly Element[]; readonly next: string | undefined };

/** @throws ProviderError for a token that no page has given */
export function pageOf<Element>(all: readonly Element[], token: JsonValue | undefined): Page<Element> {
  const start = token === undefined ? 0 : startOf(token, all.length);
  const end = start + most;
  return { elements: all.slice(start, end), next: end < all.length ? `from-${end}` : undefined };
}

function startOf(token: JsonValue, length: number): number {
  const start = typeof token === 'string' ? Number(/^from-(\d+)$/.exec(token)?.[1]) : Number.NaN;
  if (start > 0 && start < length) return start;
  throw new ProviderError('InvalidToken', `No page has given the token ${JSON.stringify(token)}`);
}
