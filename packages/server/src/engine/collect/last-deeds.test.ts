/** Who changed what, as the provider's audit log tells it: in revisions only, and never at the cost of what was seen. */
import {
  type Deed,
  type DeedQuestion,
  defineAccountType,
  definePlugin,
  OperationError,
} from '@security-monkey/sdk';
import { beforeEach, describe, expect, it } from 'vitest';
import { createRegistry } from '../registry.ts';
import { useCollectTest } from '../testing/collect-test.ts';
import { collect } from '../testing/engine-test.ts';
import { fakePlugin } from '../testing/fake-plugin.ts';

const { db, engine, accountId, estate } = useCollectTest();

let asked: DeedQuestion['item'][] = [];
let lastDeed: (question: DeedQuestion) => Promise<Deed | undefined> = async () => undefined;
beforeEach(() => {
  asked = [];
});

const minute = 60_000;

/** A scan some minutes after the last one. */
async function scan(minutes = 10) {
  engine().clock.advance(minutes * minute);
  const plugin = fakePlugin(engine().cloud);
  const accountTypes = plugin.accountTypes.map((type) =>
    defineAccountType({
      ...type,
      lastDeed: async (question) => {
        asked.push(question.item);
        return await lastDeed(question);
      },
    }),
  );
  const registry = createRegistry([definePlugin({ ...plugin, accountTypes })]);
  return await collect({ ...engine().runtime, registry }, accountId(), { technologies: ['fake.widget'] });
}

const before = (minutes: number) => new Date(engine().clock.now().getTime() - minutes * minute);

const byAlice = (at: Date): Deed => ({
  at,
  actor: { name: 'alice', id: 'A1' },
  operation: 'fake:PutWidget',
  note: 'for a test',
});

/** Newest last: kind, who, and how many minutes before it was seen it became so. */
async function revisions() {
  const rows = await db().selectFrom('revision').selectAll().orderBy('valid_from').execute();
  return rows.map(({ kind, actor, valid_from: from, observed_at: seen }) => [
    kind,
    actor,
    Math.round((seen.getTime() - from.getTime()) / minute),
  ]);
}

const alice = { name: 'alice', id: 'A1', operation: 'fake:PutWidget', note: 'for a test' };

it('a change has its actor, and was so since the deed; the first look and an unchanged item are not asked about', async () => {
  estate().put({ kind: 'widget', name: 'w1' });
  estate().put({ kind: 'widget', name: 'w2' });
  await scan();
  expect(asked).toEqual([]);
  estate().put({ kind: 'widget', name: 'w1', body: { Size: 2 } });
  lastDeed = async () => byAlice(before(4));
  await scan();
  const item = { technology: 'fake.widget', region: 'north', name: 'w1' };
  expect(asked).toEqual([{ ...item, identity: expect.any(String), lineage: expect.any(String) }]);
  expect(await revisions()).toEqual([
    ['created', null, 0],
    ['created', null, 0],
    ['changed', alice, 4],
  ]);
});

it('what came and what went have theirs', async () => {
  await scan();
  lastDeed = async () => byAlice(before(3));
  estate().put({ kind: 'widget', name: 'w1' });
  await scan();
  estate().remove('widget', 'w1');
  await scan();
  expect(await revisions()).toEqual([
    ['created', alice, 3],
    ['deleted', alice, 3],
  ]);
});

it('the event tells who', async () => {
  await scan();
  await db().updateTable('account').set({ enrolled_at: engine().clock.now() }).execute();
  lastDeed = async () => byAlice(before(3));
  estate().put({ kind: 'widget', name: 'w1' });
  await scan();
  const events = await db().selectFrom('outbox').select(['kind', 'payload']).orderBy('id').execute();
  expect(events.map(({ kind, payload: { actor } }) => [kind, actor])).toEqual([['item.created', alice]]);
});

describe('nobody is named', () => {
  const changed = async () => {
    estate().put({ kind: 'widget', name: 'w1' });
    await scan();
    estate().put({ kind: 'widget', name: 'w1', body: { Size: 2 } });
    const summary = await scan();
    expect((await revisions()).at(-1)).toEqual(['changed', null, 0]);
    return summary;
  };

  it.each([
    ['by a log that tells of nothing', async () => undefined],
    ['for a deed before the last look', async () => byAlice(before(11))],
    ['for a deed after this one', async () => byAlice(before(-1))],
  ])('%s', async (_name, answer) => {
    lastDeed = answer;
    expect((await changed()).unreadableFacts).toEqual([]);
  });

  it('by a log that may not be read: it is said once, and asked no more in this run', async () => {
    const failure = { class: 'access_denied', message: 'no', permission: 'log:Read' } as const;
    lastDeed = async () => {
      throw new OperationError(failure);
    };
    estate().put({ kind: 'widget', name: 'other' });
    const { unreadableFacts, scopes } = await changed();
    expect(unreadableFacts).toEqual([failure]);
    expect(scopes.map(({ outcome, failed }) => [outcome, failed])).toEqual([
      ['complete', 0],
      ['complete', 0],
    ]);
  });

  it('by a plugin that breaks, whose words are not repeated', async () => {
    lastDeed = async () => {
      throw new TypeError('secret');
    };
    expect((await changed()).unreadableFacts).toEqual([
      { class: 'defect', message: 'The audit log could not be read: TypeError.' },
    ]);
  });
});
