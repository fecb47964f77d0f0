/** Reads the text of a policy document. */
import { isJsonObject, type JsonObject } from '../json/value.ts';

/** The document as an object, whether it came as one, as JSON text or as URL-encoded JSON text; undefined when it is none. */
export function policyObject(document: unknown): JsonObject | undefined {
  if (typeof document !== 'string') return isJsonObject(document) ? document : undefined;
  return parseJson(document) ?? parseJson(decoded(document));
}

function parseJson(text: string | undefined): JsonObject | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    // Not JSON: the caller keeps the text as malformed.
    return undefined;
  }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign: not URL-encoded, so nothing more can be made of it.
    return undefined;
  }
}
