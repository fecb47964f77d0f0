/** Reads a document that an answer holds as text. */
import { isJsonObject, type JsonValue } from '@security-monkey/sdk';

/** What the text says when it is a JSON object, so that spaces and the order of members are no change; otherwise the text. */
export function documentOfText(text: string): JsonValue {
  try {
    const parsed: unknown = JSON.parse(text);
    return isJsonObject(parsed) ? parsed : text;
  } catch {
    return text;
  }
}
