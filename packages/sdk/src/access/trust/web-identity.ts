/** Web identities that a trust policy lets in without saying whose they are. */

import { hasVariable, hasWildcard } from '../pattern/wildcard.ts';
import { type ConditionEntry, isNegation } from '../policy/parse-condition.ts';
import type { Grant } from '../resource/grant.ts';
import { multiTenantIssuer } from './multi-tenant-issuers.ts';

const cognito = 'cognito-identity.amazonaws.com';

/** Whether the grant admits identities of a multi-tenant issuer, of whatever tenant. */
export function isUnrestrictedWebIdentity({ principal, statement }: Grant): boolean {
  if (principal.kind !== 'federated') return false;
  if (/^\*+$/.test(principal.text)) return true;
  const address = principal.text.replace(/^arn:[^:]*:iam::[^:]*:oidc-provider\//, '').toLowerCase();
  if (address === cognito) return !isCognitoRestricted(statement.conditions);
  const issuer = multiTenantIssuer(address);
  if (issuer === undefined) return false;
  const key = `${address}:${issuer.claim}`;
  const names = (value: string) => issuer.names.test(value) && !hasVariable(value);
  return !statement.conditions.some((entry) => demands(entry, key) && entry.values?.every(names) === true);
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
