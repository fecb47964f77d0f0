/** The parts of a policy that the engine could not read, which grant and deny nothing. */
import type { Evidence } from '../../define/check.ts';
import { isJsonObject, type JsonValue } from '../../json/value.ts';
import type { PolicyDocument } from '../policy/statement.ts';
import { type PolicyKind, parsedPolicy } from './parsed-policy.ts';
import { statementAt } from './statement-evidence.ts';

export type MalformedPart = {
  /** What is wrong, in words and without its place. */
  readonly part: string;
  readonly evidence: readonly Evidence[];
};

export type Written = { readonly path: string; readonly document: unknown };

/** One entry for each thing that is wrong, with every place where it is; null and undefined are no policy, and so nothing wrong. */
export function malformedParts(kind: PolicyKind, policies: readonly Written[]): readonly MalformedPart[] {
  const problems = policies.flatMap((written) => problemsOf(kind, written));
  const byPart = Map.groupBy(problems, ({ part }) => part);
  return [...byPart].map(([part, found]) => ({ part, evidence: found.map(({ evidence }) => evidence) }));
}

type Problem = { readonly part: string; readonly evidence: Evidence };

function problemsOf(kind: PolicyKind, written: Written): readonly Problem[] {
  const { path, document } = written;
  if (document === null || document === undefined) return [];
  const policy = parsedPolicy(kind, document);
  if (policy === undefined || !isWhole(document)) return [unread(path, document)];
  const problems = [
    ...policy.malformed,
    ...unreadConditions(policy),
    ...deletedPrincipals(policy),
    ...(kind === 'identity' ? withoutResource(policy) : []),
  ];
  return problems.map((problem) => {
    const [, index = '0', part = problem] = /^\/Statement\/(\d+): (.*)$/s.exec(problem) ?? [];
    return { part, evidence: statementAt(written, Number(index)) };
  });
}

/** An empty object is what some services answer for no policy; without statements there is no policy otherwise. */
function isWhole(document: unknown): boolean {
  return !isJsonObject(document) || 'Statement' in document || Object.keys(document).length === 0;
}

function unread(path: string, document: unknown): Problem {
  const value: JsonValue = isJsonObject(document) ? document : String(document);
  return { part: 'is no policy document', evidence: { path, value } };
}

/** The id that is left of a deleted principal stands for nobody any more. */
function deletedPrincipals({ statements }: PolicyDocument): readonly string[] {
  return statements.flatMap(({ index, principals }) =>
    (principals?.list ?? [])
      .filter(({ kind }) => kind === 'orphaned')
      .map(({ text }) => `/Statement/${index}: the principal ${text} has been deleted`),
  );
}

/** A condition that is not understood restricts nothing, whatever it was meant to. */
function unreadConditions({ statements }: PolicyDocument): readonly string[] {
  return statements.flatMap(({ index, conditions }) =>
    conditions
      .filter(({ operator, values }) => operator === undefined || values === undefined)
      .map(({ operatorText, key }) => {
        const name = [operatorText, key].filter((word) => word !== '').join(' ');
        return `/Statement/${index}: the condition ${name === '' ? '' : `${name} `}is of no known form`;
      }),
  );
}

/** A statement of an identity's policy must say what it is about: without that it neither allows nor denies. */
function withoutResource({ statements }: PolicyDocument): readonly string[] {
  return statements
    .filter(({ resources }) => resources === undefined)
    .map(({ index }) => `/Statement/${index}: names no resource`);
}
