/** The policies in a config, whatever technology it is of, by the places where they lie. */
import { canonicalText } from '../../json/canonical.ts';
import { escapeSegment } from '../../json/pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json/value.ts';
import { policyObject } from '../../policy/policy-text.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import type { PolicyDocument } from '../policy/statement.ts';

export type PlacedPolicy = {
  readonly document: PolicyDocument;
  /** As written, to see quickly whether anything is otherwise at all. */
  readonly text: string;
};

/** Policies lie near the surface of what providers return. */
const deepest = 8;

/**
 * The policies by JSON pointer, with `*` for an index: those in one list, such as inline policies, add up and count as one, so
 * that another order or another name means nothing. What stands where a policy was and cannot be read is one without statements.
 */
export function policiesOfConfig(config: JsonValue): ReadonlyMap<string, PlacedPolicy> {
  const byPlace = Map.groupBy(found(config, '', 0), ({ path }) => path);
  return new Map(
    [...byPlace].map(([path, written]) => [
      path,
      {
        document: together(written.map(({ policy }) => read(policy))),
        text: written
          .map(({ policy }) => canonicalText(policy))
          .toSorted()
          .join('\n'),
      },
    ]),
  );
}

type Written = { readonly path: string; readonly policy: JsonObject };

function found(value: JsonValue, path: string, depth: number): readonly Written[] {
  if (typeof value === 'string') return ofText(value, path);
  if (typeof value !== 'object' || value === null || depth > deepest) return [];
  if (isList(value)) return value.flatMap((element) => found(element, `${path}/*`, depth + 1));
  if (isPolicy(value) || isUnread(value)) return [{ path, policy: value }];
  return Object.entries(value).flatMap(([key, inner]: readonly [string, JsonValue]) =>
    found(inner, `${path}/${escapeSegment(key)}`, depth + 1),
  );
}

/** Some providers give documents as text, encoded for URLs or not. */
function ofText(text: string, path: string): readonly Written[] {
  if (!/^\s*(?:\{|%7b)/i.test(text)) return [];
  const policy = policyObject(text);
  return policy !== undefined && isPolicy(policy) ? [{ path, policy }] : [];
}

/** Other things have a `Statement` too; those of a policy have effects, and one that has lost its is still one of them. */
function isPolicy(value: JsonObject): boolean {
  if (!('Statement' in value)) return false;
  const statements = statementsOf(value);
  return statements.length === 0 || statements.some((one) => isJsonObject(one) && 'Effect' in one);
}

/** Only a trust policy may leave the action out, and it alone names callers and no resource. */
function isTrust(policy: JsonObject): boolean {
  return statementsOf(policy).every(
    (one) =>
      isJsonObject(one) &&
      ('Principal' in one || 'NotPrincipal' in one) &&
      !('Resource' in one || 'NotResource' in one),
  );
}

function statementsOf({ Statement: written = [] }: JsonObject): readonly JsonValue[] {
  return isList(written) ? written : [written];
}

/** As `normalizePolicy` keeps what is no document. */
function isUnread(value: JsonObject): boolean {
  return typeof value['malformed'] === 'string' && Object.keys(value).length === 1;
}

function read(policy: JsonObject): PolicyDocument {
  const rules = isTrust(policy)
    ? ({ principal: 'optional', action: 'optional' } as const)
    : ({ principal: 'optional' } as const);
  const document = isUnread(policy) ? undefined : parsePolicy(policy, rules);
  return document ?? { hasVariables: false, statements: [], malformed: ['it is no policy document'] };
}

function together(documents: readonly PolicyDocument[]): PolicyDocument {
  return {
    hasVariables: documents.some(({ hasVariables }) => hasVariables),
    statements: documents.flatMap(({ statements }) => statements),
    malformed: documents.flatMap(({ malformed }) => malformed),
  };
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
