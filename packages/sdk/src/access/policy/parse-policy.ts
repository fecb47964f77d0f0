/** Reads a policy document once, tolerantly: what cannot be read is kept and named, nothing throws. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../json/value.ts';
import { policyObject } from '../../policy/policy-text.ts';
import { parseCondition } from './parse-condition.ts';
import { parsePrincipals } from './parse-principal.ts';
import type { PolicyDocument, Selection, Statement } from './statement.ts';

type Rules = {
  /** Whether a statement must say whom it is about: in resource and trust policies. */
  readonly principal: 'required' | 'ignored' | 'optional';
  /** Trust policies may leave the action out. */
  readonly action?: 'optional';
};

/**
 * The statements of a policy, or undefined for what is no document at all. Takes an object, JSON text or URL-encoded JSON
 * text. A statement that cannot be read grants and denies nothing and is named in `malformed`.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function parsePolicy(document: unknown, rules: Rules): PolicyDocument | undefined {
  const object = policyObject(document);
  if (object === undefined) return undefined;
  const written = object['Statement'] ?? [];
  const list: readonly JsonValue[] = isList(written) ? written : [written];
  const malformed: string[] = [];
  const statements = list.flatMap((element, index) => {
    const read = readStatement(element, rules);
    malformed.push(...read.problems.map((problem) => `/Statement/${index}: ${problem}`));
    return read.statement === undefined ? [] : [{ index, ...read.statement }];
  });
  return { hasVariables: object['Version'] === '2012-10-17', statements, malformed };
}

type Read = { readonly statement?: Omit<Statement, 'index'>; readonly problems: readonly string[] };

function readStatement(element: JsonValue, rules: Rules): Read {
  if (!isJsonObject(element)) return refused('is no object');
  const effect = element['Effect'];
  if (effect !== 'Allow' && effect !== 'Deny') return refused('Effect is neither Allow nor Deny');
  const actions = readSelection(element, 'Action');
  const resources = readSelection(element, 'Resource');
  const principals = readPrincipals(element, rules);
  if (typeof actions === 'string') return refused(actions);
  if (typeof resources === 'string') return refused(resources);
  if (typeof principals === 'string') return refused(principals);
  if (effect === 'Deny' && sparesTheUnread(principals)) return refused('spares a principal of no known form');
  if (actions === undefined && rules.action !== 'optional') return refused('names no action');
  const sid = element['Sid'];
  return {
    statement: {
      ...(typeof sid === 'string' && { sid }),
      effect,
      actions,
      resources,
      principals: principals?.selection,
      conditions: parseCondition(element['Condition']),
    },
    problems: [...(principals?.unread ?? []), ...leftOut(element)],
  };
}

/** Of a list, what is there counts; what is no text is told. */
function leftOut(element: JsonObject): readonly string[] {
  const names = ['Action', 'NotAction', 'Resource', 'NotResource'];
  return names.flatMap((name) => {
    const written = element[name] ?? [];
    const isCut = isList(written) && written.some((value) => typeof value !== 'string');
    return isCut ? [`${name} holds what is no text`] : [];
  });
}

function refused(problem: string): Read {
  return { problems: [problem] };
}

/** Undefined where it is missing; a text where it cannot be read. */
function readSelection(element: JsonObject, name: 'Action' | 'Resource'): Selection | string | undefined {
  const plain = element[name] ?? undefined;
  const negated = element[`Not${name}`] ?? undefined;
  if (plain !== undefined && negated !== undefined) return `has both ${name} and Not${name}`;
  const written = plain ?? negated;
  if (written === undefined) return undefined;
  const list: readonly JsonValue[] = isList(written) ? written : [written];
  const patterns = list.filter((value) => typeof value === 'string');
  const isCut = patterns.length < list.length;
  // An exception that cannot be read excepts nothing from an Allow, and leaves a Deny unknown; of a list, what is there counts.
  const isUnknown =
    negated === undefined
      ? patterns.length === 0
      : element['Effect'] === 'Deny' && (isCut || patterns.length === 0);
  if (isUnknown) return `${negated === undefined ? name : `Not${name}`} is no text`;
  return { but: negated !== undefined, patterns };
}

function readPrincipals(
  element: JsonObject,
  rules: Rules,
): { readonly selection: Statement['principals']; readonly unread: readonly string[] } | string | undefined {
  if (rules.principal === 'ignored') return undefined;
  const plain = element['Principal'] ?? undefined;
  const negated = element['NotPrincipal'] ?? undefined;
  if (plain !== undefined && negated !== undefined) return 'has both Principal and NotPrincipal';
  const written = plain ?? negated;
  if (written === undefined) return rules.principal === 'required' ? 'names no principal' : undefined;
  const { list, unread } = parsePrincipals(written);
  const problems = unread.map((text) => `the principal ${text} is of no known form`);
  return { selection: { but: negated !== undefined, list }, unread: problems };
}

/** Whom such a Deny leaves free is not known, so that it cannot be said to hit anybody. */
function sparesTheUnread(
  read: { readonly selection: Statement['principals']; readonly unread: readonly string[] } | undefined,
) {
  const { selection, unread } = read ?? { unread: [] };
  return selection?.but === true && (unread.length > 0 || selection.list.length === 0);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
