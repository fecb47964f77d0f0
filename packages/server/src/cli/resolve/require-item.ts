/** Finds the item that a person means: by id, ARN or full resource name, identity, or a name that is the only one. */
import { CodedError } from '../../errors/coded-error.ts';
import type { Database } from '../../store/database/database.ts';
import { systemViewer } from '../../store/viewer.ts';
import { findItem } from '../../store/views/find-item.ts';
import type { ItemRow } from '../../store/views/item-row.ts';

const shown = 5;

/** The item; an error when there is none, or several, whose ids it then names. */
export async function requireItem(db: Database, ref: string): Promise<ItemRow> {
  const found = await findItem(db, systemViewer, ref);
  if (found.kind === 'found') return found.item;
  if (found.kind === 'none') throw new CodedError('item_unknown', { item: ref });
  const { candidates } = found;
  const known = candidates
    .slice(0, shown)
    .map(({ id, account, technology, region }) => `${id} (${account} ${technology} ${region})`)
    .join(', ');
  throw new CodedError('item_ambiguous', {
    item: ref,
    known: candidates.length > shown ? `${known}, …` : known,
  });
}
