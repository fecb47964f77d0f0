/** Watches the doors of a site, all regions at once. Who has a key to a door is not the door's own, so it is a relation. */
import {
  type Description,
  defineWatcher,
  isOperationError,
  type JsonObject,
  readParts,
  type WatchContext,
} from '@security-monkey/sdk';
import { z } from 'zod';
import { listPages } from '../pages.ts';
import { doorConfig } from './config.ts';

export const door = defineWatcher({
  id: 'acme.door',
  accountType: 'acme',
  title: { one: 'Door', many: 'Doors' },
  documentation: 'https://inventory.acme.example/docs/doors',
  version: 1,
  scope: 'global',
  permissions: {
    'acme:ListDoors': 'doors.read',
    'acme:GetLock': 'locks.read',
    'acme:ListKeyHolders': 'keys.read',
  },
  gone: ['no_such_door'],
  ephemeral: [],
  secret: [],
  unordered: [],
  relations: ['key-holders'],
  config: doorConfig,
  identity: ({ id }) => id,
  lineage: ({ id }, { account }) => `acme:${account}::door/${id}`,
  name: ({ label }) => label,
  region: ({ region }) => region,
  list: ({ send }) => listPages((input) => send('acme:ListDoors', input), 'doors'),
  describe: describeDoor,
});

const listed = z.looseObject({ id: z.string() });

async function describeDoor(context: WatchContext, item: JsonObject): Promise<Description> {
  const { id } = listed.parse(item);
  const { config, unreadable } = await readParts({ send: context.send, gone: door.gone }, item, {
    lock: { operation: 'acme:GetLock', input: { door: id }, absent: ['no_lock'] },
  });
  const holders = await keyHolders(context, id);
  return { config, unreadable: [...unreadable, ...holders.unreadable], relations: holders.relations };
}

const answer = z.looseObject({
  holders: z.array(z.looseObject({ badge: z.string(), kind: z.enum(['staff', 'guest']) })),
});

type Holders = Required<Pick<Description, 'unreadable' | 'relations'>>;

async function keyHolders({ send }: WatchContext, id: string): Promise<Holders> {
  try {
    const { holders } = answer.parse(await send('acme:ListKeyHolders', { door: id }));
    const relations = holders.map(({ badge, kind }) => ({
      name: 'key-holders',
      technology: 'acme.badge',
      key: badge,
      value: { kind },
    }));
    return { unreadable: [], relations };
  } catch (error) {
    const isGone = isOperationError(error) && door.gone.includes(error.failure.code ?? '');
    if (!isOperationError(error) || isGone || error.failure.class === 'canceled') throw error;
    return { unreadable: [{ ...error.failure, path: '@key-holders' }], relations: [] };
  }
}
