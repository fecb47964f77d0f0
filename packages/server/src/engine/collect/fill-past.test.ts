/** The history that a provider keeps is put before what was seen: once, without a word to anybody, and again after whatever went wrong. */
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { revisionAsOf } from '../../store/revisions.ts';
import { systemViewer } from '../../store/viewer.ts';
import { itemConfigAt } from '../../store/views/item-at.ts';
import { itemHistory } from '../../store/views/item-history.ts';
import { listFailures } from '../../store/views/list-failures.ts';
import { scopeOf, useCollectTest } from '../testing/collect-test.ts';
import { collect, eventNames, rowVersions } from '../testing/engine-test.ts';
import { pastNote, pastRegistry } from '../testing/past-watcher.ts';
import type { CollectSummary } from './collect-account.ts';

const { db, engine, estate, accountId, itemNamed } = useCollectTest();
let isOn = true;
let from: number;

const day = 86_400_000;
const before = (days: number): Date => new Date(from - days * day);

beforeEach(() => {
  isOn = true;
  from = engine().clock.now().getTime();
  estate().regions.delete('south');
});

async function scan(signal?: AbortSignal): Promise<CollectSummary> {
  const { runtime, clock, cloud } = engine();
  clock.advance(60_000);
  cloud.calls.length = 0;
  const registry = pastRegistry(cloud, () => isOn);
  return await collect({ ...runtime, registry }, accountId(), signal === undefined ? {} : { signal });
}

const asked = (): number =>
  engine().cloud.calls.filter(({ operation }) => operation === 'fake:GetPast').length;

function givenNotes(count: number, text = 'now'): void {
  for (let index = 1; index <= count; index += 1)
    estate().put({ kind: 'note', name: `n${index}`, body: { Text: text } });
}

async function history(name = 'n1'): Promise<readonly string[]> {
  const { id } = await itemNamed(name);
  const rows = await db()
    .selectFrom('revision')
    .selectAll()
    .where('item_id', '=', id)
    .orderBy('valid_from')
    .execute();
  return rows.map(({ valid_from, kind, source }) => {
    const days = Math.round((from - valid_from.getTime()) / day);
    return `${days} ${kind} ${source}`;
  });
}

async function filledAt(): Promise<Date | null> {
  const row = await db().selectFrom('coverage').select('past_filled_at').executeTakeFirstOrThrow();
  return row.past_filled_at;
}

const tables = [
  'item',
  'revision',
  'config',
  'failure',
  'outbox',
  'audit_queue',
  'issue',
  'ephemeral',
] as const;
const everything = async (): Promise<readonly (readonly string[])[]> => {
  const found: (readonly string[])[] = [];
  for (const table of tables) found.push(await rowVersions(db(), table));
  return found;
};

describe('what the provider tells of the past', () => {
  it('stands before what was seen, as of then, marked, and nobody is told', async () => {
    givenNotes(1);
    engine().cloud.past = [
      pastNote('n1', before(400), 'first'),
      pastNote('n1', before(20), 'second'),
      pastNote('n1', before(10), null),
      pastNote('n1', before(5), 'now'),
    ];
    expect(scopeOf(await scan(), 'fake.note')).toMatchObject({ outcome: 'complete', created: 1, changed: 0 });
    expect(await history()).toEqual([
      '400 created backfill',
      '20 changed backfill',
      '10 deleted backfill',
      '5 created backfill',
    ]);
    const { id, first_seen, last_changed, config } = await itemNamed('n1');
    // What is new after the enrolment is news, however old it is.
    expect(first_seen.getTime()).toBeGreaterThanOrEqual(from);
    expect([last_changed, config]).toEqual([before(5), { Name: 'n1', Text: 'now' }]);
    const textAt = async (days: number): Promise<unknown> =>
      (await itemConfigAt(db(), systemViewer, { item: id, ref: { kind: 'time', at: before(days) } }))?.config[
        'Text'
      ];
    expect(await Promise.all([500, 30, 15, 1].map(textAt))).toEqual([undefined, 'first', 'second', 'now']);
    expect(await revisionAsOf(db(), systemViewer, { itemId: id, at: before(7) })).toMatchObject({
      kind: 'deleted',
    });
    const { rows } = await itemHistory(db(), systemViewer, { item: id, limit: 10 });
    expect(rows.map(({ summary, source }) => `${summary} (${source})`)).toEqual([
      'Back; /Text changed from "second" to "now" (backfill)',
      'Deleted (backfill)',
      '/Text changed from "first" to "second" (backfill)',
      'Created (backfill)',
    ]);
    expect(await filledAt()).not.toBeNull();
    expect(await db().selectFrom('audit_queue').selectAll().execute()).toHaveLength(1);
    expect((await eventNames(db())).filter((name) => name.startsWith('item.'))).toEqual([]);
  });

  it('is told to nobody in an account that is enrolled either', async () => {
    givenNotes(1);
    await scan();
    await db().updateTable('coverage').set({ past_filled_at: null }).execute();
    const told = await eventNames(db());
    engine().cloud.past = [pastNote('n1', before(20), 'other'), pastNote('n1', before(10), 'now')];
    await db().deleteFrom('audit_queue').execute();
    await scan();
    expect(await history()).toEqual(['20 created backfill', '10 changed backfill']);
    expect(await eventNames(db())).toEqual(told);
    expect(await db().selectFrom('audit_queue').selectAll().execute()).toEqual([]);
  });

  it('is asked for once, and changes nothing afterwards', async () => {
    givenNotes(3);
    engine().cloud.past = [pastNote('n1', before(5), 'old'), pastNote('n2', before(4), 'now')];
    await scan();
    expect(asked()).toBe(1);
    const rows = await everything();
    engine().cloud.past = [pastNote('n3', before(9), 'more')];
    await scan();
    expect(asked()).toBe(0);
    expect(await everything()).toEqual(rows);
  });

  it('is asked for a hundred items at a time', async () => {
    givenNotes(230);
    engine().cloud.past = Array.from({ length: 230 }, (_, index) =>
      pastNote(`n${index + 1}`, before(3), 'old'),
    );
    await scan();
    const calls = engine().cloud.calls.filter(({ operation }) => operation === 'fake:GetPast');
    const sizes = calls.map(({ input }) => Object(input['Names']).length);
    expect(sizes).toEqual([100, 100, 30]);
    const { count } = await db()
      .selectFrom('revision')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('source', '=', 'backfill')
      .executeTakeFirstOrThrow();
    expect(count).toBe(230);
  });
});

describe('where nobody can be asked', () => {
  it('nothing is concluded, and as soon as somebody can be the past is told', async () => {
    isOn = false;
    givenNotes(1);
    engine().cloud.past = [pastNote('n1', before(5), 'now')];
    await scan();
    expect([asked(), await filledAt()]).toEqual([0, null]);
    const rows = await everything();
    await scan();
    expect(await everything()).toEqual(rows);
    isOn = true;
    await scan();
    expect(await history()).toEqual(['5 created backfill']);
  });

  it('because there is no item, the first ones are asked for', async () => {
    await scan();
    expect([asked(), await filledAt()]).toEqual([0, null]);
    givenNotes(1);
    engine().cloud.past = [pastNote('n1', before(5), 'now')];
    await scan();
    expect(await history()).toEqual(['5 created backfill']);
  });
});

describe('a history that cannot be read', () => {
  const denied = { kind: 'access_denied', operation: 'fake:GetPast' } as const;

  it('leaves the scope complete, is told with its permission, and tried again until it is granted', async () => {
    givenNotes(1);
    engine().cloud.past = [pastNote('n1', before(5), 'now')];
    engine().cloud.setFaults([denied]);
    expect(scopeOf(await scan(), 'fake.note')).toMatchObject({ outcome: 'complete', created: 1 });
    expect(await history()).toEqual(['0 created scan']);
    expect(await listFailures(db(), systemViewer)).toMatchObject([
      {
        permission: 'fake:GetPast',
        operation: 'fake:GetPast',
        class: 'access_denied',
        technologies: ['fake.note'],
        scopes: 1,
      },
    ]);
    const rows = await everything();
    await scan();
    expect([asked(), await everything()]).toEqual([1, rows]);
    engine().cloud.setFaults([]);
    await scan();
    expect(await history()).toEqual(['5 created backfill']);
    expect(await listFailures(db(), systemViewer)).toEqual([]);
    await scan();
    expect(asked()).toBe(0);
  });

  it('is forgotten when nobody is to be asked any more', async () => {
    givenNotes(1);
    engine().cloud.setFaults([denied]);
    await scan();
    isOn = false;
    await scan();
    expect(await listFailures(db(), systemViewer)).toEqual([]);
  });

  it('on one page harms no other, and is asked for that page alone again', async () => {
    givenNotes(150);
    engine().cloud.past = Array.from({ length: 150 }, (_, index) =>
      pastNote(`n${index + 1}`, before(3), 'now'),
    );
    engine().cloud.setFaults([{ kind: 'cut', operation: 'fake:GetPast', times: 1 }]);
    await scan();
    const backfilled = async (): Promise<number> =>
      (await db().selectFrom('revision').select('id').where('source', '=', 'backfill').execute()).length;
    expect([await backfilled(), await filledAt()]).toEqual([50, null]);
    engine().cloud.setFaults([]);
    await scan();
    expect([await backfilled(), asked()]).toEqual([150, 1]);
  });

  it('of one item, because the database refuses it, harms no other', async () => {
    givenNotes(3);
    engine().cloud.past = [1, 2, 3].map((index) =>
      pastNote(`n${index}`, before(3), index === 2 ? 'refused' : 'old'),
    );
    await sql`alter table config add constraint refuses check (body ->> 'Text' <> 'refused')`.execute(db());
    const summary = await scan();
    await sql`alter table config drop constraint refuses`.execute(db());
    expect(scopeOf(summary, 'fake.note')).toMatchObject({ outcome: 'complete', created: 3 });
    const created = '0 created scan';
    const changes = ['3 created backfill', '0 changed scan'];
    expect([await history('n1'), await history('n2'), await history('n3')]).toEqual([
      changes,
      [created],
      changes,
    ]);
    expect(await listFailures(db(), systemViewer)).toMatchObject([{ class: 'defect', scopes: 1 }]);
    engine().cloud.past = [pastNote('n2', before(4), 'old')];
    await scan();
    expect(engine().cloud.calls.find(({ operation }) => operation === 'fake:GetPast')?.input).toEqual({
      Names: ['n2'],
    });
    expect(await history('n2')).toEqual(['4 created backfill', '0 changed scan']);
    expect(await listFailures(db(), systemViewer)).toEqual([]);
  });

  it('does not hold back what has gone', async () => {
    givenNotes(5);
    engine().cloud.setFaults([denied]);
    await scan();
    estate().remove('note', 'n5');
    await scan();
    await scan();
    expect(await itemNamed('n5')).toMatchObject({ status: 'deleted' });
  });
});

describe('a run that ends in the middle', () => {
  const all = (): void => {
    givenNotes(250);
    engine().cloud.past = Array.from({ length: 250 }, (_, index) => [
      pastNote(`n${index + 1}`, before(6), 'old'),
      pastNote(`n${index + 1}`, before(3), 'now'),
    ]).flat();
  };
  const revisions = async (): Promise<number> =>
    (await db().selectFrom('revision').select('id').execute()).length;
  const beforePage = (nth: number, work: () => Promise<void>): void => {
    let met = 0;
    engine().cloud.beforeCall = async (_, { operation }) => {
      if (operation === 'fake:GetPast') met += 1;
      if (operation === 'fake:GetPast' && met === nth) await work();
    };
  };

  it('goes on with the rest next time', async () => {
    all();
    const stop = new AbortController();
    beforePage(2, async () => stop.abort());
    await scan(stop.signal);
    engine().cloud.beforeCall = undefined;
    expect([await revisions(), await filledAt()]).toEqual([350, null]);
    await scan();
    expect([await revisions(), asked()]).toEqual([500, 2]);
    expect(await history('n250')).toEqual(['6 created backfill', '3 changed backfill']);
    expect(await filledAt()).not.toBeNull();
  });

  it('and has lost its lease writes nothing more', async () => {
    all();
    beforePage(2, async () => {
      await db().updateTable('coverage').set({ epoch: sql<number>`epoch + 1`, holder: 'other' }).execute();
    });
    expect(scopeOf(await scan(), 'fake.note')).toMatchObject({ outcome: 'skipped' });
    expect([await revisions(), await filledAt()]).toEqual([350, null]);
  });
});
