/** Finds the policy documents in a config. */
import { isJsonObject, type JsonValue } from '@security-monkey/sdk';

export type FoundPolicy = {
  /** JSON pointer into the config; empty when the config itself is one. */
  readonly path: string;
  readonly document: JsonValue;
};

/** Policies lie near the surface of what providers return. */
const deepest = 4;

/** Every object with statements that name a principal, wherever it lies. */
export function policiesIn(value: JsonValue, path = '', depth = 0): readonly FoundPolicy[] {
  if (isResourcePolicy(value)) return [{ path, document: value }];
  if (typeof value !== 'object' || value === null || depth >= deepest) return [];
  return Object.entries(value).flatMap(([key, inner]: readonly [string, JsonValue]) =>
    policiesIn(inner, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth + 1),
  );
}

function isResourcePolicy(value: JsonValue): boolean {
  if (!isJsonObject(value)) return false;
  const { Statement: written } = value;
  const statements: readonly JsonValue[] = Array.isArray(written) ? written : [written ?? null];
  return statements.some((one) => isJsonObject(one) && ('Principal' in one || 'NotPrincipal' in one));
}
