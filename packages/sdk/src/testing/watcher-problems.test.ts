/** The kit finds nothing in a faultless watcher. */
import { expect, it } from 'vitest';
import { estate } from './test-support/toy/box/estate.ts';
import { toyWatcher } from './test-support/toy/box/watcher.ts';
import { testWatcher } from './test-watcher.ts';
import { watcherProblems } from './watcher-problems.ts';

testWatcher(toyWatcher, estate);

it('finds nothing in a faultless watcher', async () => {
  expect(await watcherProblems(toyWatcher, estate)).toEqual([]);
});
