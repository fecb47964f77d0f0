/** The fields of an account type as they are typed: `--field key=value`. */
import type { JsonObject } from '@security-monkey/sdk';
import { CodedError } from '../../errors/coded-error.ts';

/** The option may be given several times. An empty value takes the field away. */
export function parseFieldOptions(options: readonly string[], before: JsonObject = {}): JsonObject {
  const fields: Record<string, JsonObject[string]> = { ...before };
  for (const option of options) {
    const at = option.indexOf('=');
    if (at < 1)
      throw new CodedError('usage', {
        problem: `--field takes key=value, not ${option}`,
        command: 'security-monkey account add',
      });
    const key = option.slice(0, at);
    const value = option.slice(at + 1);
    if (value === '') delete fields[key];
    else fields[key] = value;
  }
  return fields;
}
