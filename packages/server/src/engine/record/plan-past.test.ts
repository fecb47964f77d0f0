/** What becomes of an item's first revision when its provider tells what was before it. */
import { type JsonObject, type PastState, type Unreadable, without } from '@security-monkey/sdk';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../store/schema.ts';
import { widgetWatcher } from '../testing/fake-watchers.ts';
import { seededIds } from '../testing/seeded.ts';
import { testDigestKey } from '../testing/test-runtime.ts';
import { type Beginning, type PastPlan, planPast } from './plan-past.ts';
import { createRecorder } from './recorder.ts';
import { shape } from './shape.ts';
import { glance, sight } from './sighting.ts';
import { unreadableKey } from './unreadable.ts';

const recorder = createRecorder(
  widgetWatcher,
  { partition: 'fake', account: 'a1', region: 'north' },
  testDigestKey('k1'),
);
const time = (day: number): Date => new Date(Date.UTC(2026, 0, 1) + day * 86_400_000);
const seenAt = time(35);
const identity = 'w@t';
const base = { Name: 'w', CreatedAt: 't', Size: 1, Members: [], Policy: 'p' };
const noPolicy: Unreadable = { path: '/Policy', class: 'not_found', message: 'No history of it.' };
const nothing: Unreadable = { path: '', class: 'not_found', message: 'No history at all.' };

function shaped(config: JsonObject, unreadable: readonly Unreadable[] = []) {
  const sighting = sight(recorder, glance(recorder, { config, unreadable }));
  if ('failure' in sighting) throw new Error(sighting.failure.message);
  return shape(recorder, sighting, undefined);
}

function beginning(config: JsonObject = base, unreadable: readonly Unreadable[] = []): Beginning {
  const look = shaped(config, unreadable);
  return {
    item: { id: 'i1', identity, last_changed: seenAt },
    config: look.durable,
    first: {
      id: 'r1',
      item_id: 'i1',
      valid_from: seenAt,
      observed_at: seenAt,
      kind: 'created',
      config_hash: look.configHash,
      source: 'scan',
      actor: null,
      unreadable,
    },
  };
}

const plan = (states: readonly PastState[], from: Beginning = beginning()): PastPlan | undefined =>
  planPast({ recorder, now: seenAt, nextId: seededIds(1, () => seenAt) }, from, states);

const state = (
  day: number,
  config: JsonObject | null,
  unreadable: readonly Unreadable[] = [],
): PastState => ({ identity, from: time(day), config, unreadable });

/** Every revision in short: day, kind, source. */
function told(found: PastPlan | undefined): readonly string[] {
  const rows = found === undefined ? [] : [...found.inserted, found.first];
  return rows.map(
    ({ valid_from, kind, source }) =>
      `${(valid_from.getTime() - time(0).getTime()) / 86_400_000} ${kind} ${source}`,
  );
}

const changed = { ...base, Size: 2 };

describe('the first revision', () => {
  it.each<[string, readonly PastState[], readonly string[]]>([
    ['stays where nothing is told', [], []],
    ['stays where only later things are told', [state(35, base), state(40, changed)], []],
    ['moves to when it became so', [state(3, base)], ['3 created backfill']],
    [
      'moves as a change after another state',
      [state(1, changed), state(3, base)],
      ['1 created backfill', '3 changed backfill'],
    ],
    [
      'stays as a change where the last state is another',
      [state(1, changed)],
      ['1 created backfill', '35 changed scan'],
    ],
    [
      'stays created where it did not exist before',
      [state(1, changed), state(2, null)],
      ['1 created backfill', '2 deleted backfill', '35 created scan'],
    ],
    ['takes no end without a beginning', [state(1, null)], []],
    [
      'moves to when it came back',
      [state(1, base), state(2, null), state(3, base)],
      ['1 created backfill', '2 deleted backfill', '3 created backfill'],
    ],
    [
      'is not said to have been whole when a part is not known',
      [state(1, without(base, '/Policy'), [noPolicy])],
      ['1 created backfill', '35 rebaseline scan'],
    ],
    [
      'differs from an earlier one only by what both know',
      [state(1, without(changed, '/Policy'), [noPolicy])],
      ['1 created backfill', '35 changed scan'],
    ],
    [
      'is not moved over a time of which nothing is known',
      [state(1, base), state(2, {}, [nothing])],
      ['1 created backfill', '2 rebaseline backfill', '35 rebaseline scan'],
    ],
  ])('%s', (_name, list, expected) => {
    expect(told(plan(list.toReversed()))).toEqual(expected);
  });

  it('moves over a part that it could not read either', () => {
    const rest = without(base, '/Policy');
    const from = beginning(rest, [{ ...noPolicy, class: 'access_denied' }]);
    expect(told(plan([state(1, rest, [noPolicy])], from))).toEqual(['1 created backfill']);
  });

  it('does not move for what is ephemeral, nor for another order', () => {
    const members = [{ Id: 'a', SeenAt: '1' }, { Id: 'b' }];
    const now = { ...base, Members: members, LastUsedAt: 'now' };
    const then = { ...base, Members: members.toReversed(), LastUsedAt: 'then' };
    expect(told(plan([state(1, then), state(2, now)], beginning(now)))).toEqual(['1 created backfill']);
  });

  it('is not that of an earlier resource of the same name', () => {
    const earlier = { ...base, CreatedAt: 'long ago' };
    expect(told(plan([state(1, earlier), state(2, null), state(3, base)]))).toEqual(['3 created backfill']);
  });

  it('keeps who made it and when it was seen', () => {
    const from = beginning();
    const found = plan([state(1, base)], from);
    expect(found?.first).toEqual({ ...from.first, valid_from: time(1), source: 'backfill' });
  });
});

describe('a state', () => {
  it('keeps the last value of a part that was not known then, and tells so', () => {
    const found = plan([
      state(1, base),
      state(2, without(base, '/Policy'), [noPolicy]),
      state(3, { ...base, Policy: 'q' }),
    ]);
    expect(told(found)).toEqual([
      '1 created backfill',
      '2 rebaseline backfill',
      '3 changed backfill',
      '35 changed scan',
    ]);
    expect(found?.configs.map(({ body }) => body['Policy'])).toEqual(['p', 'p', 'q']);
    expect(found?.inserted.map(({ unreadable }) => unreadable)).toEqual([[], [noPolicy], []]);
  });

  it('takes nothing over from a life before', () => {
    const unknown = without(base, '/Policy');
    const found = plan([state(1, base), state(2, null), state(3, unknown, [noPolicy])]);
    expect(found?.configs.at(-1)?.body).not.toHaveProperty('Policy');
  });

  it('that makes no sense is not known', () => {
    const found = plan([state(1, base), state(2, { Oops: true })]);
    expect(found?.inserted[1]).toMatchObject({
      kind: 'rebaseline',
      unreadable: [{ path: '', class: 'invalid_response' }],
    });
    expect(plan([state(2, { Oops: true })])).toBeUndefined();
  });

  it('has no secret in it', () => {
    const found = plan([state(1, { ...base, Startup: 'password=hunter2' })]);
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });
});

describe('the item', () => {
  it('has changed when it last did', () => {
    expect(plan([state(1, changed), state(3, base)])?.item).toEqual({ id: 'i1', last_changed: time(3) });
    const unknown = without(base, '/Policy');
    expect(plan([state(1, unknown, [noPolicy])])?.item.last_changed).toEqual(time(1));
  });

  it('keeps a change that came after its first revision', () => {
    const from = beginning();
    const later = { ...from, item: { ...from.item, last_changed: time(50) } };
    expect(plan([state(1, base)], later)?.item.last_changed).toEqual(time(50));
  });
});

const configs = fc
  .record({ Size: fc.nat({ max: 2 }), Policy: fc.constantFrom('p', 'q') })
  .map((part): JsonObject => ({ ...base, ...part }));

/** A state as a provider may tell it: whole, without its policy, gone, unknown, of another resource. */
const states = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.integer({ min: -3, max: 40 }), configs)
        .map(([day, config]) => state(day, config)),
    },
    fc
      .tuple(fc.integer({ min: -3, max: 40 }), configs)
      .map(([day, config]) => state(day, without(config, '/Policy'), [noPolicy])),
    fc.integer({ min: -3, max: 40 }).map((day) => state(day, null)),
    fc.integer({ min: -3, max: 40 }).map((day) => state(day, {}, [nothing])),
    fc
      .tuple(fc.integer({ min: -3, max: 40 }), configs)
      .map(([day, config]) => state(day, { ...config, CreatedAt: 'long ago' })),
  ),
  { maxLength: 8 },
);

type Told = {
  readonly rows: readonly Row<'revision'>[];
  readonly bodies: ReadonlyMap<string, JsonObject>;
};

/** What is wrong with a history, whatever was told. */
function orderProblems({ rows }: Told): readonly string[] {
  const sameness = ({ kind, config_hash, unreadable }: Row<'revision'>): string =>
    JSON.stringify([kind === 'deleted', config_hash, unreadableKey(unreadable)]);
  return rows.flatMap((row, index) => {
    const before = rows[index - 1];
    if (before === undefined) return row.kind === 'created' ? [] : ['begins with no creation'];
    return [
      ...(row.valid_from > before.valid_from ? [] : ['does not rise']),
      ...(sameness(row) === sameness(before) ? ['has equal neighbours'] : []),
      ...(before.kind === 'deleted' && row.kind !== 'created' ? ['comes back without being created'] : []),
    ];
  });
}

/** Whether the moment at which a state began is told as the provider tells it. */
function stateProblems(
  { rows, bodies }: Told,
  { from, config, unreadable = [] }: PastState,
): readonly string[] {
  const row = rows.findLast(({ valid_from }) => valid_from <= from);
  const isThere = row !== undefined && row.kind !== 'deleted';
  if (config === null) return isThere ? ['is there when it was not'] : [];
  const isUnknown = unreadable.some(({ path }) => path === '');
  if (isUnknown) return isThere && row.unreadable[0]?.path !== '' ? ['is known when nothing was'] : [];
  if (!isThere) return ['is not there when it was'];
  const body = bodies.get(row.config_hash);
  const isPart = unreadable.length > 0;
  return [
    ...(body?.['Size'] === config['Size'] ? [] : ['has another size']),
    ...(row.unreadable.some(({ path }) => path === '/Policy') === isPart ? [] : ['marks the policy wrongly']),
    ...(isPart || body?.['Policy'] === config['Policy'] ? [] : ['has another policy']),
  ];
}

it('whatever is told: times rise, neighbours differ, each moment is as it was, the end is as before, once is enough', () => {
  fc.assert(
    fc.property(states, configs, fc.boolean(), (list, config, isPart) => {
      const from = isPart ? beginning(without(config, '/Policy'), [noPolicy]) : beginning(config);
      const found = plan(list, from);
      const rows = found === undefined ? [from.first] : [...found.inserted, found.first];
      const stored = (found?.configs ?? []).map(({ hash, body }) => [hash, body] as const);
      const bodies = new Map([[from.first.config_hash, from.config], ...stored]);
      const counting = [...new Map(list.map((one) => [one.from.getTime(), one])).values()].filter(
        (one) => one.from < seenAt && one.config?.['CreatedAt'] !== 'long ago',
      );
      expect([
        ...orderProblems({ rows, bodies }),
        ...counting.flatMap((one) => stateProblems({ rows, bodies }, one)),
      ]).toEqual([]);
      const { id, config_hash, unreadable } = from.first;
      expect(rows.at(-1)).toMatchObject({ id, config_hash, unreadable });
      const first = rows[0] ?? from.first;
      expect(plan(list, { ...from, first, config: bodies.get(first.config_hash) ?? {} })).toBeUndefined();
    }),
    { numRuns: 500, seed: 20_261_130 },
  );
});
