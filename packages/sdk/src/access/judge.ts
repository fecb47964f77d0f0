/** One entry to every question about access, for measuring the engine and for use by hand. */
import { isJsonObject } from '../json/value.ts';
import type { JudgeResult } from './judges/answer.ts';
import { kinds } from './judges/kinds.ts';

/**
 * Answers a question about access, such as whom a resource policy lets in. Never throws: a kind that is not known is
 * `unsupported`, an input that cannot be read gives `malformed` and no other field.
 * `now` is in milliseconds since the epoch: grants end and begin by conditions on time.
 *
 * @example judge('s3-bpa', { bucket: null }, 0) // { fullyBlocked: false }
 */
export function judge(kind: string, input: unknown, now: number = Date.now()): JudgeResult {
  const answer = kinds.get(kind);
  if (answer === undefined) return { unsupported: kind };
  return isJsonObject(input) ? answer(input, now) : { malformed: ['the input is no object'] };
}
