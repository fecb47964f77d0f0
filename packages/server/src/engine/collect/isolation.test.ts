/** Law 2 in the engine: one item's failure harms only that item. */
import { defineWatcher, OperationError } from '@security-monkey/sdk';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { scopeOf, useCollectTest } from '../testing/collect-test.ts';
import { collect, itemStates, rowVersions } from '../testing/engine-test.ts';
import { noteWatcher, widgetWatcher } from '../testing/fake-watchers.ts';
import { seededRandom } from '../testing/seeded.ts';

const { db, engine, accountId, estate, givenWidgets, scan, itemNamed } = useCollectTest();

const failures = async (): Promise<readonly string[]> =>
  (await db().selectFrom('failure').selectAll().execute()).map(({ stage, class: why }) => `${stage} ${why}`);

describe('a watcher that throws on one item', () => {
  it('harms only that item, as a defect, whose message repeats nothing of the answer', async () => {
    givenWidgets(3);
    await scan();
    // An attachment that is no text: the watcher's own parsing throws.
    estate().put({ kind: 'widget', name: 'w2', attached: [JSON.parse('{"secret":"canary-77"}')] });
    estate().put({ kind: 'widget', name: 'w3', body: { Size: 3 } });
    const summary = await scan();
    expect(scopeOf(summary, 'fake.widget')).toMatchObject({ outcome: 'complete', changed: 1, failed: 1 });
    expect((await itemNamed('w2')).unreadable).toMatchObject([{ path: '', class: 'defect' }]);
    expect(await failures()).toEqual(['describe defect']);
    const stored = await db().selectFrom('failure').selectAll().execute();
    expect(JSON.stringify([stored, engine().logged])).not.toContain('canary-77');
  });
});

describe('a plugin that repeats a secret in the failures that it makes', () => {
  const token = `ghp_${'0aB1cD2eF3'.repeat(4)}`;
  const leak = () => new OperationError({ class: 'rejected', message: `The provider refuses ${token}` });
  const describing = defineWatcher({
    ...widgetWatcher,
    describe: async () => {
      throw leak();
    },
  });
  const listing = defineWatcher({
    ...noteWatcher,
    // oxlint-disable-next-line require-yield -- it fails at once
    list: async function* () {
      throw leak();
    },
  });

  it.each([
    ['connecting', { connect: () => Promise.reject(leak()) }],
    ['listing and describing', {}],
  ])('has it redacted, when it fails %s', async (_name, changed) => {
    givenWidgets(1);
    await scan();
    const { registry, ...runtime } = engine().runtime;
    const type = registry.accountType('fake');
    const leaking = {
      ...registry,
      accountType: () => type && { ...type, ...changed },
      watchersFor: () => [describing, listing],
    };
    await collect({ ...runtime, registry: leaking }, accountId());
    const stored = await Promise.all([
      db().selectFrom('failure').selectAll().execute(),
      db().selectFrom('coverage').selectAll().execute(),
      db().selectFrom('item').selectAll().execute(),
      db().selectFrom('outbox').selectAll().execute(),
    ]);
    expect(JSON.stringify(stored)).toContain('The provider refuses redacted:');
    expect(JSON.stringify(stored)).not.toContain(token);
  });
});

describe('an item that the database refuses', () => {
  it('is a failure of its own; the rest of its page is recorded, and rescans write nothing', async () => {
    const random = seededRandom(7);
    const name = Array.from({ length: 12_000 }, () =>
      String.fromCodePoint(0x4e00 + Math.floor(random() * 20_000)),
    ).join('');
    estate().put({ kind: 'note', name: 'n1' });
    estate().put({ kind: 'note', name });
    estate().put({ kind: 'note', name: 'n2' });
    const summary = await scan();
    expect(scopeOf(summary, 'fake.note')).toMatchObject({ outcome: 'complete', created: 2, failed: 1 });
    expect(await itemStates(db())).toEqual(['fake.note/n1 active', 'fake.note/n2 active']);
    expect(await failures()).toEqual(['record defect']);
    const before = await rowVersions(db(), 'failure');
    await scan();
    expect(await rowVersions(db(), 'failure')).toEqual(before);
    estate().remove('note', name);
    await scan();
    expect(await failures()).toEqual([]);
  });
});

describe('a known item whose new state the database refuses', () => {
  const constraint = 'refuses_size_13';

  it('keeps its last state, which counts as unreadable: no check may call it fine', async () => {
    givenWidgets(2);
    await scan();
    const before = await itemNamed('w2');
    await sql`alter table item add constraint ${sql.ref(constraint)} check (config ->> 'Size' <> '13')`.execute(
      db(),
    );
    try {
      estate().put({ kind: 'widget', name: 'w2', body: { Size: 13 } });
      expect(scopeOf(await scan(), 'fake.widget')).toMatchObject({ outcome: 'complete', failed: 1 });
      const { unreadable, ...after } = await itemNamed('w2');
      expect(unreadable).toMatchObject([{ path: '', class: 'defect' }]);
      expect({ ...after, unreadable: [] }).toEqual(before);
    } finally {
      await sql`alter table item drop constraint ${sql.ref(constraint)}`.execute(db());
    }
    expect(scopeOf(await scan(), 'fake.widget')).toMatchObject({ changed: 1, failed: 0 });
    expect((await itemNamed('w2')).unreadable).toEqual([]);
    expect(await failures()).toEqual([]);
  });
});

describe('names from every plane', () => {
  it.each(['😀 bucket', 'a\u0000b', '\ud800 lone', '__proto__', "'; drop table item; --", '\u202eright'])(
    'record %j',
    async (name) => {
      estate().put({ kind: 'note', name });
      expect(scopeOf(await scan(), 'fake.note')).toMatchObject({
        outcome: 'complete',
        created: 1,
        failed: 0,
      });
      expect(scopeOf(await scan(), 'fake.note')).toMatchObject({ created: 0, changed: 0, held: 0 });
    },
  );
});
