/** JSON as people read it. */
import { canonicalize, type JsonValue } from '@security-monkey/sdk';

/** The value over several lines, each indented; keys in the order of the alphabet, since the database gives them in its own. */
export function jsonLines(value: JsonValue, indent = ''): readonly string[] {
  return JSON.stringify(canonicalize(value), null, 2)
    .split('\n')
    .map((line) => `${indent}${line}`);
}
