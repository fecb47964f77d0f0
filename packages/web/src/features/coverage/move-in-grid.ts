/** Where the arrow keys lead in a matrix of so many rows and columns. */

export type GridPlace = { readonly row: number; readonly column: number };

export type GridSize = { readonly rows: number; readonly columns: number };

const page = 8;

/** Undefined where the key is none that moves. */
export function movedInGrid(at: GridPlace, key: string, { rows, columns }: GridSize): GridPlace | undefined {
  const { row, column } = at;
  const to = (wanted: GridPlace): GridPlace => ({
    row: Math.max(0, Math.min(rows - 1, wanted.row)),
    column: Math.max(0, Math.min(columns - 1, wanted.column)),
  });
  const places: Readonly<Record<string, GridPlace>> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: row - page, column },
    PageDown: { row: row + page, column },
    Home: { row, column: 0 },
    End: { row, column: columns - 1 },
    'Ctrl+Home': { row: 0, column: 0 },
    'Ctrl+End': { row: rows - 1, column: columns - 1 },
  };
  const wanted = Object.hasOwn(places, key) ? places[key] : undefined;
  return wanted === undefined ? undefined : to(wanted);
}
