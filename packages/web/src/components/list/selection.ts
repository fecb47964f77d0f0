/** Which row has the focus and which are chosen, as keys and data move on. Pure: the list is told with every step. */

export type Selection = {
  /** The row that keys act on. */
  readonly focused: string | undefined;
  /** Where the focused row stood when it was last there, for when it goes. */
  readonly place: number;
  readonly chosen: ReadonlySet<string>;
};

export const nothingSelected: Selection = { focused: undefined, place: 0, chosen: new Set() };

/** The focus moved by so many rows, staying inside the list. */
export function moved(selection: Selection, ids: readonly string[], by: number): Selection {
  if (ids.length === 0) return selection;
  const from = placeOf(selection, ids);
  const start = selection.focused === undefined ? (by > 0 ? -1 : ids.length) : from;
  return focusedAt(selection, ids, start + by);
}

/** The focus on the row at a place, or the nearest there is. */
export function focusedAt(selection: Selection, ids: readonly string[], place: number): Selection {
  const inside = Math.min(Math.max(place, 0), ids.length - 1);
  return { ...selection, focused: ids[inside], place: Math.max(inside, 0) };
}

export function focusedOn(selection: Selection, ids: readonly string[], id: string): Selection {
  return { ...selection, focused: id, place: Math.max(ids.indexOf(id), 0) };
}

export function toggled(selection: Selection, id: string): Selection {
  const chosen = new Set(selection.chosen);
  if (!chosen.delete(id)) chosen.add(id);
  return { ...selection, chosen };
}

/** The focus moved, with the rows on the way chosen. */
export function extended(selection: Selection, ids: readonly string[], by: number): Selection {
  const next = moved(selection, ids, by);
  const onTheWay = [selection.focused, next.focused].filter((id) => id !== undefined);
  return { ...next, chosen: new Set([...selection.chosen, ...onTheWay]) };
}

export function unchosen(selection: Selection): Selection {
  return { ...selection, chosen: new Set() };
}

/** After the data changed: the focus stays with its row, or goes to the one that took its place. */
export function settled(selection: Selection, ids: readonly string[]): Selection {
  const there = new Set(ids);
  const chosen = [...selection.chosen].every((id) => there.has(id))
    ? selection.chosen
    : new Set([...selection.chosen].filter((id) => there.has(id)));
  if (selection.focused === undefined || there.has(selection.focused)) {
    const place = placeOf(selection, ids);
    const isSame = chosen === selection.chosen && place === selection.place;
    return isSame ? selection : { ...selection, chosen, place };
  }
  return focusedAt({ ...selection, chosen }, ids, selection.place);
}

function placeOf({ focused, place }: Selection, ids: readonly string[]): number {
  const found = focused === undefined ? -1 : ids.indexOf(focused);
  return found === -1 ? place : found;
}

/** What an act is about: the chosen rows, else the focused one. */
export function actedOn({ focused, chosen }: Selection): readonly string[] {
  if (chosen.size > 0) return [...chosen];
  return focused === undefined ? [] : [focused];
}
