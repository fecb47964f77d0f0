/** Runs that are stopped, killed, overtaken or started twice leave everything consistent. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { scopeOf, useCollectTest } from '../testing/collect-test.ts';
import { eventNames, itemStates, revisionKinds, rowVersions } from '../testing/engine-test.ts';

const { db, engine, estate, givenWidgets, scan, itemNamed } = useCollectTest();

async function takeOver(): Promise<void> {
  await db().updateTable('coverage').set({ epoch: sql<number>`epoch + 1`, holder: 'other' }).execute();
}

/** Runs once, before the nth call of an operation. */
function before(operation: string, nth: number, work: () => Promise<void>): void {
  let met = 0;
  engine().cloud.beforeCall = async (_, request) => {
    if (request.operation !== operation || request.region !== 'north') return;
    met += 1;
    if (met === nth) await work();
  };
}

describe('a lost lease', () => {
  it('ends the run without another row, also where pages were still to come', async () => {
    givenWidgets(9);
    let items: readonly string[] = [];
    before('fake:ListWidgets', 3, async () => {
      await takeOver();
      items = await rowVersions(db(), 'item');
    });
    const summary = await scan({ technologies: ['fake.widget'], regions: ['north'] });
    expect(scopeOf(summary, 'fake.widget')).toMatchObject({ outcome: 'skipped' });
    expect(await rowVersions(db(), 'item')).toEqual(items);
    const row = await db().selectFrom('coverage').selectAll().where('region', '=', 'north').execute();
    expect(row.filter(({ technology }) => technology === 'fake.widget')).toMatchObject([
      { state: 'never', holder: 'other', last_complete_at: null },
    ]);
  });

  it('before the conclusion deletes nothing', async () => {
    givenWidgets(3);
    await scan();
    estate().remove('widget', 'w3');
    before('fake:GetWidget', 3, takeOver);
    await scan();
    expect(await itemStates(db())).toContain('fake.widget/w3 active');
  });
});

describe('a scope that another run holds', () => {
  it('is skipped, and says by whom; once the lease is over it is taken', async () => {
    givenWidgets(1);
    await scan();
    const until = new Date(engine().clock.now().getTime() + 120_000);
    await db().updateTable('coverage').set({ holder: 'other', lease_until: until }).execute();
    expect(scopeOf(await scan(), 'fake.widget')).toMatchObject({ outcome: 'skipped', heldBy: 'other' });
    engine().clock.advance(120_000);
    expect(scopeOf(await scan(), 'fake.widget')).toMatchObject({ outcome: 'complete' });
  });

  it('is renewed while a run is long', async () => {
    givenWidgets(3);
    engine().cloud.setFaults([
      { kind: 'throttled', operation: 'fake:GetWidget', name: 'w1', times: 4, retryAfterMs: 25_000 },
      { kind: 'throttled', operation: 'fake:GetWidgetPolicy', name: 'w1', times: 4, retryAfterMs: 25_000 },
      { kind: 'throttled', operation: 'fake:ListAttachments', name: 'w1', times: 4, retryAfterMs: 25_000 },
    ]);
    const started = engine().clock.now().getTime();
    let lease = 0;
    // Reading at every call also lets the database keep up with a clock that leaps.
    engine().cloud.beforeCall = async () => {
      const row = await db()
        .selectFrom('coverage')
        .select('lease_until')
        .where('technology', '=', 'fake.widget')
        .where('region', '=', 'north')
        .executeTakeFirst();
      lease = Math.max(lease, row?.lease_until?.getTime() ?? 0);
    };
    expect(scopeOf(await scan(), 'fake.widget')).toMatchObject({ outcome: 'complete', created: 3 });
    expect(lease - started).toBeGreaterThan(6 * 60_000);
  });
});

describe('a run that is stopped', () => {
  it('keeps what it has recorded, blames nobody and gives its scopes back', async () => {
    givenWidgets(9);
    const stop = new AbortController();
    before('fake:ListWidgets', 3, async () => stop.abort());
    const summary = await scan({ signal: stop.signal });
    expect(scopeOf(summary, 'fake.widget')).toMatchObject({ outcome: 'aborted' });
    expect(await db().selectFrom('failure').selectAll().execute()).toEqual([]);
    const rows = await db().selectFrom('coverage').select(['holder', 'state']).execute();
    expect(rows.every(({ holder }) => holder === null)).toBe(true);
    expect(rows.every(({ state }) => state !== 'failed')).toBe(true);
    engine().cloud.beforeCall = undefined;
    await scan();
    expect(await revisionKinds(db())).toHaveLength(9);
    expect(await eventNames(db())).toEqual(['account.enrolled']);
  });
});

describe('a run that is killed between pages', () => {
  it('is taken up by the next one, and nothing is doubled', async () => {
    givenWidgets(9);
    // The process dies: from the third page on nothing is answered and nothing more is written.
    before('fake:ListWidgets', 3, takeOver);
    await scan();
    engine().cloud.beforeCall = undefined;
    engine().clock.advance(10 * 60_000);
    await scan();
    expect((await revisionKinds(db())).toSorted()).toEqual(
      Array.from({ length: 9 }, (_, index) => `w${index + 1} created`),
    );
    expect(await itemStates(db())).toHaveLength(9);
    expect(await eventNames(db())).toEqual(['account.enrolled']);
  });
});

describe('a change of our own', () => {
  it('such as another digest key makes a re-baseline and no event', async () => {
    estate().put({ kind: 'widget', name: 'w1', body: { Environment: { API_TOKEN: 'canary-4711' } } });
    await scan();
    const { runtime, clock, cloud } = engine();
    const { testDigestKey } = await import('../testing/test-runtime.ts');
    const { collect } = await import('../testing/engine-test.ts');
    clock.advance(60_000);
    expect(cloud.calls.length).toBeGreaterThan(0);
    const { account_id } = await itemNamed('w1');
    await collect({ ...runtime, digestKey: testDigestKey('k2') }, account_id);
    expect(await revisionKinds(db())).toEqual(['w1 created', 'w1 rebaseline']);
    expect(await eventNames(db())).toEqual(['account.enrolled']);
    expect((await itemNamed('w1')).recorder).toContain('k2');
  });
});

describe('a secret', () => {
  it('is stored nowhere: not in configs, ephemeral values, events, failures or the log', async () => {
    const secret = 'canary-4711-canary';
    const body = { Environment: { API_TOKEN: secret }, Startup: secret, Password: secret };
    estate().put({ kind: 'widget', name: 'w1', body });
    await scan();
    estate().put({ kind: 'widget', name: 'w1', body: { ...body, Size: 2 } });
    await scan();
    const tables = ['item', 'config', 'revision', 'ephemeral', 'outbox', 'failure', 'relation'] as const;
    for (const table of tables) {
      const rows = await db().selectFrom(table).selectAll().execute();
      expect(JSON.stringify(rows)).not.toContain(secret);
    }
    expect(JSON.stringify(engine().logged)).not.toContain(secret);
    expect(JSON.stringify((await itemNamed('w1')).config)).toContain('redacted:k1:');
  });
});
