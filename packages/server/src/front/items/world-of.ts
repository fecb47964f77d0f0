/** What is known of accounts and networks where an item lies: what the checks on it are given. */
import type { World } from '@security-monkey/sdk';
import { loadAuditContext } from '../../engine/audit/audit-context.ts';
import type { Runtime } from '../../engine/runtime.ts';
import type { ItemRow } from '../../store/views/item-row.ts';

export async function worldOfItem(runtime: Runtime, item: Pick<ItemRow, 'account'>): Promise<World> {
  const { accounts, worldFor } = await loadAuditContext(runtime);
  return worldFor([...accounts.values()].find(({ name }) => name === item.account));
}
