/** Law 1 in the engine: could not look is never gone, and never fine. */
import { defineWatcher } from '@security-monkey/sdk';
import { beforeEach, describe, expect, it } from 'vitest';
import { scopeOf, useCollectTest } from '../testing/collect-test.ts';
import { collect, eventNames, itemStates, revisionKinds, rowVersions } from '../testing/engine-test.ts';
import { widgetWatcher } from '../testing/fake-watchers.ts';

const { db, engine, accountId, estate, givenWidgets, scan, itemNamed } = useCollectTest();

const queued = async (): Promise<readonly string[]> =>
  (await db().selectFrom('audit_queue').select('cause').execute()).map(({ cause }) => cause);

const failures = async (): Promise<readonly string[]> =>
  (await db().selectFrom('failure').selectAll().execute()).map(
    ({ subject, stage, class: why }) => `${stage} ${subject} ${why}`,
  );

describe('a part that is denied', () => {
  beforeEach(async () => {
    estate().put({ kind: 'widget', name: 'w1', policy: 'private', attached: ['v1'] });
    await scan();
    await db().deleteFrom('audit_queue').execute();
    engine().cloud.setFaults([{ kind: 'access_denied', operation: 'fake:GetWidgetPolicy' }]);
  });

  it('keeps its last value, makes no revision, names the permission and has the item audited', async () => {
    estate().put({ kind: 'widget', name: 'w1', policy: 'public' });
    await scan();
    const { config, unreadable } = await itemNamed('w1');
    expect(config['Policy']).toBe('private');
    expect(unreadable).toMatchObject([
      { path: '/Policy', class: 'access_denied', permission: 'fake:GetWidgetPolicy' },
    ]);
    expect(await revisionKinds(db())).toEqual(['w1 created']);
    expect(await queued()).toEqual(['config']);
  });

  it('writes nothing while it stays denied', async () => {
    await scan();
    const before = await rowVersions(db(), 'item');
    await scan();
    expect(await rowVersions(db(), 'item')).toEqual(before);
  });

  it('says since when, also after other changes and for another reason', async () => {
    // Every scan comes a minute after the one before.
    const denied = new Date(engine().clock.now().getTime() + 60_000);
    await scan();
    estate().put({ kind: 'widget', name: 'w1', policy: 'public', body: { Size: 2 } });
    engine().cloud.setFaults([{ kind: 'server_error', operation: 'fake:GetWidgetPolicy' }]);
    await scan();
    expect((await itemNamed('w1')).unreadable).toMatchObject([
      { path: '/Policy', class: 'server_error', since: denied.toISOString() },
    ]);
  });

  it('still has changes of the rest recorded', async () => {
    estate().put({ kind: 'widget', name: 'w1', policy: 'public', body: { Size: 2 } });
    await scan();
    const { config } = await itemNamed('w1');
    expect([config['Policy'], config['Size']]).toEqual(['private', 2]);
    expect(await revisionKinds(db())).toEqual(['w1 created', 'w1 changed']);
  });

  it('is compared with its last value once it can be read again', async () => {
    await scan();
    estate().put({ kind: 'widget', name: 'w1', policy: 'public' });
    engine().cloud.setFaults([]);
    await scan();
    expect((await itemNamed('w1')).unreadable).toEqual([]);
    expect(await eventNames(db())).toEqual(['account.enrolled', 'item.changed w1']);
  });

  it('that had never been read makes no event when it can be read at last', async () => {
    estate().put({ kind: 'widget', name: 'w2', policy: 'public' });
    await scan();
    expect((await itemNamed('w2')).config).not.toHaveProperty('Policy');
    engine().cloud.setFaults([]);
    await scan();
    expect((await itemNamed('w2')).config['Policy']).toBe('public');
    expect((await revisionKinds(db())).filter((kind) => kind.startsWith('w2'))).toEqual([
      'w2 created',
      'w2 rebaseline',
    ]);
    expect(await eventNames(db())).toEqual(['account.enrolled', 'item.created w2']);
  });

  it('that had never been read makes none either after a look that failed as a whole', async () => {
    estate().put({ kind: 'widget', name: 'w2', policy: 'public' });
    await scan();
    engine().cloud.setFaults([{ kind: 'server_error', operation: 'fake:GetWidget' }]);
    await scan();
    engine().cloud.setFaults([]);
    await scan();
    expect((await revisionKinds(db())).filter((kind) => kind.startsWith('w2'))).toEqual([
      'w2 created',
      'w2 rebaseline',
    ]);
    expect(await eventNames(db())).toEqual(['account.enrolled', 'item.created w2']);
  });

  it('and kept from an older recorder hides no change after a look that failed as a whole', async () => {
    const { registry, ...runtime } = engine().runtime;
    const newer = { ...registry, watchersFor: () => [defineWatcher({ ...widgetWatcher, version: 2 })] };
    const scanNewer = async () => {
      engine().clock.advance(60_000);
      await collect({ ...runtime, registry: newer }, accountId());
    };
    await scanNewer();
    engine().cloud.setFaults([{ kind: 'server_error', operation: 'fake:GetWidget' }]);
    await scanNewer();
    engine().cloud.setFaults([{ kind: 'access_denied', operation: 'fake:GetWidgetPolicy' }]);
    estate().put({ kind: 'widget', name: 'w1', policy: 'public', body: { Size: 2 } });
    await scanNewer();
    expect(await eventNames(db())).toEqual(['account.enrolled', 'item.changed w1']);
  });

  it('keeps a relation that could not be read', async () => {
    engine().cloud.setFaults([{ kind: 'server_error', operation: 'fake:ListAttachments' }]);
    estate().put({ kind: 'widget', name: 'w1', attached: [] });
    await scan();
    const open = await db().selectFrom('relation').select('key').where('valid_to', 'is', null).execute();
    expect(open).toEqual([{ key: 'v1' }]);
    expect((await itemNamed('w1')).unreadable).toMatchObject([{ path: '@attachments' }]);
  });
});

describe('relations', () => {
  it('open and close without a revision, and have the item audited', async () => {
    estate().put({ kind: 'widget', name: 'w1', attached: ['v1'] });
    await scan();
    await db().deleteFrom('audit_queue').execute();
    estate().put({ kind: 'widget', name: 'w1', attached: ['v2'] });
    await scan();
    const rows = await db().selectFrom('relation').selectAll().orderBy('key').execute();
    expect(rows.map(({ key, valid_to }) => [key, valid_to === null])).toEqual([
      ['v1', false],
      ['v2', true],
    ]);
    expect(await revisionKinds(db())).toEqual(['w1 created']);
    expect(await queued()).toEqual(['related']);
  });
});

describe('a describe that fails as a whole', () => {
  beforeEach(async () => {
    givenWidgets(4);
    await scan();
    engine().cloud.setFaults([{ kind: 'access_denied', operation: 'fake:GetWidget', name: 'w2' }]);
  });

  it('keeps the item whole, as unreadable, with one failure row that is not written again', async () => {
    const { config } = await itemNamed('w2');
    const summary = await scan();
    expect(scopeOf(summary, 'fake.widget')).toMatchObject({ outcome: 'complete', failed: 1, deleted: 0 });
    const item = await itemNamed('w2');
    expect(item.config).toEqual(config);
    expect(item.unreadable).toMatchObject([
      { path: '', class: 'access_denied', permission: 'fake:GetWidget' },
    ]);
    expect(await failures()).toEqual([`describe ${item.identity} access_denied`]);
    const before = [await rowVersions(db(), 'item'), await rowVersions(db(), 'failure')];
    await scan();
    expect([await rowVersions(db(), 'item'), await rowVersions(db(), 'failure')]).toEqual(before);
  });

  it('is forgotten on the next good look', async () => {
    await scan();
    engine().cloud.setFaults([]);
    await scan();
    expect((await itemNamed('w2')).unreadable).toEqual([]);
    expect(await failures()).toEqual([]);
    expect((await revisionKinds(db())).filter((kind) => !kind.endsWith('created'))).toEqual([]);
  });

  it('leaves a new item unrecorded, with its failure, until it can be described', async () => {
    engine().cloud.setFaults([{ kind: 'access_denied', operation: 'fake:GetWidget', name: 'w9' }]);
    estate().put({ kind: 'widget', name: 'w9' });
    await scan();
    expect((await itemStates(db())).filter((state) => state.includes('w9'))).toEqual([]);
    expect(await failures()).toHaveLength(1);
    estate().remove('widget', 'w9');
    await scan();
    expect(await failures()).toEqual([]);
  });
});

describe('an answer that makes no sense', () => {
  it('makes the listing incomplete when the item cannot be named: nothing is deleted', async () => {
    givenWidgets(2);
    estate().put({ kind: 'note', name: 'n1' });
    await scan();
    engine().cloud.setFaults([{ kind: 'malformed', operation: 'fake:ListNotes', region: 'north' }]);
    const summaries = [await scan(), await scan(), await scan()];
    expect(summaries.map((summary) => scopeOf(summary, 'fake.note')?.failure?.class)).toEqual(
      Array(3).fill('invalid_response'),
    );
    expect(await itemStates(db())).toContain('fake.note/n1 active');
    expect(await failures()).toEqual(['describe (unidentified) invalid_response']);
    engine().cloud.setFaults([]);
    await scan();
    expect(await failures()).toEqual([]);
  });

  it('about one item harms only that item', async () => {
    givenWidgets(3);
    await scan();
    estate().put({ kind: 'widget', name: 'w2', body: { Size: 'huge' } });
    estate().put({ kind: 'widget', name: 'w3', body: { Size: 3 } });
    const summary = await scan();
    expect(scopeOf(summary, 'fake.widget')).toMatchObject({ outcome: 'complete', changed: 1, failed: 1 });
    expect((await itemNamed('w2')).unreadable).toMatchObject([{ path: '', class: 'invalid_response' }]);
  });
});
