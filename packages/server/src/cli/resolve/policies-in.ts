/** Finds the policy documents in a config. */
import { isJsonObject, type JsonObject, type JsonValue, normalizePolicy } from '@security-monkey/sdk';

export type FoundPolicy = {
  /** JSON pointer into the config; empty when the config itself is one. */
  readonly path: string;
  readonly document: JsonValue;
};

/** Policies lie near the surface of what providers return. */
const deepest = 4;

/** Every object with statements that name a principal, wherever it lies: as it is, or as text, as the providers' own tools print it. */
export function policiesIn(value: JsonValue, path = '', depth = 0): readonly FoundPolicy[] {
  if (isResourcePolicy(typeof value === 'string' ? objectIn(value) : value))
    return [{ path, document: value }];
  if (typeof value !== 'object' || value === null || depth >= deepest) return [];
  return Object.entries(value).flatMap(([key, inner]: readonly [string, JsonValue]) =>
    policiesIn(inner, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth + 1),
  );
}

function isResourcePolicy(value: JsonValue): boolean {
  if (!isJsonObject(value)) return false;
  const { Statement: written } = value;
  const statements: readonly JsonValue[] = Array.isArray(written) ? written : [written ?? null];
  return statements.some(
    (one) => isJsonObject(one) && ('Principal' in one || 'NotPrincipal' in one) && !isOnContents(one),
  );
}

/**
 * Of a data protection policy, which names senders and receivers of data and lets nobody in.
 * Source: https://docs.aws.amazon.com/sns/latest/dg/sns-message-data-protection-policies.html
 */
function isOnContents(statement: JsonObject): boolean {
  return 'DataDirection' in statement && !('Effect' in statement);
}

/** The document in a text of JSON, encoded for URLs or not; other texts as they are. */
function objectIn(text: string): JsonValue {
  return /^\s*(?:\{|%7b)/i.test(text) ? normalizePolicy(text) : text;
}
