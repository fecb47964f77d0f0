/** How alerters do, and what the page says of it. */
import { describe, expect, it } from 'vitest';
import type { Delivery } from './alerter-queries.ts';
import { type AlerterState, alerterStates, mayRetry } from './alerter-state.ts';
import { verdictWords } from './verdict-words.ts';

const delivery: Delivery = {
  id: '01a207af-03c0-7004-a951-d9e794561976',
  kind: 'message',
  at: '2026-11-20T08:00:00.000Z',
  alerter: 'mail',
  address: 'mara@example.com',
  subscription: '01a207af-03c0-7004-a951-d9e794561977',
  what: null,
  state: 'pending',
  attempts: 0,
  nextAttempt: '2026-11-20T08:00:00.000Z',
  deliveredAt: null,
  failure: null,
};
const refused: Delivery = {
  ...delivery,
  attempts: 2,
  failure: 'Busy.',
  nextAttempt: '2026-11-20T08:09:00.000Z',
};
const mail = {
  id: 'mail',
  title: 'Mail',
  address: { label: 'E-mail address', example: 'mara@example.com' },
  events: [],
  configured: true,
};

describe('the state of an alerter', () => {
  it('counts what waits, and nothing of what was given up or is of others', () => {
    const unsettled = [
      delivery,
      delivery,
      { ...delivery, state: 'dead' as const },
      { ...delivery, alerter: 'hook' },
    ];
    expect(alerterStates([mail], unsettled)).toEqual([
      { id: 'mail', title: 'Mail', configured: true, waiting: 2, failing: undefined },
    ]);
  });

  it('that fails has what was said last and when it is tried next', () => {
    const newer = {
      ...refused,
      at: '2026-11-20T08:05:00.000Z',
      failure: 'No such host.',
      nextAttempt: '2026-11-20T09:00:00.000Z',
    };
    expect(alerterStates([mail], [refused, newer, delivery])).toMatchObject([
      { waiting: 3, failing: { failure: 'No such host.', nextAttempt: '2026-11-20T08:09:00.000Z' } },
    ]);
  });

  it('of one for machines is told when it fails', () => {
    const event: Delivery = { ...refused, kind: 'event', alerter: 'hook', subscription: null };
    expect(alerterStates([mail], [event]).map(({ title, waiting }) => [title, waiting])).toEqual([
      ['Mail', 0],
      ['hook', 1],
    ]);
  });
});

describe('the verdict', () => {
  const state: AlerterState = { id: 'mail', title: 'Mail', configured: true, waiting: 0, failing: undefined };
  const failing = { failure: 'Busy.', nextAttempt: null };
  const sent = { isCut: false, hasSent: true, seesOthers: true };
  it.each([
    [{ ...state, configured: false }, sent, 'is not set up: nobody is told anything.'],
    [{ ...state, configured: false, waiting: 1 }, sent, 'is not set up; 1 message waits.'],
    [{ ...state, waiting: 3, failing }, sent, 'is not taken; 3 messages wait.'],
    [
      { ...state, waiting: 1_000, failing },
      { ...sent, isCut: true },
      'is not taken; at least 1,000 messages wait.',
    ],
    [{ ...state, waiting: 2 }, sent, 'is delivered; 2 messages wait.'],
    [{ ...state, waiting: 2 }, { ...sent, hasSent: false }, 'is set up; 2 messages wait, none was sent yet.'],
    [state, sent, 'is delivered; nothing waits.'],
    [state, { ...sent, hasSent: false }, 'is set up; nothing was sent yet.'],
    [state, { ...sent, hasSent: false, seesOthers: false }, 'is set up; nothing was sent to you yet.'],
  ])('of %j, %j: %s', (of, known, rest) => {
    expect(verdictWords(of, known)).toBe(rest);
  });
});

it.each([
  ['a message that was given up', { state: 'dead' }, true],
  ['one that waits', {}, false],
  ['a test, or one whose subscription is gone', { state: 'dead', subscription: null }, false],
  ['an event', { state: 'dead', kind: 'event' }, false],
] satisfies readonly (readonly [string, Partial<Delivery>, boolean])[])(
  '%s may be tried again: %j, %s',
  (_, changed, may) => {
    expect(mayRetry({ ...delivery, ...changed })).toBe(may);
  },
);
