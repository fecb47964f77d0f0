/** Law 12: as-of answers depend on when things became so, never on the order in which we learnt of them; late news raises no alert. */
import { hashText, type JsonObject } from '@security-monkey/sdk';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { configHash } from '../../packages/server/src/engine/record/shape.ts';
import { everything } from '../../packages/server/src/query/query.ts';
import { insertConfigs } from '../../packages/server/src/store/configs.ts';
import { ensurePartitions } from '../../packages/server/src/store/revision-partitions.ts';
import { insertRevisions, revisionAsOf } from '../../packages/server/src/store/revisions.ts';
import type { Row } from '../../packages/server/src/store/schema.ts';
import { empty, useTestDatabase } from '../../packages/server/src/store/testing/test-database.ts';
import { systemViewer } from '../../packages/server/src/store/viewer.ts';
import { getPastItem } from '../../packages/server/src/store/views/get-past-item.ts';
import { itemConfigAt, itemDiff } from '../../packages/server/src/store/views/item-at.ts';
import { itemHistory } from '../../packages/server/src/store/views/item-history.ts';
import { listPastItems } from '../../packages/server/src/store/views/list-past-items.ts';
import { createStage, runScan, type Stage } from './history/stage.ts';
import { runs, settings, tellRuns } from './runs.ts';

const database = useTestDatabase();
let replays = 0;

afterAll(() => tellRuns('12', { replays }));

const start = Date.parse('2024-01-01T00:00:00.000Z');
const hour = 60 * 60 * 1000;

/** A state of the item: when it became so, when we learnt of it, and from whom. */
type State = {
  readonly at: number;
  readonly lag: number;
  readonly value: number;
  readonly isEnd: boolean;
  readonly source: Row<'revision'>['source'];
};

const states = fc.uniqueArray(
  fc.record({
    // Hours over three years, so that partitions are crossed; some at the same moment would be no order.
    at: fc.nat({ max: 3 * 365 * 24 }),
    lag: fc.nat({ max: 1_000 }),
    value: fc.nat({ max: 4 }),
    isEnd: fc.nat({ max: 5 }).map((one) => one === 0),
    source: fc.constantFrom<State['source']>('scan', 'event', 'backfill'),
  }),
  { selector: ({ at }) => at, minLength: 2, maxLength: 8 },
);

const history = states.chain((list) =>
  fc.record({
    states: fc.constant(list),
    order: fc.shuffledSubarray([...list.keys()], { minLength: list.length }),
    batch: fc.integer({ min: 1, max: 3 }),
    moments: fc.array(fc.integer({ min: -10, max: 3 * 365 * 24 + 10 }), { minLength: 3, maxLength: 6 }),
  }),
);

const configOf = (value: number): JsonObject => ({ Name: 'n1', Text: `text ${value}` });
const time = (hours: number): Date => new Date(start + hours * hour);

function revisionOf(itemId: string, { at, lag, value, isEnd, source }: State): Row<'revision'> {
  const hex = hashText(`${at}`).slice(0, 12);
  return {
    id: `00000000-0000-7000-8000-${hex}`,
    item_id: itemId,
    valid_from: time(at),
    observed_at: time(at + lag),
    kind: isEnd ? 'deleted' : 'changed',
    config_hash: configHash(configOf(value)),
    source,
    actor: source === 'event' ? { name: 'alice' } : null,
    unreadable: [],
  };
}

/** The item of a scan, whose own revision is later than everything that is told of it. */
async function givenNote(): Promise<{ readonly stage: Stage; readonly itemId: string }> {
  await empty(database());
  const stage = await createStage(database(), ['a1']);
  stage.clock.advance(5 * 365 * 24 * hour);
  stage.cloud.account('a1').put({ kind: 'note', name: 'n1', body: { Text: 'now' } });
  await runScan(stage, { faults: [] });
  const { id } = await database().selectFrom('item').select('id').executeTakeFirstOrThrow();
  return { stage, itemId: id };
}

async function tell(itemId: string, told: readonly State[], batch: number): Promise<void> {
  const db = database();
  for (let first = 0; first < told.length; first += batch) {
    const part = told.slice(first, first + batch);
    await insertConfigs(
      db,
      part.map(({ value }) => ({
        hash: configHash(configOf(value)),
        body: configOf(value),
        stored_at: time(0),
      })),
    );
    await insertRevisions(
      db,
      part.map((state) => revisionOf(itemId, state)),
    );
    if (first === 0) await ensurePartitions(db, [2025]);
  }
}

/** Every answer about the past that the product gives, without the random ids of the item. */
async function answers(itemId: string, moments: readonly number[]): Promise<unknown> {
  const db = database();
  const asked = await Promise.all(
    moments.map(async (hours) => {
      const at = time(hours);
      return {
        revision: (await revisionAsOf(db, systemViewer, { itemId, at }))?.id,
        state: await itemConfigAt(db, systemViewer, { item: itemId, ref: { kind: 'time', at } }),
        item: await getPastItem(db, systemViewer, { item: itemId, asOf: at }),
        list: await listPastItems(db, systemViewer, { query: everything, asOf: at, now: at, limit: 10 }),
        diff: await itemDiff(db, systemViewer, {
          item: itemId,
          from: { kind: 'time', at: time(0) },
          to: { kind: 'time', at },
        }),
      };
    }),
  );
  return { asked, history: await itemHistory(db, systemViewer, { item: itemId, limit: 100 }) };
}

/** The last state that became valid by then. */
function expectedAt(told: readonly State[], hours: number): State | undefined {
  return told.filter(({ at }) => at <= hours).toSorted((left, right) => right.at - left.at)[0];
}

const told = async (): Promise<readonly string[]> => {
  const rows = await database().selectFrom('outbox').select('key').orderBy('key').execute();
  return rows.map(({ key }) => key);
};

it('history that is told late and in any order gives the same answers about the past, and no event', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(history, async ({ states: list, order, batch, moments }) => {
      const { itemId } = await givenNote();
      const events = await told();
      const inOrder = list.toSorted((left, right) => left.at - right.at);
      await tell(itemId, inOrder, list.length);
      const expected = await answers(itemId, moments);
      await database()
        .deleteFrom('revision')
        .where('valid_from', '<', time(4 * 365 * 24))
        .execute();
      await tell(
        itemId,
        order.flatMap((index) => list[index] ?? []),
        batch,
      );
      expect(await answers(itemId, moments)).toEqual(expected);
      for (const hours of moments) {
        const state = await itemConfigAt(database(), systemViewer, {
          item: itemId,
          ref: { kind: 'time', at: time(hours) },
        });
        const last = expectedAt(list, hours);
        expect(state?.config).toEqual(last && configOf(last.value));
        expect(state?.kind).toBe(last && (last.isEnd ? 'deleted' : 'changed'));
      }
      expect(await told()).toEqual(events);
      replays += 1;
    }),
    settings(runs.replays),
  );
});

describe('late news', () => {
  it('is marked, goes before what we knew, and leaves the present as it is', async () => {
    const { stage, itemId } = await givenNote();
    const item = await database().selectFrom('item').selectAll().executeTakeFirstOrThrow();
    const late = { at: 10, lag: 9_000, value: 1, isEnd: false, source: 'backfill' } as const;
    await tell(itemId, [late, { ...late, at: 5, value: 2, source: 'event' }], 1);
    const { rows } = await itemHistory(database(), systemViewer, { item: itemId, limit: 10 });
    expect(rows.map(({ source, kind, actor }) => [source, kind, actor])).toEqual([
      ['scan', 'created', null],
      ['backfill', 'changed', null],
      ['event', 'changed', { name: 'alice' }],
    ]);
    expect(await database().selectFrom('item').selectAll().executeTakeFirstOrThrow()).toEqual(item);
    const events = await told();
    stage.clock.advance(60_000);
    await runScan(stage, { faults: [] });
    expect(await told()).toEqual(events);
    expect(await database().selectFrom('revision').select('id').execute()).toHaveLength(3);
  });

  it('is asked for by when it became so, not by when it was seen', async () => {
    const { itemId } = await givenNote();
    const state = { value: 1, isEnd: false, source: 'event' } as const;
    await tell(
      itemId,
      [
        { ...state, at: 10, lag: 1_000 },
        { ...state, at: 20, lag: 0, value: 2 },
      ],
      1,
    );
    const at = async (hours: number): Promise<JsonObject | undefined> =>
      (await itemConfigAt(database(), systemViewer, { item: itemId, ref: { kind: 'time', at: time(hours) } }))
        ?.config;
    expect(await at(9)).toBeUndefined();
    expect(await at(15)).toEqual(configOf(1));
    expect(await at(25)).toEqual(configOf(2));
    expect(await at(1_500)).toEqual(configOf(2));
  });
});
