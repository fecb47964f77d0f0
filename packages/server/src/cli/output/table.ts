/** Tables without lines, as wide as the terminal at most. */
import CliTable from 'cli-table3';
import { printable } from './printable.ts';

export type TableColumn<Row> = {
  readonly title: string;
  readonly value: (row: Row) => string | number;
  readonly align?: 'right';
  /** Shortened first when the terminal is narrow. */
  readonly shrink?: true;
};

const gap = 2;
const narrowest = 12;

/** The lines of the table; none for no rows. Without a width nothing is shortened. */
export function renderTable<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  width: number | undefined,
): readonly string[] {
  if (rows.length === 0) return [];
  const cells = rows.map((row) => columns.map((column) => oneLine(String(column.value(row)))));
  const natural = columns.map((column, index) =>
    Math.max(column.title.length, ...cells.map((line) => textWidth(line[index] ?? ''))),
  );
  const table = new CliTable({
    head: columns.map((column) => column.title.toUpperCase()),
    colWidths: fit(natural, columns, width).map((size) => size + gap),
    colAligns: columns.map((column) => column.align ?? 'left'),
    chars: blankFrame,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': gap },
  });
  table.push(...cells);
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
}

const blankFrame = Object.fromEntries(
  [
    'top',
    'top-mid',
    'top-left',
    'top-right',
    'bottom',
    'bottom-mid',
    'bottom-left',
    'bottom-right',
    'left',
    'left-mid',
    'mid',
    'mid-mid',
    'right',
    'right-mid',
    'middle',
  ].map((name) => [name, '']),
);

/** Takes what is too much from the columns that may shrink, the widest first. */
function fit<Row>(
  natural: readonly number[],
  columns: readonly TableColumn<Row>[],
  width: number | undefined,
): readonly number[] {
  const sizes = [...natural];
  let excess = width === undefined ? 0 : sizes.reduce((sum, size) => sum + size + gap, 0) - width;
  while (excess > 0) {
    const widest = sizes
      .map((size, index) => ({ size, index }))
      .filter(({ size, index }) => columns[index]?.shrink === true && size > narrowest)
      .toSorted((a, b) => b.size - a.size)[0];
    if (widest === undefined) return sizes;
    sizes[widest.index] = widest.size - 1;
    excess -= 1;
  }
  return sizes;
}

function oneLine(text: string): string {
  return printable(text).replaceAll(/\s+/g, ' ');
}

const segmenter = new Intl.Segmenter('en');

/** Columns on the screen: East Asian wide characters and emoji take two. */
function textWidth(text: string): number {
  const wide = text.match(
    /[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/gu,
  );
  return [...segmenter.segment(text)].length + (wide?.length ?? 0);
}
