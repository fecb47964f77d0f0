/** The permissions that watching an account type takes: its own and those of all its watchers. */
import type { AccountType } from '@security-monkey/sdk';
import type { Registry } from '../../engine/registry.ts';

/** Sorted, each once. */
export function permissionsOf(registry: Registry, accountType: AccountType): readonly string[] {
  const declared = [accountType, ...registry.watchersFor(accountType.id)].flatMap(({ permissions }) =>
    Object.values(permissions),
  );
  return [...new Set(declared)].toSorted();
}

/** Characters that AWS counts of a managed policy (without white space), less what stands around the actions. */
const policyRoom = 6_144 - 300;

/** The permissions in parts that each fit one managed policy. */
export function policyParts(permissions: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  let room = policyRoom;
  for (const permission of permissions) {
    const size = permission.length + 3;
    if (size > room) {
      parts.push([]);
      room = policyRoom;
    }
    parts.at(-1)?.push(permission);
    room -= size;
  }
  return parts;
}
