/** Collection by the laws, on the real store, against the fake cloud. */
import { beforeEach, describe, expect, it } from 'vitest';
import { scopeOf, useCollectTest } from '../testing/collect-test.ts';
import { eventNames, itemStates, revisionKinds, rowVersions } from '../testing/engine-test.ts';
import type { FaultKind } from '../testing/fake-faults.ts';

const { db: database, engine, estate, givenWidgets, scan } = useCollectTest();

describe('a first scan', () => {
  it('records every item of every scope and enrols the account with one event', async () => {
    givenWidgets(4);
    estate().put({ kind: 'vault', name: 'v1', region: 'south', body: { Locked: true } });
    estate().put({ kind: 'note', name: 'n1', region: 'south', body: { Text: 'hello' } });
    const summary = await scan();
    expect(summary.scopes.map(({ outcome }) => outcome)).toEqual(Array(5).fill('complete'));
    expect(summary.enrolled).toBe(true);
    expect(await itemStates(database())).toEqual([
      'fake.note/n1 active',
      'fake.vault/v1 active',
      'fake.widget/w1 active',
      'fake.widget/w2 active',
      'fake.widget/w3 active',
      'fake.widget/w4 active',
    ]);
    expect(await eventNames(database())).toEqual(['account.enrolled']);
    const queued = await database().selectFrom('audit_queue').select('cause').execute();
    expect(queued.map(({ cause }) => cause)).toEqual(Array(6).fill('config'));
  });
});

describe('a rescan', () => {
  beforeEach(async () => {
    givenWidgets(4);
    estate().put({ kind: 'vault', name: 'v1', body: {} });
    await scan();
  });

  it('writes nothing but coverage when nothing has changed', async () => {
    const tables = [
      'account',
      'item',
      'config',
      'revision',
      'ephemeral',
      'relation',
      'audit_queue',
      'outbox',
      'failure',
    ] as const;
    const before = await Promise.all(tables.map((table) => rowVersions(database(), table)));
    await scan();
    expect(await Promise.all(tables.map((table) => rowVersions(database(), table)))).toEqual(before);
  });

  it('makes no revision of a shuffled unordered list, and writes nothing', async () => {
    const before = await rowVersions(database(), 'ephemeral');
    engine().cloud.shuffle = (elements) => elements.toReversed();
    await scan();
    expect(await rowVersions(database(), 'ephemeral')).toEqual(before);
    expect(await revisionKinds(database())).toHaveLength(5);
  });

  it('makes exactly one revision and one event of a change', async () => {
    estate().put({ kind: 'widget', name: 'w2', body: { Size: 7 } });
    const summary = await scan();
    expect(scopeOf(summary, 'fake.widget')).toMatchObject({ created: 0, changed: 1, deleted: 0 });
    expect((await revisionKinds(database())).at(-1)).toBe('w2 changed');
    expect(await eventNames(database())).toEqual(['account.enrolled', 'item.changed w2']);
  });

  it('updates only the side row when an ephemeral value drifts, also inside an unordered list', async () => {
    const items = await rowVersions(database(), 'item');
    estate().put({
      kind: 'widget',
      name: 'w1',
      body: {
        LastUsedAt: 'now',
        Members: [
          { Id: 'm1', SeenAt: 'z' },
          { Id: 'm2', SeenAt: 'a' },
        ],
      },
    });
    await scan();
    expect(await rowVersions(database(), 'item')).toEqual(items);
    const side = await database()
      .selectFrom('ephemeral')
      .innerJoin('item', 'item.id', 'ephemeral.item_id')
      .select('ephemeral.body')
      .where('item.name', '=', 'w1')
      .executeTakeFirstOrThrow();
    expect(side.body).toEqual({ '/LastUsedAt': 'now', '/Members/0/SeenAt': 'z', '/Members/1/SeenAt': 'a' });
    expect(await eventNames(database())).toEqual(['account.enrolled']);
  });
});

const listingFaults: readonly { readonly kind: FaultKind; readonly class: string; readonly calls: number }[] =
  [
    { kind: 'access_denied', class: 'access_denied', calls: 1 },
    { kind: 'throttled', class: 'throttled', calls: 6 },
    { kind: 'server_error', class: 'server_error', calls: 6 },
    { kind: 'html', class: 'server_error', calls: 6 },
    { kind: 'network', class: 'network', calls: 6 },
    { kind: 'hang', class: 'timeout', calls: 2 },
    { kind: 'cut', class: 'invalid_response', calls: 1 },
    { kind: 'not_found', class: 'not_found', calls: 1 },
  ];

describe('a failed listing', () => {
  beforeEach(async () => {
    givenWidgets(7);
    await scan();
  });

  it.each(listingFaults)('$kind deletes nothing and says $class', async (fault) => {
    const before = await rowVersions(database(), 'item');
    for (const name of ['w1', 'w2', 'w3', 'w4', 'w5']) estate().remove('widget', name);
    engine().cloud.setFaults([{ kind: fault.kind, operation: 'fake:ListWidgets', region: 'north' }]);
    const summary = await scan();
    expect(scopeOf(summary, 'fake.widget')).toMatchObject({
      outcome: 'failed',
      failure: { class: fault.class, operation: 'fake:ListWidgets', permission: 'fake:ListWidgets' },
    });
    expect(scopeOf(summary, 'fake.widget', 'south')).toMatchObject({ outcome: 'complete' });
    expect(await rowVersions(database(), 'item')).toEqual(before);
    const made = engine().cloud.calls.filter(
      ({ operation, region }) => operation === 'fake:ListWidgets' && region === 'north',
    );
    expect(made).toHaveLength(fault.calls);
  });

  it('on its second page keeps what the first showed, and deletes nothing', async () => {
    estate().put({ kind: 'widget', name: 'w1', body: { Size: 9 } });
    estate().remove('widget', 'w2');
    engine().cloud.setFaults([
      { kind: 'access_denied', operation: 'fake:ListWidgets', region: 'north', skip: 1 },
    ]);
    const summary = await scan();
    expect(scopeOf(summary, 'fake.widget')).toMatchObject({ outcome: 'failed', changed: 1, deleted: 0 });
    expect((await itemStates(database())).filter((state) => state.endsWith('deleted'))).toEqual([]);
  });

  it('tells of its beginning and its end once each', async () => {
    engine().cloud.setFaults([{ kind: 'access_denied', operation: 'fake:ListWidgets', region: 'north' }]);
    await scan();
    await scan();
    engine().cloud.setFaults([]);
    await scan();
    await scan();
    expect(await eventNames(database())).toEqual([
      'account.enrolled',
      'scope.failed fake.widget',
      'scope.recovered fake.widget',
    ]);
  });

  it('passes when a retry succeeds', async () => {
    engine().cloud.setFaults([{ kind: 'throttled', operation: '*', times: 4 }]);
    const summary = await scan();
    expect(new Set(summary.scopes.map(({ outcome }) => outcome))).toEqual(new Set(['complete']));
  });
});
