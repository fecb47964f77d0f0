/** The names of accounts that may be told to a viewer: those they may see, and those that providers publish. */
import type { World } from '@security-monkey/sdk';
import type { Runtime } from '../../engine/runtime.ts';
import { loadSettings } from '../../engine/settings/settings.ts';
import { knownAccounts, worldOf } from '../../engine/world.ts';
import { listAccounts } from '../../store/accounts.ts';
import type { Viewer } from '../../store/viewer.ts';

export async function namesSeenBy(
  { db, registry }: Pick<Runtime, 'db' | 'registry'>,
  viewer: Viewer,
): Promise<Pick<World, 'accounts'>> {
  const { accounts } = worldOf(await listAccounts(db, viewer), [], registry.extendedBy);
  const { knownAccounts: chosen } = await loadSettings(db);
  return { accounts: [...accounts, ...knownAccounts(registry.allKnownAccounts, chosen, accounts)] };
}
