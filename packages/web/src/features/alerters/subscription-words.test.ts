/** Subscriptions in words, the form of one, and why nothing came. */
import { describe, expect, it } from 'vitest';
import { silenceReasons } from './silence.ts';
import { eventsWords, subscriptionWords } from './subscription-words.ts';
import { draftOf, emptyDraft, timeZones } from './typed-draft.ts';

const everything = {
  alerter: 'mail',
  accounts: 'all' as const,
  technologies: 'all' as const,
  minScore: 0,
  dailyAt: null,
  timeZone: 'Europe/Berlin',
};
const narrow = {
  ...everything,
  accounts: ['aws:111122223333', 'prod-*'],
  technologies: ['aws.s3-bucket'],
  minScore: 6,
  dailyAt: '08:00',
};
const names = {
  accounts: [{ type: 'aws', identifier: '111122223333', name: 'payments' }],
  technology: (id: string) => (id === 'aws.s3-bucket' ? 'S3 bucket' : id),
};

describe('a subscription', () => {
  it.each([
    [everything, 'all accounts, all technologies, any score, after each run'],
    [narrow, 'payments and prod-*, S3 bucket, score 6 or more (high), daily at 08:00 (Europe/Berlin)'],
  ])('%j', (subscription, words) => {
    expect(subscriptionWords(subscription, names)).toBe(words);
  });

  it('names its events where they are not all', () => {
    const told = ['issue.opened', 'issue.fixed', 'item.changed'];
    expect([eventsWords(told, told), eventsWords(['issue.opened', 'issue.fixed'], told)]).toEqual([
      undefined,
      'issues opened and issues fixed',
    ]);
  });
});

describe('the form', () => {
  const empty = emptyDraft('mail', 'Europe/Berlin');

  it('that nothing was typed into asks for everything, after each run', () => {
    expect(draftOf(empty)).toEqual(everything);
  });

  it('asks for what was typed', () => {
    const typed = {
      ...empty,
      address: ' team@example.com ',
      accounts: ['payments', 'prod-*'],
      technologies: ['aws.s3-bucket'],
      events: ['issue.opened'],
      minScore: '6',
      isDaily: true,
    };
    expect(draftOf(typed)).toEqual({
      ...narrow,
      address: 'team@example.com',
      accounts: ['payments', 'prod-*'],
      events: ['issue.opened'],
    });
  });

  it('offers the chosen zone also where the browser does not list it', () => {
    expect(timeZones('Asia/Calcutta').filter((zone) => ['UTC', 'Asia/Calcutta'].includes(zone))).toEqual([
      'Asia/Calcutta',
      'UTC',
    ]);
  });
});

describe('nothing came', () => {
  const mail = { id: 'mail', title: 'Mail', configured: true, waiting: 0, failing: undefined };
  const always = silenceReasons({ states: [mail], subscriptions: [everything], seesAll: true });

  it('for a reason that holds for everybody, where there is no other', () => {
    expect(always.map((reason) => reason.split(/[ ,]/)[0])).toEqual(['A', 'Delivered']);
  });

  it.each([
    ['no subscription', { subscriptions: [] }, ['You are subscribed to nothing; add a subscription.']],
    ['an alerter that is not set up', { states: [{ ...mail, configured: false }] }, ['Mail is not set up.']],
    [
      'an alerter that fails',
      { states: [{ ...mail, failing: { failure: 'Busy.', nextAttempt: null } }] },
      ['Mail is not taken at the moment; what waits is sent once it is.'],
    ],
    [
      'two narrow digests',
      { subscriptions: [narrow, narrow] },
      [
        'The digest comes daily at 08:00 (Europe/Berlin), and not on a day without news.',
        'A run or a day without an issue of score 6 or more (high) makes no message.',
        'It happened to an account or a technology to which you are not subscribed.',
      ],
    ],
    ['hidden accounts', { seesAll: false }, ['You are told nothing of accounts that you may not see.']],
  ])('because of %s', (_, changed, reasons) => {
    const found = silenceReasons({ states: [mail], subscriptions: [everything], seesAll: true, ...changed });
    expect(found).toEqual([...reasons, ...always]);
  });
});
