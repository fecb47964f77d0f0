/** A judge without threads: no time limit, so only for checks that are trusted to end, as in tests and benchmarks. */
import type { Judge } from '../judge.ts';
import type { Registry } from '../registry.ts';
import { judgeItem } from './judge-item.ts';

export function judgeInProcess(registry: Registry): Judge {
  return async (batch) => batch.map((input) => judgeItem(registry, input));
}
