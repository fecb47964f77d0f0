/** A small faultless watcher, from which the tests of the kit derive broken ones. */
import { z } from 'zod';
import { type Part, readParts } from '../../../../collect/read-parts.ts';
import { defineWatcher, type WatchContext, type Watcher } from '../../../../define/watcher.ts';
import { isOperationError } from '../../../../failure.ts';
import type { JsonObject } from '../../../../json/value.ts';
import type { Description } from '../../../../observation.ts';

export const box = z.looseObject({
  Id: z.string(),
  Name: z.string(),
  Policy: z.looseObject({ Open: z.boolean() }).nullish(),
  Tags: z.array(z.looseObject({ Key: z.string(), Value: z.string() })).nullish(),
});

export type Box = z.output<typeof box>;

/** The listed boxes, page by page. */
export async function* listBoxes({
  send,
}: Pick<WatchContext, 'send'>): AsyncGenerator<readonly JsonObject[]> {
  let token: string | null = null;
  do {
    const page: unknown = await send('toy:ListBoxes', token === null ? {} : { Token: token });
    const { Boxes, Next } = z
      .object({ Boxes: z.array(z.looseObject({ Id: z.string() })), Next: z.string().optional() })
      .parse(page);
    yield Boxes as JsonObject[];
    token = Next ?? null;
  } while (token !== null);
}

export const boxParts = (listed: JsonObject): Readonly<Record<string, Part>> => ({
  Policy: { operation: 'toy:GetPolicy', input: { Id: listed['Id'] ?? null }, absent: ['NoSuchPolicy'] },
  Tags: {
    operation: 'toy:GetTags',
    input: { Id: listed['Id'] ?? null },
    take: (output) => output['Tags'],
  },
});

export async function describeBox(context: WatchContext, listed: JsonObject): Promise<Description> {
  const parts = await readParts({ send: context.send, gone: ['NoSuchBox'] }, listed, boxParts(listed));
  const keepers = await keepersOf(context, z.object({ Id: z.string() }).parse(listed).Id);
  return {
    config: parts.config,
    unreadable: [...parts.unreadable, ...keepers.unreadable],
    relations: keepers.relations,
  };
}

type Keepers = Required<Pick<Description, 'unreadable' | 'relations'>>;

const keeperPage = z.object({ Keepers: z.array(z.object({ Id: z.string(), Box: z.string() })) });

/** All boxes share one listing of their keepers. */
export async function keepersOf(context: WatchContext, id: string): Promise<Keepers> {
  try {
    const { Keepers: all } = await context.shared('keepers', async () =>
      keeperPage.parse(await context.send('toy:ListKeepers', {})),
    );
    const mine = all.filter((keeper) => keeper.Box === id);
    const relations = mine.map((keeper) => ({ name: 'keepers', technology: 'toy.keeper', key: keeper.Id }));
    return { unreadable: [], relations };
  } catch (error) {
    if (!isOperationError(error)) throw error;
    return { unreadable: [{ ...error.failure, path: '@keepers' }], relations: [] };
  }
}

/** The faultless watcher. */
export const toyWatcher: Watcher<typeof box> = defineWatcher({
  id: 'toy.box',
  accountType: 'toy',
  title: { one: 'Box', many: 'Boxes' },
  documentation: 'https://toys.example/ListBoxes',
  version: 1,
  scope: 'region',
  permissions: {
    'toy:ListBoxes': 'toy:List',
    'toy:GetPolicy': 'toy:ReadPolicy',
    'toy:GetTags': 'toy:ReadTags',
    'toy:ListKeepers': 'toy:Keepers',
    'toy:GetBox': 'toy:Read',
  },
  gone: ['NoSuchBox'],
  ephemeral: ['/LastSeen'],
  secret: ['/Policy/Password'],
  unordered: [{ path: '/Tags', source: 'https://toys.example/Tags' }],
  relations: ['keepers'],
  config: box,
  identity: ({ Id }) => Id,
  lineage: ({ Name }, place) => `toy:${place.region}:${Name}`,
  name: ({ Name }) => Name,
  tags: ({ Tags }) => Object.fromEntries((Tags ?? []).map(({ Key, Value }) => [Key, Value])),
  list: listBoxes,
  describe: describeBox,
  confirm: async ({ send }, { identity }) => {
    await send('toy:GetBox', { Id: identity });
  },
});

/** The faultless watcher with parts of it replaced. */
export function toyWith(replaced: Partial<Watcher<typeof box>>): Watcher {
  return defineWatcher({ ...toyWatcher, ...replaced });
}
