/** Listings of Compute Engine over all zones or regions: a map of places instead of a list. */
import type { JsonObject } from '@security-monkey/sdk';
import { pageOf } from '../../answers/pages.ts';
import { ProviderError } from '../../answers/provider-error.ts';
import { type GoogleCall, notFound } from './google-call.ts';

type Placed = {
  /** Such as `zones/europe-west1-b`. */
  readonly place: string;
  readonly body: JsonObject;
};

type Aggregated = {
  readonly kind: string;
  /** What each place holds, such as `instances`. */
  readonly member: string;
  /** A place that has nothing. */
  readonly empty: string;
  readonly all: readonly Placed[];
};

/** One page. A place that has nothing says so by a warning, as most do in every listing of Google's. */
export function aggregated({ input }: GoogleCall, { kind, member, empty, all }: Aggregated): JsonObject {
  const { elements, next } = pageOf(all, input['pageToken'], { most: 5, refusal: 'INVALID_ARGUMENT' });
  const filled = [...Map.groupBy(elements, ({ place }) => place)].map(
    ([place, held]) => [place, { [member]: held.map(({ body }) => body) }] as const,
  );
  return {
    kind,
    items: { ...Object.fromEntries(filled), [empty]: nothing },
    ...(next !== undefined && { nextPageToken: next }),
  };
}

const nothing = {
  warning: { code: 'NO_RESULTS_ON_PAGE', message: 'There are no results for this scope on this page.' },
};

/** The one that was found, when it lies where it was asked for. @throws ProviderError otherwise */
export function placedIn<One>(one: One, isThere: (one: One) => boolean): One {
  if (isThere(one)) return one;
  throw new ProviderError(notFound, 'There is no such resource at this place');
}
