/** Where the provider's console shows an item. */
import type { Registry } from '../../engine/registry.ts';
import type { Row } from '../../store/schema.ts';
import type { ItemDetail } from '../../store/views/get-item.ts';

/**
 * The whole address; undefined for an item that is gone, and where the account's type or the technology's watcher tells none. What a
 * plugin tells is taken only as a place at the origin that it names, over HTTPS.
 */
export function consoleUrl(
  registry: Registry,
  { type, facts }: Pick<Row<'account'>, 'type' | 'facts'>,
  item: Pick<
    ItemDetail,
    'technology' | 'status' | 'config' | 'identity' | 'providerName' | 'name' | 'region'
  >,
): string | undefined {
  if (item.status === 'deleted' || facts === null) return undefined;
  const { identity, providerName: lineage, name, region } = item;
  const watcher = registry.watcher(item.technology);
  try {
    const origin = registry.accountType(type)?.consoleOrigin?.(facts);
    const path: unknown = watcher?.consolePath?.(item.config, { identity, lineage, name, region });
    if (origin === undefined || typeof path !== 'string') return undefined;
    const url = new URL(path, origin);
    return url.protocol === 'https:' && url.origin === new URL(origin).origin ? url.href : undefined;
  } catch {
    // A plugin that cannot tell of a config that was read in part, or an address that is none.
    return undefined;
  }
}
