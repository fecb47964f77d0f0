/** CSV: quoting, and texts of providers that spreadsheets would run. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, csvLine, csvOf, jsonLinesOf } from './csv.ts';

describe('a cell', () => {
  it.each<readonly [string, Cell, string]>([
    ['a word stays itself', 'bucket', 'bucket'],
    ['nothing is empty', null, ''],
    ['a number has no quotes, a negative one no apostrophe', -3, '-3'],
    ['a yes or no', true, 'true'],
    ['a time is ISO 8601', new Date('2026-01-02T03:04:05Z'), '2026-01-02T03:04:05.000Z'],
    ['a comma is quoted', 'a,b', '"a,b"'],
    ['a quote is doubled', 'a"b', '"a""b"'],
    ['a line end is quoted', 'a\nb', '"a\nb"'],
    ['a formula becomes text', '=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['one after a tab too', '\t=1', `"'\t=1"`],
    ['plus, minus and at as well', '+1', `'+1`],
    ['and the old way to run commands', '@SUM(1)', `'@SUM(1)`],
    ['and a minus that is no number', '-cmd', `'-cmd`],
    ['and the wide equals sign', '＝1', `'＝1`],
  ])('%s', (_, cell, text) => {
    expect(csvLine([cell])).toBe(`${text}\r\n`);
  });

  it('never begins a formula, whatever it holds, and comes back whole', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (texts) => {
        const cells = readLine(csvLine(texts));
        expect(cells.map((cell) => cell.replace(/^'/, ''))).toEqual(
          texts.map((text) => text.replace(/^'/, '')),
        );
        for (const cell of cells) expect(cell).not.toMatch(/^[\s\0]*[=+\-@]/);
      }),
    );
  });
});

/** Reads one line of RFC 4180. */
function readLine(line: string): readonly string[] {
  const cells: string[] = [];
  let rest = line.slice(0, -2);
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"/.exec(rest);
    const cell = quoted?.[0] ?? /^[^,]*/.exec(rest)?.[0] ?? '';
    cells.push(quoted?.[1] === undefined ? cell : quoted[1].replaceAll('""', '"'));
    if (rest.length === cell.length) return cells;
    rest = rest.slice(cell.length + 1);
  }
}

describe('rows', () => {
  it('have a head', async () => {
    const lines = await Array.fromAsync(csvOf({ name: (row: { n: string }) => row.n }, rowsOf([{ n: 'a' }])));
    expect(lines).toEqual(['name\r\n', 'a\r\n']);
  });

  it('are one JSON object a line', async () => {
    expect(await Array.fromAsync(jsonLinesOf(rowsOf([{ a: 1 }, { a: 'x\ny' }])))).toEqual([
      '{"a":1}\n',
      '{"a":"x\\ny"}\n',
    ]);
  });
});

async function* rowsOf<Row>(rows: readonly Row[]): AsyncGenerator<Row, void> {
  yield* rows;
}
