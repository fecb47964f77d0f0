/** A fact that could not be read is not a fact that is gone. */
import type { AccountFacts } from '@security-monkey/sdk';
import { expect, it } from 'vitest';
import { keepFacts } from './keep-facts.ts';

const denied = { class: 'access_denied', message: 'denied', operation: 'x:Read' } as const;
const whole: AccountFacts = { partition: 'aws', organizationId: 'o-1', aliases: ['a'] };

it.each<[string, AccountFacts | null, AccountFacts, AccountFacts]>([
  [
    'are taken as found the first time',
    null,
    { partition: 'aws', unreadable: [denied] },
    { partition: 'aws', unreadable: [denied] },
  ],
  ['are replaced when all of them could be read', whole, { partition: 'aws' }, { partition: 'aws' }],
  [
    'keep their last value where one could not be read',
    whole,
    { partition: 'aws', aliases: ['b'], unreadable: [denied] },
    { partition: 'aws', organizationId: 'o-1', aliases: ['b'], unreadable: [denied] },
  ],
  ['forget why they could not be read before', { ...whole, unreadable: [denied] }, whole, whole],
])('facts %s', (...[, known, found, kept]) => {
  expect(keepFacts(known, found)).toEqual(kept);
});
