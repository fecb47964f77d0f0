/** What one fragment of a grant amounts to: whether it is public, external, and to whom. */
import type { Principal } from '../policy/parse-principal.ts';
import { admittedPrincipal } from './admitted-principal.ts';
import type { Fragment, Pin } from './grant.ts';
import type { CallerClass, Surroundings } from './surroundings.ts';

export type WhoGetsIn = {
  /** Anyone may, and nothing pins them. */
  readonly isPublic: boolean;
  /** Somebody foreign may. */
  readonly isExternal: boolean;
  /** Undefined where whoever is let in names no account: services, networks. */
  readonly classes: readonly CallerClass[];
};

export function whoGetsIn(principal: Principal, { pins }: Fragment, around: Surroundings): WhoGetsIn {
  const { standing, class: named } = admittedPrincipal(principal, around);
  if (named === 'internet') return anyoneWith(pins);
  const isHeld = pins.some(isHeldIn);
  return {
    isPublic: false,
    isExternal: standing === 'foreign' && !isHeld,
    classes: named === undefined ? [] : [isHeld && named === 'unknown-account' ? 'friendly' : named],
  };
}

function anyoneWith(pins: readonly Pin[]): WhoGetsIn {
  if (pins.length === 0) return { isPublic: true, isExternal: true, classes: ['internet'] };
  return {
    isPublic:
      pins.some((pin) => pin.admits.some(({ class: admitted }) => admitted === 'internet')) &&
      pins.every(admitsAnyone),
    isExternal: pins.every(admitsForeign),
    classes: classesOf(pins),
  };
}

function admitsAnyone({ admits }: Pin): boolean {
  return admits.some(({ class: admitted }) => admitted === 'internet');
}

function admitsForeign({ admits }: Pin): boolean {
  return admits.some(({ standing }) => standing === 'foreign');
}

/** Whether all that it admits is ours or trusted, or no principal of any account. */
export function isHeldIn({ admits }: Pin): boolean {
  return admits.every(
    ({ standing, isService }) =>
      standing === 'own' || standing === 'trusted' || standing === 'nobody' || isService === true,
  );
}

/** The pin that names the fewest says who it is; one that holds everybody in makes a stranger a friend. */
function classesOf(pins: readonly Pin[]): readonly CallerClass[] {
  const sets = pins.map(({ admits }) => [...new Set(admits.flatMap((one) => one.class ?? []))]);
  const named = sets.filter((classes) => classes.length > 0);
  const own = named.find((classes) => classes.every((one) => one === 'same-account'));
  const chosen = own ?? named.toSorted(byNumberThenText)[0] ?? [];
  const isHeld = pins.some((pin) => isHeldIn(pin) && pin.admits.some(({ class: one }) => one !== undefined));
  return chosen.map((one) => (isHeld && one === 'unknown-account' ? 'friendly' : one));
}

/** By text where the numbers are equal: the order in which the policy was written must not matter. */
function byNumberThenText(a: readonly CallerClass[], b: readonly CallerClass[]): number {
  return a.length - b.length || (a.join() < b.join() ? -1 : 1);
}
