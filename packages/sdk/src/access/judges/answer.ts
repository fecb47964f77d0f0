/** What one kind of question takes and gives. */
import type { JsonObject, JsonValue } from '../../json/value.ts';

/** The fields that the kind answers; `malformed` names in words what could not be read. */
export type JudgeResult = { readonly [field: string]: JsonValue };

/** Answers one kind of question. The input is an object; nothing more is known of it. `now`: milliseconds since the epoch. */
export type Judge = (input: JsonObject, now: number) => JudgeResult;
