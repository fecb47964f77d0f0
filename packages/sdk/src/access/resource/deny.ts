/** What Denies take from a grant: actions, or callers. */

import { namedBy } from '../condition/caller-keys.ts';
import { principalAccounts } from '../condition/principal-accounts.ts';
import { readEscape } from '../condition/read-pin.ts';
import { truthFromNowOn } from '../condition/when.ts';
import { type ActionSet, intersect, isEmpty, subtract } from '../facts/action-set.ts';
import type { ConditionEntry } from '../policy/parse-condition.ts';
import type { Principal } from '../policy/parse-principal.ts';
import type { Selection, Statement } from '../policy/statement.ts';
import { admittedPrincipal } from './admitted-principal.ts';
import type { Fragment, Pin } from './grant.ts';
import { coversResource, everyResource } from './resource-cover.ts';
import type { Admitted, Surroundings } from './surroundings.ts';

export type Denial = { readonly statement: Statement; readonly actions: ActionSet };

export type Denying = {
  readonly principal: Principal;
  readonly resource: Selection;
  readonly around: Surroundings;
  readonly now: number;
};

/** More would be a policy made to be slow; what is not split stays as open as it was. */
const mostFragments = 64;

/** The fragments that a Deny leaves. It takes away only what it certainly hits. */
export function afterDenial(
  fragments: readonly Fragment[],
  denial: Denial,
  to: Denying,
): readonly Fragment[] {
  const effect = effectOn(denial, to);
  if (effect === 'none') return fragments;
  const isFull = fragments.length >= mostFragments;
  return fragments.flatMap(({ actions, pins }) => {
    const rest = subtract(actions, denial.actions);
    if (effect !== 'whole' && isFull && !isEmpty(rest)) return [{ actions, pins }];
    const left: Fragment[] = isEmpty(rest) ? [] : [{ actions: rest, pins }];
    if (effect === 'whole') return left;
    const narrowed = intersect(actions, denial.actions);
    return isEmpty(narrowed) ? left : [...left, { actions: narrowed, pins: [...pins, effect] }];
  });
}

/** `whole`: the Deny hits whoever the grant is for. A pin: it hits all but those that the pin admits. */
function effectOn(
  { statement }: Denial,
  { principal, resource, around, now }: Denying,
): 'none' | 'whole' | Pin {
  if (!coversResource(statement.resources ?? everyResource, resource)) return 'none';
  const spared = sparedPrincipals(statement, principal, around);
  if (spared === 'not hit') return 'none';
  const escapes: Admitted[] = [...spared];
  const named = { namesSource: spared.length === 0, namesOrganization: false };
  let accounts: readonly string[] | undefined = spared.length === 0 ? [] : undefined;
  for (const entry of statement.conditions) {
    const truth = truthFromNowOn(entry, now);
    if (truth === 'never') return 'none';
    if (truth === 'always' || isTrueOfPeople(entry, principal)) continue;
    const free = readEscape(entry, around);
    if (typeof free === 'string') return 'none';
    escapes.push(...free);
    const { namesSource, namesOrganization } = namedBy(entry.key);
    named.namesSource &&= namesSource;
    named.namesOrganization ||= namesOrganization;
    const more = principalAccounts(entry);
    accounts = accounts === undefined || more === undefined ? undefined : [...accounts, ...more];
  }
  if (escapes.length === 0) return 'whole';
  return {
    path: `/Statement/${statement.index}`,
    admits: escapes,
    ...named,
    ...(accounts !== undefined && { principalAccounts: accounts }),
  };
}

/**
 * Whether the entry asks that the caller is no service of AWS, of a principal that is none. Anonymous callers lack the key.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalisawsservice
 */
function isTrueOfPeople({ operator, key, values }: ConditionEntry, { kind }: Principal): boolean {
  if (key !== 'aws:principalisawsservice' || operator?.name !== 'Bool') return false;
  if (kind !== 'account' && kind !== 'identity') return false;
  return (
    operator.quantifier === undefined && values?.some((value) => value.toLowerCase() === 'false') === true
  );
}

/** Who of the grant's callers the Deny's principals leave out. */
function sparedPrincipals(
  { principals }: Statement,
  granted: Principal,
  around: Surroundings,
): readonly Admitted[] | 'not hit' {
  if (principals === undefined) return [];
  if (!principals.but) return principals.list.some((denied) => hits(denied, granted)) ? [] : 'not hit';
  if (granted.kind === 'anyone') return principals.list.map((spared) => admittedPrincipal(spared, around));
  return principals.list.some((spared) => mayBe(spared, granted)) ? 'not hit' : [];
}

/** Whether a principal of a Deny certainly is every caller that the grant is for. */
function hits(denied: Principal, granted: Principal): boolean {
  if (denied.kind === 'anyone') return true;
  if (denied.kind === 'account' && (granted.kind === 'account' || granted.kind === 'identity'))
    return denied.account === granted.account;
  return denied.kind === granted.kind && denied.text === granted.text;
}

/** Whether a principal that a Deny spares may be a caller that the grant is for. */
function mayBe(spared: Principal, granted: Principal): boolean {
  if (spared.kind === 'anyone') return true;
  if (isCanonicalOf(spared, granted) || isCanonicalOf(granted, spared)) return true;
  const [one, two] = [accountOf(spared), accountOf(granted)];
  if (one !== undefined && two !== undefined && (spared.kind === 'account' || granted.kind === 'account'))
    return one === two;
  return spared.text === granted.text;
}

/** Whose account a canonical user is does not show. */
function isCanonicalOf(one: Principal, other: Principal): boolean {
  return one.kind === 'canonical-user' && (other.kind === 'account' || other.kind === 'identity');
}

function accountOf(principal: Principal): string | undefined {
  return 'account' in principal ? principal.account : undefined;
}
