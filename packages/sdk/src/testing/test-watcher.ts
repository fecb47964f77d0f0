/** Registers the tests of a watcher. */
import { describe, expect, it } from 'vitest';
import type { Watcher } from '../define/watcher.ts';
import type { Estate } from './estate.ts';
import { watcherRules } from './watcher-problems.ts';

/**
 * Registers one vitest case for each thing that must be true of a watcher over a fake estate: the expected items,
 * the four fault cases, every permission denied in turn, unknown fields, declared paths.
 *
 * @example testWatcher(bucketWatcher, estate);
 */
export function testWatcher(watcher: Watcher, estate: Estate): void {
  describe(`watcher ${watcher.id}`, () => {
    it.each(watcherRules)('$title', async ({ problems }) => {
      expect(await problems({ watcher, estate })).toEqual([]);
    });
  });
}
