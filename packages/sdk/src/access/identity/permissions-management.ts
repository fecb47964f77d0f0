/** Actions that change who may do what, allowed on everything. */
import { type IamAction, iamFacts } from '../facts/iam-facts.ts';
import { type ActionKey, keyAt } from './action-key.ts';
import { isUnconstrained } from './is-unconstrained.ts';
import type { Permissions } from './permissions.ts';

/** The first action of the level that is unconstrained, or undefined. */
export function unconstrainedManagement(permissions: Permissions): string | undefined {
  managing ??= keysOf(({ level }) => level === 'permissions-management');
  return managing.find((key) => isUnconstrained(permissions, key))?.text;
}

let managing: readonly ActionKey[] | undefined;

function keysOf(isWanted: (action: IamAction) => boolean): readonly ActionKey[] {
  return iamFacts().actions.flatMap((action, place) => (isWanted(action) ? [keyAt(place, action)] : []));
}
