/** Differences of configurations: both sides can be read off, marks point at what differs. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonLines } from '../../components/code/json-lines.ts';
import type { Json } from '../../words/json.ts';
import { type DiffRow, diffRows, foldedRows } from './diff-rows.ts';

const text = ({ parts }: DiffRow): string => parts.map((part) => part.text).join('');
const signs = { equal: ' ', added: '+', removed: '-' };
const shown = (row: DiffRow): string =>
  `${signs[row.kind]} ${row.before ?? '.'} ${row.after ?? '.'} ${row.parts.map((part) => (part.isMarked ? `«${part.text}»` : part.text)).join('')}`;

const whole = { Acls: [true, [1]], Policy: true, Tag: { a: 'b' } };

describe('rows', () => {
  it('number both sides and mark the words that differ', () => {
    expect(
      diffRows(whole, { ...whole, Policy: false })
        .filter(({ kind }) => kind !== 'equal')
        .map(shown),
    ).toEqual(['- 6 .   "Policy": «true»,', '+ . 6   "Policy": «false»,']);
  });

  it('are all added where nothing was, and removed where nothing is', () => {
    expect(diffRows(undefined, { a: [1, [2]] }).every(({ kind }) => kind === 'added')).toBe(true);
    expect(diffRows({ a: [1, [2]] }, undefined).every(({ kind }) => kind === 'removed')).toBe(true);
  });

  it('give both sides back, whatever they are', () => {
    const linesOf = (value: Json): number => jsonLines(value).length;
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const [before, after]: Json[] = JSON.parse(JSON.stringify([one, other]));
        const rows = diffRows(before, after);
        const old = rows.filter(({ kind }) => kind !== 'added');
        const fresh = rows.filter(({ kind }) => kind !== 'removed');
        expect(JSON.parse(old.map(text).join('\n'))).toEqual(before);
        expect(JSON.parse(fresh.map(text).join('\n'))).toEqual(after);
        expect(old.map((row) => row.before)).toEqual(
          Array.from({ length: linesOf(before ?? null) }, (_, n) => n + 1),
        );
        expect(fresh.map((row) => row.after)).toEqual(
          Array.from({ length: linesOf(after ?? null) }, (_, n) => n + 1),
        );
      }),
      { seed: 5, numRuns: 60 },
    );
  });
});

it('equal lines fold but for three around a change', () => {
  const long = Object.fromEntries(
    Array.from({ length: 30 }, (_, key) => [`K${String(key).padStart(2, '0')}`, key]),
  );
  const rows = diffRows(long, { ...long, K15: 'new' });
  const folds = foldedRows(rows, new Set()).filter((part) => part.kind === 'fold');
  expect(folds).toEqual([
    { kind: 'fold', from: 0, count: 13 },
    { kind: 'fold', from: 21, count: 12 },
  ]);
  expect(foldedRows(rows, new Set([0, 21])).every(({ kind }) => kind === 'row')).toBe(true);
});
