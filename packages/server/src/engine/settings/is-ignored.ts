/** Which entry of the ignore list an item falls under. Pure. */
import type { Row } from '../../store/schema.ts';
import { type SelectableAccount, selectsAccount } from './account-selector.ts';
import { matchesGlob } from './glob.ts';
import type { Settings } from './schema.ts';

type Entry = Settings['ignore'][number];

type Item = Pick<Row<'item'>, 'technology' | 'name' | 'tags' | 'lineage'>;

/** The name of the first entry all of whose conditions hold, or null. */
export function ignoredBy(
  entries: Settings['ignore'],
  item: Item,
  account: SelectableAccount,
): string | null {
  return entries.find((entry) => covers(entry, item, account))?.name ?? null;
}

function covers({ technology, account, ...entry }: Entry, item: Item, owner: SelectableAccount): boolean {
  if (technology !== undefined && technology !== item.technology) return false;
  if (!selectsAccount(account, owner)) return false;
  if (entry.prefix !== undefined && !startsWith(item.name, entry.prefix)) return false;
  if (entry.tag !== undefined && !hasTag(item.tags, entry.tag)) return false;
  return entry.arn === undefined || matchesGlob(entry.arn, item.lineage);
}

function startsWith(name: string, prefix: string): boolean {
  return name.toLowerCase().startsWith(prefix.toLowerCase());
}

/** A key may have an equals sign in it: then the whole text may be the key. */
function hasTag(tags: Item['tags'], wanted: string): boolean {
  if (Object.hasOwn(tags, wanted)) return true;
  return Object.entries(tags).some(([key, value]) => `${key}=${value}` === wanted);
}
