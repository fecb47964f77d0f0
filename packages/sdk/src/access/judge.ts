/** One entry to every question about access, for measuring the engine and for use by hand. */
import { isJsonObject, type JsonObject, type JsonValue } from '../json/value.ts';
import { kinds } from './judges/kinds.ts';

/** The fields that the kind answers; `malformed` names in words what could not be read. */
export type JudgeResult = { readonly [field: string]: JsonValue };

/** Answers one kind of question. The input is an object; nothing more is known of it. */
export type Judge = (input: JsonObject, now: number) => JudgeResult;

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
