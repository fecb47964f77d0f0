/** The life of an issue in sentences. */
import { expect, it } from 'vitest';
import { lifeOf } from './life-of.ts';

const transition = { from: 'open', to: 'fixed', cause: 'config', detail: {} } as const;

it('tells who did what, and otherwise what happened and why, newest first', () => {
  const life = lifeOf({
    transitions: [
      { ...transition, at: '2026-11-01T00:00:00Z', from: null, to: 'open' },
      { ...transition, at: '2026-11-02T00:00:00Z', to: 'justified', cause: 'person', detail: { by: 'Mara' } },
      {
        ...transition,
        at: '2026-11-03T00:00:00Z',
        from: 'justified',
        to: 'open',
        cause: 'config',
        detail: { added: [{}] },
      },
      {
        ...transition,
        at: '2026-11-04T00:00:00Z',
        from: 'open',
        to: 'open',
        cause: 'check',
        detail: { score: { from: 5, to: 7 } },
      },
      { ...transition, at: '2026-11-06T00:00:00Z' },
    ],
    justifications: [
      {
        id: '1',
        reason: 'A public website.',
        author: 'Mara',
        createdAt: '2026-11-02T00:00:00Z',
        until: '2027-01-31T00:00:00Z',
        endedAt: null,
        endedBecause: null,
      },
    ],
    comments: [{ id: '2', author: 'Priya', at: '2026-11-05T00:00:00Z', text: 'Look at this.' }],
  });
  expect(life.map(({ who, what, quote }) => [who, what, quote])).toEqual([
    [undefined, 'fixed.', undefined],
    ['Priya', 'wrote:', 'Look at this.'],
    [undefined, 'scored 7 instead of 5, because its check changed.', undefined],
    [undefined, 'opened again: its evidence is wider than what was justified.', undefined],
    ['Mara', 'justified it until 2027-01-31.', 'A public website.'],
    [undefined, 'opened.', undefined],
  ]);
});
