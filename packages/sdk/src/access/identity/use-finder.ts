/** Asks of many actions whether they are allowed on something: what they have in common is looked at once. */
import { type ActionKey, holds, mayBeGranted } from './action-key.ts';
import { findUse, type Need } from './find-use.ts';
import type { Permissions } from './permissions.ts';

/** Actions of the same kinds of resource, allowed and denied by the same statements, get the same answer. */
export function useFinder(
  permissions: Permissions,
  need: Omit<Need, 'key'> = {},
): (key: ActionKey) => boolean {
  const known = new Map<string, boolean>();
  return (key) => {
    if (!mayBeGranted(permissions, key)) return false;
    const alike = likenessOf(permissions, key);
    const before = known.get(alike);
    if (before !== undefined) return before;
    const isUsable = findUse(permissions, { key, ...need }) !== undefined;
    known.set(alike, isUsable);
    return isUsable;
  };
}

function likenessOf({ grants, denials }: Permissions, key: ActionKey): string {
  const marks = [...grants, ...denials].map(({ actions }) => (holds(actions, key) ? '1' : '0'));
  return `${marks.join('')} ${key.kinds.join(' ')}`;
}
