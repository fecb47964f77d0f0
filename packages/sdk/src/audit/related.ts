/** What a check sees of a relation: presence may be concluded from partial data, absence only from a complete listing. */
import type { RelatedItem, RelatedItems } from '../define/check.ts';
import { type RefusalNote, UnreadableInput } from '../json/guard.ts';

/** The items of one relation that are known, and whether they are all. */
export type RelatedListing = { readonly items: readonly RelatedItem[]; readonly complete: boolean };

/** The path by which an unreadable relation is named, such as `@attachments`. */
export function relationPath(relation: string): string {
  return `@${relation}`;
}

/** Wraps a listing; concluding absence from an incomplete one throws {@link UnreadableInput}, which makes the check unknown. */
export function relatedItems(
  relation: string,
  listing: RelatedListing,
  note: RefusalNote = () => {},
): RelatedItems {
  const requireComplete = () => {
    if (listing.complete) return;
    note(relationPath(relation));
    throw new UnreadableInput(relationPath(relation));
  };
  return {
    some: (matches) => {
      if (listing.items.some(matches)) return true;
      requireComplete();
      return false;
    },
    isEmpty: () => {
      if (listing.items.length > 0) return false;
      requireComplete();
      return true;
    },
    all: () => {
      requireComplete();
      return listing.items;
    },
    known: () => listing.items,
  };
}
