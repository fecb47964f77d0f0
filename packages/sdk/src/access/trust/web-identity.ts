/** Web identities that a trust policy lets in without saying whose they are. */

import type { WhyNot } from '../condition/read-values.ts';
import { hasVariable, hasWildcard } from '../pattern/wildcard.ts';
import { type ConditionEntry, isNegation } from '../policy/parse-condition.ts';
import type { Principal } from '../policy/parse-principal.ts';
import type { Grant } from '../resource/grant.ts';
import { multiTenantIssuer } from './multi-tenant-issuers.ts';

const cognito = 'cognito-identity.amazonaws.com';

/**
 * Whether IAM knows the provider by its host, without anybody having set it up: it belongs to no account, and who gets in by
 * it is for the conditions to say.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function isNativeProvider({ kind, text }: Principal): boolean {
  return kind === 'federated' && nativeProviders.has(text);
}

const nativeProviders: ReadonlySet<string> = new Set([
  cognito,
  'accounts.google.com',
  'graph.facebook.com',
  'www.amazon.com',
]);

/** The host, and path, of the issuer that a federated principal names; of a SAML provider its ARN. */
export function issuerOf({ text }: Pick<Principal, 'text'>): string {
  return text.replace(/^arn:[^:]*:iam::[^:]*:oidc-provider\//, '').toLowerCase();
}

/** Whether the grant admits identities of a multi-tenant issuer, of whatever tenant. */
export function isUnrestrictedWebIdentity({ principal, statement }: Grant): boolean {
  if (principal.kind !== 'federated') return false;
  if (/^\*+$/.test(principal.text)) return true;
  const address = issuerOf(principal);
  if (address === cognito) return !isCognitoRestricted(statement.conditions);
  const issuer = multiTenantIssuer(address);
  if (issuer === undefined) return false;
  const key = `${address}:${issuer.claim}`;
  const names = (value: string) => issuer.names.test(value) && !hasVariable(value);
  return !statement.conditions.some((entry) => demands(entry, key) && entry.values?.every(names) === true);
}

/**
 * What an entry on a claim of the provider says of whose the identity is; undefined for an entry on something else. `why`:
 * why it says nothing of it.
 */
export function readClaim(
  entry: ConditionEntry,
  principal: Principal,
): { readonly why: WhyNot | undefined } | undefined {
  const address = issuerOf(principal);
  const prefix = address.includes(':saml-provider/') ? 'saml:' : `${address}:`;
  if (!entry.key.startsWith(prefix)) return undefined;
  const { operator, values, key } = entry;
  if (operator === undefined) return { why: 'unknown operator' };
  if (values === undefined) return { why: 'unreadable values' };
  if (isNegation(operator.name)) return { why: 'negated' };
  if (operator.ifExists || operator.quantifier === 'ForAllValues')
    return { why: 'true when the key is absent' };
  if (!demands(entry, key)) return { why: 'an operator that does not suit the key' };
  const fits = claimsOf(address)?.get(key.slice(prefix.length));
  if (fits === undefined && claimsOf(address) !== undefined) return { why: 'not about the caller' };
  if (values.some(hasVariable)) return { why: 'a policy variable' };
  return { why: values.every(fits ?? isSomething) ? undefined : 'a wildcard' };
}

function isSomething(value: string): boolean {
  return !/^[*?]*$/.test(value);
}

/** The claims that fix whose an identity of the issuer is, with what fits them; undefined for an issuer that has one tenant. */
function claimsOf(address: string): ReadonlyMap<string, (value: string) => boolean> | undefined {
  if (address === cognito)
    return new Map<string, (value: string) => boolean>([
      ['aud', (value) => !hasWildcard(value)],
      ['amr', (value) => value === 'authenticated'],
    ]);
  const issuer = multiTenantIssuer(address);
  return issuer && new Map([[issuer.claim, (value: string) => issuer.names.test(value)]]);
}

/**
 * The pool, and that the caller has signed in: guests of a pool are anybody.
 * Source: https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html
 */
function isCognitoRestricted(conditions: readonly ConditionEntry[]): boolean {
  const isPool = (value: string) => !hasWildcard(value) && !hasVariable(value);
  const isSignedIn = (value: string) => value === 'authenticated';
  return (
    conditions.some((entry) => demands(entry, `${cognito}:aud`) && entry.values?.every(isPool) === true) &&
    conditions.some((entry) => demands(entry, `${cognito}:amr`) && entry.values?.every(isSignedIn) === true)
  );
}

/** Whether the entry holds only when the claim is there and one of the values fits. */
function demands({ operator, key }: ConditionEntry, wanted: string): boolean {
  if (operator === undefined || key !== wanted || operator.ifExists) return false;
  if (operator.quantifier === 'ForAllValues' || isNegation(operator.name)) return false;
  return /^(?:String|Arn)/.test(operator.name);
}
