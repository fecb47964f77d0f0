/** Services that may be driven against the resource by strangers. */
import { namesSource } from '../condition/caller-keys.ts';
import { fixesOwner } from '../condition/fixes-owner.ts';
import { hasVariable, hasWildcard } from '../pattern/wildcard.ts';
import { type ConditionEntry, isNegation } from '../policy/parse-condition.ts';
import type { Grant } from './grant.ts';

/**
 * Whether the grant lets a service in without saying on whose behalf: no entry, and no Deny, fixes the account, organisation
 * or resource that the service works for.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export function isConfusedDeputy({ principal, statement, fragments }: Grant): boolean {
  if (principal.kind !== 'service' || principal.text.startsWith('arn:')) return false;
  if (statement.conditions.some(fixesSource)) return false;
  return fragments.some(({ pins }) => !pins.some((pin) => pin.namesSource));
}

/** Service-own keys count too, as long as they hold an account, an organisation or an ARN, and hold when they are there only. */
function fixesSource({ operator, key, values }: ConditionEntry): boolean {
  if (operator === undefined || values === undefined || !namesSource(key)) return false;
  if (isNegation(operator.name) || operator.ifExists || operator.quantifier === 'ForAllValues') return false;
  if (!/^(?:String(?:Equals|EqualsIgnoreCase|Like)|Arn(?:Equals|Like))$/.test(operator.name)) return false;
  return values.every(isFixed);
}

function isFixed(value: string): boolean {
  if (hasVariable(value)) return false;
  if (!value.startsWith('arn:')) return !hasWildcard(value.split('/')[0] ?? '');
  // Services fill these keys with resources of their own, so that a `*` for the region cannot be turned against the account.
  return value.split(':').length > 5 && fixesOwner(value, { crossesColons: false });
}
