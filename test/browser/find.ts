/** Finds things of the served world by what people call them. */
import type { ServedWorld } from './world/serve-world.ts';

/** The path of the page of the item with the name. */
export async function itemPath({ world }: ServedWorld, name: string): Promise<string> {
  const { id } = await world.runtime.db
    .selectFrom('item')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return `/items/${id}`;
}

export async function accountPath({ world }: ServedWorld, name: string): Promise<string> {
  const { id } = await world.runtime.db
    .selectFrom('account')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return `/accounts/${id}`;
}
