/** Whether an identity may do everything in a service, on everything. */
import {
  actionsBut,
  actionsMatching,
  covers,
  isEmpty,
  noActions,
  subtract,
  union,
} from '../facts/action-set.ts';
import { iamFacts } from '../facts/iam-facts.ts';
import { patternsOverlap } from '../pattern/wildcard.ts';
import type { Selection } from '../policy/statement.ts';
import { keyAt } from './action-key.ts';
import { holdsWhole, isUnconstrained } from './is-unconstrained.ts';
import type { Permissions } from './permissions.ts';

/** `service`: its IAM prefix, in any letter case. */
export function holdsFullService(permissions: Permissions, service: string): boolean {
  const { actions, services } = iamFacts();
  const prefix = service.toLowerCase();
  const range = services.get(prefix);
  if (range === undefined || range.start === range.end) return holdsUnknownService(permissions, prefix);
  return actions
    .slice(range.start, range.end)
    .every((action, at) => isUnconstrained(permissions, keyAt(range.start + at, action)));
}

/** Whether the patterns of a statement, or all but them, hold every action of the service. */
export function holdsWholeService(actions: Selection | undefined, service: string): boolean {
  if (actions === undefined) return false;
  const held = actions.but ? actionsBut(actions.patterns) : actionsMatching(actions.patterns);
  return isEmpty(subtract({ ...noActions(), known: actionsMatching([`${service}:*`]).known }, held));
}

/** Of a service that the facts do not know, any name may be an action: one Deny on one of them leaves a part only. */
function holdsUnknownService({ grants, denials }: Permissions, prefix: string): boolean {
  const all = `${prefix}:*`;
  let held = noActions();
  for (const grant of grants) if (holdsWhole(grant, '*')) held = union(held, grant.actions);
  const isTouched = denials.some(
    ({ actions: { unknown, wide, othersBut } }) =>
      othersBut !== undefined || [...unknown, ...wide].some((pattern) => patternsOverlap(pattern, all)),
  );
  return !isTouched && covers(held, actionsMatching([all]));
}
