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
