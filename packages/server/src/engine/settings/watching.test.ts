/** Activation and intervals: the most specific account wins, a technology before all of them. */
import { describe, expect, it } from 'vitest';
import { settingSchemas } from './schema.ts';
import { intervalOf, isWatched } from './watching.ts';

const place = (technology: string, name: string) => ({
  technology,
  account: { type: 'fake', identifier: `id-${name}`, name },
});

describe('activation', () => {
  const activation = settingSchemas.activation.parse({
    technologies: { 'fake.note': false },
    accounts: {
      'test-*': { 'fake.widget': false },
      'test-eu': { 'fake.widget': true },
      'fake:id-prod': { 'fake.note': true },
    },
  });

  it.each<readonly [string, string, boolean]>([
    ['fake.vault', 'prod', true],
    ['fake.note', 'dev', false],
    ['fake.note', 'prod', true],
    ['fake.widget', 'test-us', false],
    ['fake.widget', 'test-eu', true],
    ['fake.note', 'test-eu', false],
    ['fake.widget', 'prod', true],
  ])('%s in %s: %j', (technology, name, expected) => {
    expect(isWatched(activation, place(technology, name))).toBe(expected);
  });
});

describe('intervals', () => {
  const intervals = settingSchemas.intervals.parse({
    minutes: 30,
    technologies: { 'fake.note': 5 },
    accounts: {
      'test-*': { minutes: 600 },
      'test-eu': { technologies: { 'fake.widget': 2, 'fake.note': 3 } },
    },
  });

  it.each<readonly [string, string, number]>([
    ['fake.vault', 'prod', 30],
    ['fake.note', 'prod', 5],
    ['fake.vault', 'test-us', 600],
    ['fake.note', 'test-us', 5],
    ['fake.widget', 'test-eu', 2],
    ['fake.note', 'test-eu', 3],
    ['fake.vault', 'test-eu', 600],
  ])('%s in %s: every %d minutes', (technology, name, minutes) => {
    expect(intervalOf(intervals, place(technology, name))).toBe(minutes * 60_000);
  });

  it('are an hour unless said otherwise', () => {
    const nothing = settingSchemas.intervals.parse(undefined);
    expect(intervalOf(nothing, place('fake.vault', 'prod'))).toBe(3_600_000);
  });
});
