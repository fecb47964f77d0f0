/** Which actions of an index a statement gives, service by service. */

import type { ActionKey } from '../../identity/action-key.ts';
import { hasWildcard } from '../../pattern/wildcard.ts';
import type { Selection } from '../../policy/statement.ts';
import type { ActionIndex } from './action-index.ts';

export type ServiceUses = {
  /** The service that the statement names; `*` for all that it does not name and gives nevertheless. */
  readonly service: string;
  /** Some of them: at least one. */
  readonly actions: readonly string[];
};

/** As many as a message names, and one more to know that there are others. */
const enough = 4;

/**
 * One entry a service that the patterns name. `*:Put*` and `NotAction` name none: what they give in hundreds of services is
 * one thing to say, not hundreds.
 */
export function usesByService(
  actions: Selection | undefined,
  index: ActionIndex,
  isUsable: (key: ActionKey) => boolean,
): readonly ServiceUses[] {
  const named = namedServices(actions);
  const found = [...named].map((service) => ({
    service,
    actions: firstOf(index.get(service) ?? [], isUsable),
  }));
  if (isOpen(actions)) found.push({ service: '*', actions: firstOf(keysBeside(index, named), isUsable) });
  return found.filter((uses) => uses.actions.length > 0);
}

function firstOf(keys: Iterable<ActionKey>, isUsable: (key: ActionKey) => boolean): readonly string[] {
  const usable: string[] = [];
  for (const key of keys) {
    if (isUsable(key)) usable.push(key.text);
    if (usable.length === enough) break;
  }
  return usable;
}

function* keysBeside(index: ActionIndex, named: ReadonlySet<string>): Iterable<ActionKey> {
  for (const [service, keys] of index) if (!named.has(service)) yield* keys;
}

function namedServices(actions: Selection | undefined): ReadonlySet<string> {
  if (actions === undefined || actions.but) return new Set();
  return new Set(actions.patterns.map(serviceOf).filter((service) => !hasWildcard(service)));
}

/** Whether the statement gives something in services that it does not name. */
export function isOpen(actions: Selection | undefined): boolean {
  return actions?.but === true || actions?.patterns.some((one) => hasWildcard(serviceOf(one))) === true;
}

function serviceOf(pattern: string): string {
  return pattern.slice(0, pattern.indexOf(':') === -1 ? undefined : pattern.indexOf(':')).toLowerCase();
}
