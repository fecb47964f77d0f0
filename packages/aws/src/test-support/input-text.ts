/** A text of a request, for estates that answer by it. */
import type { JsonObject } from '@security-monkey/sdk';

/** Empty when the request does not have it. */
export function inputText(input: JsonObject, name: string): string {
  const value = input[name];
  return typeof value === 'string' ? value : '';
}
