import { describe, expect, it } from 'vitest';
import { keepLastValues, unreadableKey, unreadableSince } from './unreadable.ts';

describe('keepLastValues', () => {
  it.each([
    ['the last value stands in', { A: 1 }, ['/B'], { A: 0, B: 2 }, { A: 1, B: 2 }],
    ['a placeholder gives way to it', { A: 1, B: null }, ['/B'], { B: 2 }, { A: 1, B: 2 }],
    ['what was never read is left out', { A: 1, B: null }, ['/B'], undefined, { A: 1 }],
    ['a known null is a value', { A: 1 }, ['/B'], { B: null }, { A: 1, B: null }],
    ['a part goes with what held it', { A: 1 }, ['/P/B'], { P: { B: 2 } }, { A: 1 }],
    ['a nested part is kept', { P: { C: 3 } }, ['/P/B'], { P: { B: 2, C: 0 } }, { P: { B: 2, C: 3 } }],
    ['the whole is kept', { A: 1 }, [''], { A: 0, B: 2 }, { A: 0, B: 2 }],
  ])('%s', (...[, config, paths, last, kept]) => {
    expect(keepLastValues(config, paths, last)).toEqual(kept);
  });
});

describe('unreadableKey', () => {
  const part = { path: '/A', class: 'access_denied', message: 'm', permission: 'p' } as const;
  const other = { path: '/B', class: 'timeout', message: 'm' } as const;

  it('does not depend on order or message', () => {
    expect(unreadableKey([part, other])).toBe(unreadableKey([other, { ...part, message: 'another' }]));
  });

  it.each([
    ['the class', { ...part, class: 'timeout' as const }],
    ['the permission', { ...part, permission: 'q' }],
    ['the path', { ...part, path: '/C' }],
  ])('depends on %s', (_, changed) => {
    expect(unreadableKey([changed])).not.toBe(unreadableKey([part]));
  });
});

describe('unreadableSince', () => {
  const denied = { path: '/A', class: 'access_denied', message: 'm' } as const;
  const at = new Date('2026-03-02T00:00:00Z');
  const since = '2026-03-01T00:00:00.000Z';

  it('is now for a part that could be read before', () => {
    expect(unreadableSince([denied], [{ ...denied, path: '/B', since }], at)).toEqual([
      { ...denied, since: at.toISOString() },
    ]);
  });

  it('stays as it was, also when the reason is another now', () => {
    const before = [{ ...denied, class: 'timeout' as const, since }];
    expect(unreadableSince([denied], before, at)).toEqual([{ ...denied, since }]);
  });
});
