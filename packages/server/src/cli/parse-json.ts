/** JSON that a person typed or wrote into a file. */
import type { JsonValue } from '@security-monkey/sdk';
import { CodedError, type ErrorValues } from '../errors/coded-error.ts';
import type { ErrorCode } from '../errors/error-table.ts';

/** The value; for text that is no JSON, the coded error that the caller makes of the problem. */
export function parseJsonText(
  text: string,
  refuse: (problem: string) => readonly [ErrorCode, ErrorValues],
): JsonValue {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new CodedError(...refuse(`it is no JSON (${problem.replaceAll('\n', ' ')})`), { cause: error });
  }
}
