/** Who gets in where two policies must both allow, as those of an access point and of its bucket. */
import { intersect, isEmpty } from '../facts/action-set.ts';
import type { Principal } from '../policy/parse-principal.ts';
import type { Fragment, Grant } from './grant.ts';
import type { Surroundings } from './surroundings.ts';
import { type WhoGetsIn, whoGetsIn } from './who-gets-in.ts';

/** Each grant of the one with each of the other that is about some of the same actions: all that narrows either narrows both. */
export function bothAllow(
  one: readonly Grant[],
  other: readonly Grant[],
  around: Surroundings,
): readonly WhoGetsIn[] {
  return partsOf(one).flatMap((part) => partsOf(other).flatMap((second) => meeting(part, second, around)));
}

type Part = { readonly principal: Principal; readonly fragment: Fragment };

function partsOf(grants: readonly Grant[]): readonly Part[] {
  return grants.flatMap(({ principal, fragments }) => fragments.map((fragment) => ({ principal, fragment })));
}

function meeting(one: Part, other: Part, around: Surroundings): readonly WhoGetsIn[] {
  const principal = inBoth(one.principal, other.principal);
  const actions = intersect(one.fragment.actions, other.fragment.actions);
  if (principal === undefined || isEmpty(actions)) return [];
  const pins = [...one.fragment.pins, ...other.fragment.pins];
  return [whoGetsIn(principal, { actions, pins }, around)];
}

/** Undefined where it is certain that nobody is both: of two accounts. Anyone is whoever the other is. */
function inBoth(one: Principal, other: Principal): Principal | undefined {
  if (one.kind === 'anyone') return other;
  if (other.kind === 'anyone') return one;
  const [account, second] = [accountOf(one), accountOf(other)];
  if (account !== undefined && second !== undefined && account !== second) return undefined;
  return one.kind === 'account' ? other : one;
}

function accountOf(principal: Principal): string | undefined {
  return 'account' in principal ? principal.account : undefined;
}
