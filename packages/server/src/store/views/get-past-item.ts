/** One item as it stood at a moment. */
import type { JsonObject, Unreadable } from '@security-monkey/sdk';
import type { Database } from '../database/database.ts';
import type { Viewer } from '../viewer.ts';
import { itemConfigAt } from './item-at.ts';
import { type ItemRelation, relationsOf } from './item-relations.ts';
import { type PastItemRow, pastItemRow, pastItems } from './list-past-items.ts';
import { pastIssuesOf } from './past-issues.ts';

export type PastItemDetail = PastItemRow & {
  /** The revision that was valid then. */
  readonly revision: string;
  readonly validFrom: Date;
  readonly actor: JsonObject | null;
  readonly config: JsonObject;
  readonly unreadable: readonly Unreadable[];
  /** Those that were valid then. */
  readonly relations: readonly ItemRelation[];
};

/** Undefined when there is no such item, it had no revision by then, or it may not be seen. Find its id by `findItem`. */
export async function getPastItem(
  db: Database,
  viewer: Viewer,
  { item, asOf }: { readonly item: string; readonly asOf: Date },
): Promise<PastItemDetail | undefined> {
  const found = await pastItems(db, viewer, asOf).where('item.id', '=', item).executeTakeFirst();
  const state = await itemConfigAt(db, viewer, { item, ref: { kind: 'time', at: asOf } });
  if (found === undefined || state === undefined) return undefined;
  const issues = await pastIssuesOf(db, viewer, { items: [item], asOf });
  return {
    ...pastItemRow(found, issues.get(item)),
    revision: state.revision,
    validFrom: state.validFrom,
    actor: state.actor,
    config: state.config,
    unreadable: state.unreadable,
    relations: await relationsOf(db, viewer, { item, at: asOf }),
  };
}
