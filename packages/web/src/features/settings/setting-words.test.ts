/** What is said of settings. */
import { expect, it } from 'vitest';
import { changedWords, followsWords, settingTitle, wrongWords } from './setting-words.ts';

const one = ['aws.s3-bucket'];

it.each([
  [{ items: 0, technologies: [], atLeast: false }, 'No item has to be judged again.'],
  [{ items: 1, technologies: one, atLeast: false }, 'The next audit judges 1 item of 1 technology again.'],
  [
    { items: 1_600, technologies: [...one, 'aws.kms-key'], atLeast: false },
    'The next audit judges 1,600 items of 2 technologies again.',
  ],
  [
    { items: 50_000, technologies: one, atLeast: true },
    'The next audit judges at least 50,000 items of 1 technology again.',
  ],
])('of %j: %s', (follows, words) => {
  expect(followsWords(follows)).toBe(words);
});

it('counts what is not as it comes', () => {
  const [set, unset] = [{ updatedAt: '2026-11-29T12:00:00Z' }, { updatedAt: null }];
  expect([[unset], [set, unset], [set, set, unset]].map(changedWords)).toEqual([
    'Every setting has its default.',
    '1 setting of 2 differs from the default.',
    '2 settings of 3 differ from the default.',
  ]);
});

it('has the title of the schema, and counts what is wrong', () => {
  expect(settingTitle({ key: 'x', schema: { title: 'Ignore list' } })).toBe('Ignore list');
  expect(settingTitle({ key: 'x', schema: {} })).toBe('x');
  expect([wrongWords(1), wrongWords(2)]).toEqual([
    'Nothing was saved: 1 place is wrong.',
    'Nothing was saved: 2 places are wrong.',
  ]);
});
