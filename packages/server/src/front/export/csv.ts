/** Rows as CSV (RFC 4180) that no spreadsheet takes for formulas. */

export type Cell = string | number | boolean | Date | null | undefined;

export type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

/** What spreadsheets begin a formula with, also after white space, and in the wide forms of East Asian keyboards. */
const formula = /^[\s\0]*[=+\-@|%＝＋－＠]/u;

/** One line with its end. A text that would be a formula gets an apostrophe in front, which spreadsheets hide. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  if (cell instanceof Date) return cell.toISOString();
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n\t]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The head and a line a row. */
export async function* csvOf<Row>(
  columns: Columns<Row>,
  rows: AsyncIterable<Row>,
): AsyncGenerator<string, void> {
  yield csvLine(Object.keys(columns));
  for await (const row of rows) yield csvLine(Object.values(columns).map((value) => value(row)));
}

/** One JSON object a line. */
export async function* jsonLinesOf(rows: AsyncIterable<object>): AsyncGenerator<string, void> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}
