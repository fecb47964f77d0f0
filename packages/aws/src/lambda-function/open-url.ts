/** The URLs of a function that let everyone in. */
import {
  type Evidence,
  type ExplainedGrant,
  explainPolicy,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '@security-monkey/sdk';
import type { FunctionConfig } from './config.ts';

type Url = { readonly path: string; readonly AuthType: string | undefined };

export type FunctionUrl = {
  /** The alias, or `function`. */
  readonly name: string;
  readonly url: Url;
  readonly policy: { readonly path: string; readonly document: unknown } | undefined;
};

/** Each with the policy that decides on it: that of the alias for an alias. */
export function urlsOf(config: FunctionConfig): readonly FunctionUrl[] {
  const { Url: url, Policy, QualifiedUrls, QualifiedPolicies } = config;
  const own = Policy ? { path: '/Policy', document: Policy } : undefined;
  const ofFunction = { name: 'function', url: { path: '/Url', AuthType: url?.AuthType }, policy: own };
  return [
    ...(url ? [ofFunction] : []),
    ...(QualifiedUrls ?? []).map(({ Qualifier, AuthType }, index) => {
      const at = (QualifiedPolicies ?? []).findIndex((policy) => policy.Qualifier === Qualifier);
      const document = QualifiedPolicies?.[at]?.Policy;
      const path = `/QualifiedPolicies/${at}/Policy`;
      return {
        name: Qualifier,
        url: { path: `/QualifiedUrls/${index}`, AuthType },
        policy: document && { path, document },
      };
    }),
  ];
}

/**
 * What lets everyone call a URL without authentication, or nothing. Both the URL and the policy decide:
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
export function opening(
  { url, policy }: FunctionUrl,
  around: Parameters<typeof explainPolicy>[1],
  now: number,
): readonly Evidence[] {
  if (url.AuthType !== 'NONE' || policy === undefined) return [];
  const statements = (explainPolicy(policy.document, around, now)?.grants ?? [])
    .filter(invokesForEveryone)
    .map(({ statement }) => statementAt(policy, statement.path))
    .filter(({ value }) => !isForSignedRequests(value));
  if (statements.length === 0) return [];
  return [
    { path: `${url.path}/AuthType`, value: 'NONE' },
    ...new Map(statements.map((one) => [one.path, one])).values(),
  ];
}

function invokesForEveryone({ isPublic, actions }: ExplainedGrant): boolean {
  return isPublic && Object.values(actions).flat().includes('lambda:InvokeFunctionUrl');
}

type Policy = { readonly path: string; readonly document: unknown };

/** The statement as evidence, but for its name. */
function statementAt({ path, document }: Policy, pointer: string): Evidence & { readonly value: JsonObject } {
  const statements = isJsonObject(document) ? document['Statement'] : [];
  const index = Number(pointer.split('/').at(-1));
  const found: JsonValue = (Array.isArray(statements) ? statements[index] : statements) ?? {};
  const { Sid: _, ...value } = isJsonObject(found) ? found : {};
  return { path: `${path}${pointer}`, value };
}

/** Whether the statement is about URLs that ask for a signature, and so says nothing of one that does not. */
function isForSignedRequests({ Condition = {} }: JsonObject): boolean {
  if (!isJsonObject(Condition)) return false;
  return Object.entries(Condition).some(([operator, tests]) => {
    if (!/^StringEquals(IgnoreCase)?(IfExists)?$/i.test(operator) || !isJsonObject(tests)) return false;
    const wanted = tests['lambda:functionurlauthtype'];
    return Array.isArray(wanted) && !wanted.includes('NONE');
  });
}
