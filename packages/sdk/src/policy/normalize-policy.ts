/** Policy documents in one canonical form, so that forms that mean the same compare equal. */
import { canonicalize, canonicalText } from '../json/canonical.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../json/value.ts';
import { policyObject } from './policy-text.ts';

/** Members of a statement whose value is a set of strings, written as one string or a list. */
const setMembers: ReadonlySet<string> = new Set(['Action', 'NotAction', 'Resource', 'NotResource']);

/**
 * A policy document in canonical form. Takes an object, JSON text or URL-encoded JSON text; null (no policy) stays null.
 * Statement becomes a list sorted by canonical text; actions, resources, principals and condition values become sorted
 * lists without repetition; condition keys are folded to lower case, as they are compared. Ids are kept.
 * What is no policy document becomes `{ malformed: text }`: nothing throws.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function normalizePolicy(document: unknown): JsonValue {
  if (document === null || document === undefined) return null;
  const parsed = typeof document === 'string' ? policyObject(document) : canonicalize(document as JsonValue);
  if (!isJsonObject(parsed)) {
    return canonicalize({
      malformed: typeof document === 'string' ? document : canonicalText(parsed ?? null),
    });
  }
  return normalizeDocument(parsed);
}

function normalizeDocument(document: JsonObject): JsonValue {
  const statements = document['Statement'];
  if (statements === undefined) return canonicalize(document);
  const list = (isList(statements) ? statements : [statements]).map(normalizeStatement);
  return canonicalize({ ...document, Statement: list }, ['/Statement']);
}

function normalizeStatement(statement: JsonValue): JsonValue {
  if (!isJsonObject(statement)) return statement;
  return mapMembers(statement, (name, value) => {
    if (setMembers.has(name)) return asSet(value);
    if (name === 'Principal' || name === 'NotPrincipal') return normalizePrincipal(value);
    return name === 'Condition' ? normalizeCondition(value) : value;
  });
}

function normalizePrincipal(principal: JsonValue): JsonValue {
  return isJsonObject(principal) ? mapMembers(principal, (_, value) => asSet(value)) : principal;
}

function normalizeCondition(condition: JsonValue): JsonValue {
  if (!isJsonObject(condition)) return condition;
  return mapMembers(condition, (_, tests) => (isJsonObject(tests) ? foldKeys(tests) : tests));
}

/** Two keys that differ in case only stay apart: what a provider makes of them is not for us to guess. */
function foldKeys(tests: JsonObject): JsonObject {
  const folded = new Map<string, number>();
  for (const key of Object.keys(tests)) {
    folded.set(key.toLowerCase(), (folded.get(key.toLowerCase()) ?? 0) + 1);
  }
  return Object.fromEntries(
    Object.entries(tests).map(([key, value]) => [
      folded.get(key.toLowerCase()) === 1 ? key.toLowerCase() : key,
      asSet(value),
    ]),
  );
}

/** One value or a list of them as a sorted list of strings; anything nested is left as it is. */
function asSet(value: JsonValue): JsonValue {
  const list = isList(value) ? value : [value];
  if (list.some((element) => typeof element === 'object')) return value;
  return [...new Set(list.map(String))].sort();
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function mapMembers(object: JsonObject, map: (name: string, value: JsonValue) => JsonValue): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, map(name, value)]));
}
