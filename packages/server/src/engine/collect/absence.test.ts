/** What becomes of items that a listing lacks: confirmed, twice absent, held, frozen, re-created. */
import { describe, expect, it } from 'vitest';
import { scopeOf, useCollectTest } from '../testing/collect-test.ts';
import { eventNames, itemStates, revisionKinds, rowVersions } from '../testing/engine-test.ts';

const { db, engine, estate, givenWidgets, scan, itemNamed, accountId } = useCollectTest();

const failuresOf = async () => await db().selectFrom('failure').selectAll().execute();

const statusOf = async (name: string): Promise<string> => (await itemNamed(name)).status;

function givenVaults(count: number): void {
  for (let index = 1; index <= count; index += 1) estate().put({ kind: 'vault', name: `v${index}` });
}

describe('an item that the provider can be asked for', () => {
  it('is deleted at once when it says so, with a revision, an event and closed relations', async () => {
    givenWidgets(2);
    estate().put({ kind: 'widget', name: 'w2', attached: ['v1'] });
    await scan();
    estate().remove('widget', 'w2');
    expect(scopeOf(await scan(), 'fake.widget')).toMatchObject({ outcome: 'complete', deleted: 1, held: 0 });
    expect(await statusOf('w2')).toBe('deleted');
    expect((await revisionKinds(db())).at(-1)).toBe('w2 deleted');
    expect(await eventNames(db())).toEqual(['account.enrolled', 'item.deleted w2']);
    const open = await db().selectFrom('relation').select('key').where('valid_to', 'is', null).execute();
    expect(open).toEqual([]);
  });

  it('is kept when a listing silently lacks it and the provider still has it', async () => {
    givenWidgets(6);
    await scan();
    engine().cloud.setFaults([{ kind: 'short', operation: 'fake:ListWidgets', region: 'north' }]);
    for (let round = 0; round < 3; round += 1)
      expect(scopeOf(await scan(), 'fake.widget')).toMatchObject({ listed: 3, deleted: 0, held: 0 });
    expect((await itemStates(db())).every((state) => state.endsWith('active'))).toBe(true);
  });

  it('is held while the question fails, and deleted when it is answered', async () => {
    givenWidgets(2);
    await scan();
    estate().remove('widget', 'w2');
    engine().cloud.setFaults([{ kind: 'access_denied', operation: 'fake:GetWidget', name: 'w2' }]);
    expect(scopeOf(await scan(), 'fake.widget')).toMatchObject({ deleted: 0, held: 1 });
    const asked = await failuresOf();
    expect(asked).toMatchObject([
      {
        subject: (await itemNamed('w2')).identity,
        stage: 'describe',
        detail: { permission: 'fake:GetWidget' },
      },
    ]);
    engine().clock.advance(1);
    expect(scopeOf(await scan(), 'fake.widget')).toMatchObject({ deleted: 0, held: 1 });
    expect(await failuresOf()).toEqual(asked);
    engine().cloud.setFaults([]);
    expect(scopeOf(await scan(), 'fake.widget')).toMatchObject({ deleted: 1, held: 0 });
    expect(await failuresOf()).toEqual([]);
  });

  it('is held without a failure once it is there again', async () => {
    givenWidgets(2);
    await scan();
    const kept = estate().resources.get('widget/north/w2');
    estate().remove('widget', 'w2');
    engine().cloud.setFaults([{ kind: 'access_denied', operation: 'fake:GetWidget', name: 'w2' }]);
    await scan();
    expect(await failuresOf()).toHaveLength(1);
    engine().cloud.setFaults([]);
    if (kept !== undefined) estate().put(kept);
    expect(scopeOf(await scan(), 'fake.widget')).toMatchObject({ deleted: 0, held: 0 });
    expect(await failuresOf()).toEqual([]);
  });

  it('is deleted in any number when the provider confirms each', async () => {
    givenWidgets(6);
    await scan();
    estate().resources.clear();
    expect(scopeOf(await scan(), 'fake.widget')).toMatchObject({ deleted: 6, held: 0 });
  });

  it('is deleted although a deleted one is back that cannot be described', async () => {
    givenWidgets(3);
    await scan();
    const back = estate().resources.get('widget/north/w3');
    estate().remove('widget', 'w3');
    await scan();
    if (back !== undefined) estate().put(back);
    estate().remove('widget', 'w2');
    engine().cloud.setFaults([{ kind: 'access_denied', operation: 'fake:GetWidget', name: 'w3' }]);
    expect(scopeOf(await scan(), 'fake.widget')).toMatchObject({ listed: 2, failed: 1, deleted: 1 });
    expect(await statusOf('w2')).toBe('deleted');
  });

  it('is deleted when its describe says that it has vanished', async () => {
    givenWidgets(3);
    await scan();
    engine().cloud.beforeCall = async (_, { operation }) => {
      if (operation === 'fake:GetWidget') estate().remove('widget', 'w2');
    };
    expect(scopeOf(await scan(), 'fake.widget')).toMatchObject({ listed: 3, deleted: 1, failed: 0 });
    expect(await statusOf('w2')).toBe('deleted');
  });
});

describe('an item that the provider cannot be asked for', () => {
  it('is deleted when a second complete listing lacks it', async () => {
    givenVaults(5);
    await scan();
    estate().remove('vault', 'v5');
    expect(scopeOf(await scan(), 'fake.vault', 'global')).toMatchObject({ deleted: 0, held: 1 });
    expect(await statusOf('v5')).toBe('active');
    expect(scopeOf(await scan(), 'fake.vault', 'global')).toMatchObject({ deleted: 1, held: 0 });
  });

  it('counts as there when it is seen in between', async () => {
    givenVaults(5);
    await scan();
    const gone = await itemNamed('v5');
    estate().remove('vault', 'v5');
    await scan();
    estate().put({ kind: 'vault', name: 'v5' });
    await scan();
    estate().remove('vault', 'v5');
    expect(scopeOf(await scan(), 'fake.vault', 'global')).toMatchObject({ deleted: 0, held: 1 });
    expect((await itemNamed('v5')).id).toBe(gone.id);
  });

  it('is held as long as more than 30 % of its scope are missing at once', async () => {
    givenVaults(10);
    await scan();
    engine().cloud.setFaults([{ kind: 'short', operation: 'fake:ListVaults' }]);
    for (let round = 0; round < 3; round += 1)
      expect(scopeOf(await scan(), 'fake.vault', 'global')).toMatchObject({ deleted: 0, held: 5 });
    const { held } = await db()
      .selectFrom('coverage')
      .select('held')
      .where('technology', '=', 'fake.vault')
      .executeTakeFirstOrThrow();
    expect(held).toBe(5);
    engine().cloud.setFaults([]);
    expect(scopeOf(await scan(), 'fake.vault', 'global')).toMatchObject({ deleted: 0, held: 0 });
  });
});

describe('an item that was frozen, and that the listing lacks when it is complete again', () => {
  it.each(['widget', 'vault'] as const)('is no longer frozen while it is held or there: %s', async (kind) => {
    for (const name of ['i1', 'i2', 'i3', 'i4']) estate().put({ kind, name });
    await scan();
    engine().cloud.setFaults([{ kind: 'account_suspended', operation: '*' }]);
    await scan();
    expect(await statusOf('i4')).toBe('frozen');
    await db().deleteFrom('audit_queue').execute();
    engine().cloud.setFaults([
      { kind: 'short', operation: kind === 'vault' ? 'fake:ListVaults' : 'fake:ListWidgets' },
    ]);
    expect(scopeOf(await scan(), `fake.${kind}`, kind === 'vault' ? 'global' : 'north')).toMatchObject({
      outcome: 'complete',
      listed: 2,
      deleted: 0,
    });
    expect(await statusOf('i4')).toBe('active');
    const queued = await db().selectFrom('audit_queue').select('cause').execute();
    expect(queued.map(({ cause }) => cause)).toEqual(Array(4).fill('thawed'));
  });
});

describe('a resource made anew under the same name', () => {
  it('is a new item whose predecessor is thereby deleted', async () => {
    givenWidgets(1);
    await scan();
    const old = await itemNamed('w1');
    estate().remove('widget', 'w1');
    engine().clock.advance(1);
    estate().put({ kind: 'widget', name: 'w1' });
    expect(scopeOf(await scan(), 'fake.widget')).toMatchObject({ created: 1, deleted: 1 });
    const item = await itemNamed('w1');
    expect([item.predecessor, item.lineage, item.status]).toEqual([old.id, old.lineage, 'active']);
    const before = await db().selectFrom('item').select('status').where('id', '=', old.id).execute();
    expect(before).toEqual([{ status: 'deleted' }]);
  });
});

describe('a region that is switched off', () => {
  it('freezes its items, deletes none, costs nothing further and thaws without a revision', async () => {
    estate().put({ kind: 'widget', name: 's1', region: 'south' });
    await scan();
    estate().regions.set('south', false);
    const summary = await scan();
    expect(scopeOf(summary, 'fake.widget', 'south')).toMatchObject({ outcome: 'frozen' });
    expect(await statusOf('s1')).toBe('frozen');
    const before = [await rowVersions(db(), 'item'), await rowVersions(db(), 'outbox')];
    await scan();
    expect([await rowVersions(db(), 'item'), await rowVersions(db(), 'outbox')]).toEqual(before);
    estate().regions.delete('south');
    expect(scopeOf(await scan(), 'fake.widget', 'south')).toMatchObject({ outcome: 'frozen' });
    estate().regions.set('south', true);
    await scan();
    expect(await statusOf('s1')).toBe('active');
    expect(await revisionKinds(db())).toEqual(['s1 created']);
    expect(await eventNames(db())).toEqual(['account.enrolled']);
  });
});

describe('an account that cannot be connected to', () => {
  it('fails every scope, deletes nothing, and says so once; and once when it can be again', async () => {
    givenWidgets(2);
    await scan();
    const before = await rowVersions(db(), 'item');
    estate().resources.clear();
    engine().cloud.setFaults([{ kind: 'credentials', operation: 'fake:WhoAmI' }]);
    const summary = await scan();
    await scan();
    expect(summary.connectFailure).toMatchObject({ class: 'credentials', permission: 'fake:WhoAmI' });
    expect(summary.scopes.map(({ outcome }) => outcome)).toEqual(Array(5).fill('failed'));
    expect(await rowVersions(db(), 'item')).toEqual(before);
    engine().cloud.setFaults([]);
    givenWidgets(2);
    await scan();
    expect((await eventNames(db())).slice(0, 3)).toEqual([
      'account.enrolled',
      'scope.failed *',
      'scope.recovered *',
    ]);
    const failures = await db().selectFrom('failure').selectAll().execute();
    expect(failures).toEqual([]);
  });

  const listing = { operation: 'fake:ListWidgets', region: 'north' } as const;

  it('tells of a scope that fails once it can be connected to again, also by a later scan', async () => {
    await scan();
    engine().cloud.setFaults([{ kind: 'credentials', operation: 'fake:WhoAmI' }]);
    await scan();
    engine().cloud.setFaults([{ kind: 'access_denied', ...listing }]);
    await scan({ technologies: ['fake.note'] });
    await scan();
    engine().cloud.setFaults([]);
    await scan();
    expect(await eventNames(db())).toEqual([
      'account.enrolled',
      'scope.failed *',
      'scope.recovered *',
      'scope.failed fake.widget',
      'scope.recovered fake.widget',
    ]);
  });

  it('has no failure of a scope from before forgotten', async () => {
    await scan();
    engine().cloud.setFaults([{ kind: 'access_denied', ...listing }]);
    await scan();
    engine().cloud.setFaults([{ kind: 'credentials', operation: 'fake:WhoAmI' }]);
    await scan();
    engine().cloud.setFaults([]);
    await scan();
    expect(await eventNames(db())).toEqual([
      'account.enrolled',
      'scope.failed fake.widget',
      'scope.failed *',
      'scope.recovered *',
      'scope.recovered fake.widget',
    ]);
  });

  it('freezes every scope when it is suspended', async () => {
    givenWidgets(1);
    await scan();
    engine().cloud.setFaults([{ kind: 'account_suspended', operation: '*' }]);
    await scan();
    expect(await statusOf('w1')).toBe('frozen');
    const states = await db().selectFrom('coverage').select('state').execute();
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['frozen']));
  });

  it('is not enrolled, and has its failure told for the whole account', async () => {
    engine().cloud.setFaults([{ kind: 'access_denied', operation: 'fake:ListRegions' }]);
    const summary = await scan();
    expect(summary.enrolled).toBe(false);
    const rows = await db().selectFrom('failure').select(['account_id', 'stage', 'class']).execute();
    expect(rows).toEqual([{ account_id: accountId(), stage: 'connect', class: 'access_denied' }]);
  });
});
