/** Focus and choice of rows: they stay inside the list and with their rows. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actedOn,
  extended,
  focusedOn,
  moved,
  nothingSelected,
  settled,
  toggled,
  unchosen,
} from './selection.ts';

const ids = ['a', 'b', 'c', 'd'];
const on = (id: string) => focusedOn(nothingSelected, ids, id);

describe('the focus', () => {
  it.each([
    ['begins at the first row', nothingSelected, 1, 'a'],
    ['begins at the last row upwards', nothingSelected, -1, 'd'],
    ['goes on', on('b'), 1, 'c'],
    ['stays at the end', on('d'), 1, 'd'],
    ['stays at the beginning', on('a'), -1, 'a'],
  ])('%s', (...[, selection, by, expected]) => {
    expect(moved(selection, ids, by).focused).toBe(expected);
  });

  it('stays with its row when rows come before it', () => {
    expect(settled(on('b'), ['x', 'a', 'b'])).toMatchObject({ focused: 'b', place: 2 });
  });

  it('goes to the row that took the place of one that went', () => {
    expect(settled(on('b'), ['a', 'c', 'd']).focused).toBe('c');
    expect(settled(on('d'), ['a', 'b', 'c']).focused).toBe('c');
    expect(settled(on('a'), []).focused).toBeUndefined();
  });

  it('is the same value when nothing changed, so that nothing is drawn again', () => {
    const selection = on('b');
    expect(settled(selection, ids)).toBe(selection);
  });
});

describe('the choice', () => {
  it('is what is acted on, else the focused row', () => {
    expect(actedOn(on('b'))).toEqual(['b']);
    expect(actedOn(toggled(toggled(on('b'), 'c'), 'd'))).toEqual(['c', 'd']);
    expect(actedOn(unchosen(toggled(on('b'), 'c')))).toEqual(['b']);
    expect(actedOn(nothingSelected)).toEqual([]);
  });

  it('grows along the way of the focus', () => {
    const selection = extended(extended(on('b'), ids, 1), ids, 1);
    expect([selection.focused, [...selection.chosen]]).toEqual(['d', ['b', 'c', 'd']]);
  });

  it('loses rows that went', () => {
    expect([...settled(toggled(toggled(on('a'), 'a'), 'c'), ['b', 'c']).chosen]).toEqual(['c']);
  });
});

it('never focuses or chooses what is not in the list', () => {
  const list: fc.Arbitrary<string[]> = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));
  fc.assert(
    fc.property(list, list, fc.array(fc.integer({ min: -3, max: 3 })), (before, after, steps) => {
      const walked = steps.reduce((selection, by) => extended(selection, before, by), nothingSelected);
      const { focused, chosen } = settled(walked, after);
      expect(focused === undefined || after.includes(focused)).toBe(true);
      expect([...chosen].filter((id) => !after.includes(id))).toEqual([]);
    }),
    { seed: 5 },
  );
});
