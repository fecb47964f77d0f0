/** What reaches the screen. */
import { describe, expect, it } from 'vitest';
import { createOutput } from './output.ts';
import { printable } from './printable.ts';
import { renderTable } from './table.ts';
import { createTerminal } from './terminal.ts';
import { showDistance, showTime } from './time.ts';

function collecting() {
  const lines: string[] = [];
  const sink = {
    line: async (text: string) => {
      lines.push(text);
    },
    notice: () => undefined,
    error: () => undefined,
  };
  return { lines, sink };
}

const shape = {
  columns: [
    { title: 'name', value: (row: { name: string; score: number }) => row.name, shrink: true as const },
    { title: 'score', value: (row: { name: string; score: number }) => row.score, align: 'right' as const },
  ],
  object: (row: { name: string; score: number }) => ({ ...row }),
};
const rows = [
  { name: 'first', score: 9 },
  { name: 'a\u001b[31mred\nname', score: 10 },
];

describe('rows', () => {
  it('are a table for people, without what a name could do to the terminal', async () => {
    const { lines, sink } = collecting();
    expect(await createOutput(sink, { json: false, width: undefined }).rows(rows, shape)).toBe(2);
    expect(lines).toEqual(['NAME            SCORE', 'first               9', 'a␛[31mred name     10']);
  });

  it('are one object a line for machines, unchanged', async () => {
    const { lines, sink } = collecting();
    await createOutput(sink, { json: true, width: 80 }).rows(rows, shape);
    expect(lines.map((line) => JSON.parse(line))).toEqual(rows);
  });

  it('fit the width by shortening the columns that may be shortened', () => {
    const [, line = ''] = renderTable([{ name: 'x'.repeat(80), score: 1 }], shape.columns, 40);
    expect(line.length).toBeLessThanOrEqual(40);
    expect(line).toContain('…');
  });

  it('of none are nothing', () => {
    expect(renderTable([], shape.columns, 80)).toEqual([]);
  });
});

describe('text', () => {
  it('shows control characters and direction marks instead of obeying them', () => {
    expect(printable('a\tb\u0007\u202e\u009bc')).toBe('a\tb␇\\u{202e}\\u{9b}c');
  });

  it('shows times', () => {
    const now = new Date('2026-01-02T00:00:00Z');
    expect(showTime(now)).toBe('2026-01-02 00:00:00Z');
    expect(showTime(null)).toBe('–');
    expect(showDistance(new Date('2026-01-01T21:00:00Z'), now)).toBe('3 h ago');
    expect(showDistance(new Date('2026-01-02T00:30:00Z'), now)).toBe('in 30 min');
  });
});

describe('progress', () => {
  function streams(isTTY: boolean) {
    const written = { out: '', error: '' };
    const terminal = createTerminal({
      out: {
        write: ((text: string, done: () => void) => {
          written.out += text;
          done();
          return true;
        }) as NodeJS.WriteStream['write'],
      },
      error: {
        isTTY,
        columns: 20,
        write: (text: string | Uint8Array) => {
          written.error += String(text);
          return true;
        },
      },
      quiet: false,
    });
    return { written, terminal };
  }

  it('is one line drawn anew on a terminal, gone before a result is written', async () => {
    const { written, terminal } = streams(true);
    terminal.notice({ text: 'one', lasting: false });
    terminal.notice({ text: 'two', lasting: false });
    await terminal.line('result');
    expect(written).toEqual({ error: 'one\r\u001b[2Ktwo\r\u001b[2K', out: 'result\n' });
  });

  it('is lasting lines only elsewhere', () => {
    const { written, terminal } = streams(false);
    terminal.notice({ text: 'one', lasting: false });
    terminal.notice({ text: 'two', lasting: true });
    expect(written.error).toBe('two\n');
  });
});
