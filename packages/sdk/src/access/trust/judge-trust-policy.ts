/** Who may take on a role. */
import { type ActionSet, actionsMatching } from '../facts/action-set.ts';
import { hasVariable } from '../pattern/wildcard.ts';
import type { ConditionEntry } from '../policy/parse-condition.ts';
import type { PolicyDocument } from '../policy/statement.ts';
import { isConfusedDeputy } from '../resource/confused-deputy.ts';
import type { Grant, Pin } from '../resource/grant.ts';
import { judgeResourcePolicy } from '../resource/judge-resource-policy.ts';
import { readGrants } from '../resource/read-grants.ts';
import type { Surroundings } from '../resource/surroundings.ts';
import { isHeldIn, whoGetsIn } from '../resource/who-gets-in.ts';
import { isUnrestrictedWebIdentity } from './web-identity.ts';

export type TrustVerdict = {
  readonly isPublic: boolean;
  readonly isExternal: boolean;
  readonly isConfusedDeputy: boolean;
  /** A stranger's principal gets in with neither an external id nor a second factor. */
  readonly lacksExternalIdAndMfa: boolean;
  readonly hasUnrestrictedWebIdentity: boolean;
  /** A whole account, be it the owner, is let in. */
  readonly namesWholeAccount: boolean;
};

/** The actions that give a session of the role; tagging one or naming its source gives none. */
export function assumingActions(): ActionSet {
  return actionsMatching(['sts:AssumeRole', 'sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity']);
}

/** `now`: milliseconds since the epoch. */
export function judgeTrustPolicy(policy: PolicyDocument, around: Surroundings, now: number): TrustVerdict {
  const counted = assumingActions();
  const verdict = judgeResourcePolicy(policy, { around, now, counted });
  const { grants } = verdict;
  return {
    isPublic: grants.some((grant) => admitsAnyone(grant, around)),
    isExternal: verdict.isExternal,
    isConfusedDeputy: readGrants(policy, { around, now }).some(isConfusedDeputy),
    lacksExternalIdAndMfa: grants.some((grant) => isUnprotected(grant, around)),
    hasUnrestrictedWebIdentity: grants.some(isUnrestrictedWebIdentity),
    namesWholeAccount: grants.some(({ principal }) => principal.kind === 'account'),
  };
}

/** Whether any principal of AWS gets in. Whom a provider of identities vouches for is not looked at here. */
function admitsAnyone({ principal, fragments }: Grant, around: Surroundings): boolean {
  return (
    principal.kind === 'anyone' &&
    fragments.some((fragment) => whoGetsIn(principal, fragment, around).isPublic)
  );
}

/** Whether an AWS principal outside gets in with neither an external id nor a second factor. */
export function isUnprotected(grant: Grant, around: Surroundings): boolean {
  return admitsOutsider(grant, around) && !isVouchedFor(grant);
}

/** Whether an AWS principal outside the owner account and the trusted accounts gets in. */
function admitsOutsider({ principal, fragments }: Grant, around: Surroundings): boolean {
  if (principal.kind !== 'anyone' && principal.kind !== 'account' && principal.kind !== 'identity')
    return false;
  if ('account' in principal && isInside(principal.account, around)) return false;
  return fragments.some(({ pins }) => !pins.some(holdsInAccounts));
}

function isInside(account: string, around: Surroundings): boolean {
  return account === around.account || around.trustedAccounts.has(account);
}

/** An organisation is many accounts: being of it does not say that the caller is of a trusted one. */
function holdsInAccounts(pin: Pin): boolean {
  return !pin.namesOrganization && isHeldIn(pin);
}

function isVouchedFor({ statement }: Grant): boolean {
  return statement.conditions.some((entry) => isExternalId(entry) || isSecondFactor(entry));
}

function isExternalId({ operator, key, values }: ConditionEntry): boolean {
  if (key !== 'sts:externalid' || operator === undefined || operator.ifExists) return false;
  if (
    operator.quantifier === 'ForAllValues' ||
    !/^String(?:Equals|EqualsIgnoreCase|Like)$/.test(operator.name)
  )
    return false;
  return values?.every((value) => !/^[*?]*$/.test(value) && !hasVariable(value)) === true;
}

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthage */
function isSecondFactor(entry: ConditionEntry): boolean {
  const { operator, key, values } = entry;
  if (operator === undefined || operator.ifExists || operator.quantifier !== undefined) return false;
  if (key === 'aws:multifactorauthage')
    return operator.name.startsWith('NumericLessThan') || isDemanded(entry);
  if (key !== 'aws:multifactorauthpresent') return false;
  const isTrue = values?.every((value) => value.toLowerCase() === 'true') === true;
  return isTrue && (operator.name === 'Bool' || operator.name === 'StringEquals');
}

/** Only sessions that were begun with a second factor have an age of it. */
function isDemanded({ operator, values }: ConditionEntry): boolean {
  return operator?.name === 'Null' && values?.every((value) => value.toLowerCase() === 'false') === true;
}
