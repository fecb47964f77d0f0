/** What a page of a listing has come to: each item seen, gone or failed. */
import type { Failure, JsonObject } from '@security-monkey/sdk';
import type { Glance } from './sighting.ts';

export type Looked =
  | { readonly kind: 'seen'; readonly listed: JsonObject; readonly glance: Glance; readonly at: Date }
  | { readonly kind: 'gone'; readonly identity: string | undefined }
  /** `identity` is undefined when the listing alone does not tell it: nothing can be concluded from absence then. */
  | { readonly kind: 'failed'; readonly identity: string | undefined; readonly failure: Failure };

export type PageCounts = {
  readonly listed: number;
  readonly created: number;
  readonly changed: number;
  readonly rebaselined: number;
  /** Items whose look failed as a whole. */
  readonly failed: number;
  /** Those of them of which not even the identity is known. */
  readonly unidentified: number;
  /** Items of which a part could not be read. */
  readonly partial: number;
};

export const noCounts: PageCounts = {
  listed: 0,
  created: 0,
  changed: 0,
  rebaselined: 0,
  failed: 0,
  unidentified: 0,
  partial: 0,
};

export function addCounts(left: PageCounts, right: PageCounts): PageCounts {
  return {
    listed: left.listed + right.listed,
    created: left.created + right.created,
    changed: left.changed + right.changed,
    rebaselined: left.rebaselined + right.rebaselined,
    failed: left.failed + right.failed,
    unidentified: left.unidentified + right.unidentified,
    partial: left.partial + right.partial,
  };
}
