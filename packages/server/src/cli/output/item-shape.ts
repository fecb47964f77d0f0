/** An item as it is printed: a row of a table, or an object. */
import type { JsonObject } from '@security-monkey/sdk';
import type { ItemRow } from '../../store/views/item-row.ts';
import type { PastItemRow } from '../../store/views/list-past-items.ts';
import type { TableColumn } from './table.ts';

export const itemTable: readonly TableColumn<ItemRow | PastItemRow>[] = [
  { title: 'score', value: (item) => item.score, align: 'right' },
  { title: 'issues', value: (item) => item.openIssues, align: 'right' },
  { title: 'unknown', value: (item) => item.unknowns ?? '–', align: 'right' },
  { title: 'account', value: (item) => item.account, shrink: true },
  { title: 'technology', value: (item) => item.technology },
  { title: 'region', value: (item) => item.region },
  { title: 'name', value: (item) => item.name, shrink: true },
  { title: 'status', value: shownStatus },
  { title: 'id', value: (item) => item.id },
];

function shownStatus(item: ItemRow | PastItemRow): string {
  return item.ignoredBy === undefined ? item.status : `${item.status}, ignored`;
}

/** The fields of design §6, in its order. */
export function itemObject(item: ItemRow | PastItemRow): JsonObject {
  return { ...item, firstSeen: item.firstSeen.toISOString(), lastChanged: item.lastChanged.toISOString() };
}
