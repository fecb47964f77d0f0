import { array, assert, property, uuid } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSeenSet } from './seen-set.ts';

describe('the set of seen ids', () => {
  it('has exactly what was added', () => {
    assert(
      property(array(uuid()), array(uuid()), (added, others) => {
        const set = createSeenSet();
        for (const id of added) set.add(id);
        const exact = new Set(added);
        expect(set.size()).toBe(exact.size);
        for (const id of [...added, ...others]) expect(set.has(id)).toBe(exact.has(id));
      }),
    );
  });

  it('stays exact while it grows', () => {
    const set = createSeenSet();
    const id = (index: number): string => `01890000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;
    for (let index = 0; index < 50_000; index += 1) set.add(id(index));
    expect([set.size(), set.has(id(49_999)), set.has(id(50_000))]).toEqual([50_000, true, false]);
  });

  it('refuses what is no id', () => {
    expect(() => createSeenSet().add('bucket')).toThrow('Not an id');
  });
});
