/** What an audit does to the store: issues, unknowns, totals, queue and events, over the changes that a scan records. */
import { describe, expect, it } from 'vitest';
import { enqueue } from '../../store/audit-queue.ts';
import { inTransaction } from '../../store/database/transaction.ts';
import { testEngine, useTestDatabase } from '../../store/testing/test-database.ts';
import {
  changeItem,
  createAuditBench,
  enqueueItem,
  eventKindsOf,
  givenWidget,
  history,
  issues,
  open,
  quietWidget,
  totals,
} from './testing/audit-bench.ts';

const database = useTestDatabase();
const day = 24 * 60 * 60 * 1000;

const denied = {
  path: '/Policy',
  class: 'access_denied',
  permission: 'fake:GetWidgetPolicy',
  message: 'Denied.',
} as const;

const withRules = (name: string, ...ports: readonly number[]) => ({
  ...quietWidget(name),
  Rules: ports.map(open),
});

const openIssue = (port: number) => ({
  check: 'open-rule',
  subject: `{"port":${port}}`,
  status: 'open',
  unverified: false,
});

describe('auditPending: one item', () => {
  it('judges an item again that was put into the queue anew while it was judged', async () => {
    let times = 0;
    const bench = await createAuditBench(database(), {
      judge: (inner) => async (batch) => {
        times += 1;
        if (times === 1) for (const { itemId } of batch) await enqueueItem(bench, itemId);
        return await inner(batch);
      },
    });
    await givenWidget(bench, 'w');
    await bench.audit();
    expect(times).toBe(2);
    expect(await bench.db.selectFrom('audit_queue').selectAll().execute()).toEqual([]);
  });

  // The embedded database runs one transaction at a time.
  it.runIf(testEngine === 'postgres')(
    'keeps in the queue what a scan enqueues anew while the results are written',
    async () => {
      const scan = Promise.withResolvers<void>();
      let isFirst = true;
      const bench = await createAuditBench(database(), {
        judge: (inner) => async (batch) => {
          if (isFirst) await beginScan();
          isFirst = false;
          return await inner(batch);
        },
      });
      const item = await givenWidget(bench, 'w');
      /** Comes back while the scan's transaction is open: the audit reads what was before it. */
      const beginScan = async (): Promise<void> => {
        const begun = Promise.withResolvers<void>();
        const writing = inTransaction(database(), async (tx) => {
          await tx.updateTable('relation').set({ valid_to: bench.clock.now() }).execute();
          await enqueue(tx, [{ item_id: item.id, cause: 'config', enqueued_at: bench.clock.now() }]);
          begun.resolve();
          await new Promise((resolve) => setTimeout(resolve, 500));
        });
        writing.then(scan.resolve, scan.reject);
        await begun.promise;
      };
      await bench.audit();
      await scan.promise;
      expect(await bench.db.selectFrom('audit_queue').select('item_id').execute()).toEqual([
        { item_id: item.id },
      ]);
    },
  );

  it('opens what is wrong, with totals, history and events, and empties the queue', async () => {
    const bench = await createAuditBench(database());
    const item = await givenWidget(bench, 'w', { config: withRules('w', 22, 80) });
    expect(await bench.audit()).toEqual({
      items: 1,
      opened: 2,
      reopened: 0,
      fixed: 0,
      failed: 0,
      left: 0,
      unknown: 0,
    });
    expect(await issues(bench)).toEqual([openIssue(22), openIssue(80)]);
    expect(await totals(bench, item.id)).toEqual({ score: 16, open_issues: 2, unknowns: 0 });
    expect(await history(bench)).toEqual(['none → open: config', 'none → open: config']);
    expect(await eventKindsOf(bench)).toEqual(['issue.opened', 'issue.opened']);
    expect(await bench.db.selectFrom('audit_queue').selectAll().execute()).toEqual([]);
  });

  it('runs nothing and writes nothing when the inputs are as they were', async () => {
    const bench = await createAuditBench(database());
    const item = await givenWidget(bench, 'w', { config: withRules('w', 22) });
    await bench.audit();
    const before = await bench.db.selectFrom('audit_state').selectAll().execute();
    bench.judged();
    bench.clock.advance(1000);
    await enqueueItem(bench, item.id);
    await bench.audit();
    expect(bench.judged()).toEqual([]);
    expect(await bench.db.selectFrom('audit_state').selectAll().execute()).toEqual(before);
    expect(await history(bench)).toHaveLength(1);
  });

  it('tells in the event what a person needs, with a key that stays', async () => {
    const bench = await createAuditBench(database());
    await givenWidget(bench, 'w', { config: withRules('w', 22) });
    await bench.audit();
    const [event] = await bench.db.selectFrom('outbox').selectAll().execute();
    const [transition] = await bench.db.selectFrom('issue_transition').selectAll().execute();
    expect(event?.key).toBe(`issue.opened:${transition?.id}`);
    expect(event?.payload).toMatchObject({
      name: 'w',
      check: 'fake.widget.open-rule',
      text: 'Port 22 is open to everybody',
      score: 8,
      cause: 'config',
      evidence: [{ path: '/Rules/0', value: { Port: 22, Source: '0.0.0.0/0' } }],
    });
  });

  it('fixes what a run no longer reports, and re-opens the same issue on a regression', async () => {
    const bench = await createAuditBench(database());
    const item = await givenWidget(bench, 'w', { config: withRules('w', 22) });
    await bench.audit();
    bench.clock.advance(1000);
    await changeItem(bench, item.id, { config: quietWidget('w') });
    expect(await bench.audit()).toMatchObject({ fixed: 1 });
    expect(await totals(bench, item.id)).toEqual({ score: 0, open_issues: 0, unknowns: 0 });
    bench.clock.advance(1000);
    await changeItem(bench, item.id, { config: withRules('w', 22) });
    const returned = bench.clock.now();
    expect(await bench.audit()).toMatchObject({ opened: 0, reopened: 1 });
    expect(await issues(bench)).toEqual([openIssue(22)]);
    const { opened_at: since } = await database()
      .selectFrom('issue')
      .select('opened_at')
      .executeTakeFirstOrThrow();
    expect(since).toEqual(returned);
    expect(await history(bench)).toEqual([
      'none → open: config',
      'open → fixed: config',
      'fixed → open: config',
    ]);
    expect(await eventKindsOf(bench)).toEqual(['issue.opened', 'issue.fixed', 'issue.reopened']);
  });

  it('an unreadable part makes the check that touches it unknown and closes nothing', async () => {
    const bench = await createAuditBench(database());
    const item = await givenWidget(bench, 'w', { config: { ...quietWidget('w'), Policy: 'public' } });
    await bench.audit();
    await changeItem(bench, item.id, {
      unreadable: [denied],
      config: { ...quietWidget('w'), Policy: 'public' },
    });
    expect(await bench.audit()).toMatchObject({ fixed: 0, unknown: 1 });
    expect(await issues(bench)).toEqual([
      { check: 'public-policy', subject: '{}', status: 'open', unverified: true },
    ]);
    expect(await bench.db.selectFrom('unknown').selectAll().execute()).toEqual([
      {
        item_id: item.id,
        check_id: 'fake.widget.public-policy',
        class: 'access_denied',
        path: '/Policy',
        permission: 'fake:GetWidgetPolicy',
        message: 'Denied.',
        since: bench.clock.now(),
      },
    ]);
    expect(await totals(bench, item.id)).toEqual({ score: 10, open_issues: 1, unknowns: 1 });
    await changeItem(bench, item.id, { unreadable: [] });
    expect(await bench.audit()).toMatchObject({ unknown: 0 });
    expect(await issues(bench)).toEqual([
      { check: 'public-policy', subject: '{}', status: 'open', unverified: false },
    ]);
  });

  it('concludes from absence in a relation only when it was read', async () => {
    const bench = await createAuditBench(database());
    const item = await givenWidget(bench, 'w');
    await bench.audit();
    await bench.db.updateTable('relation').set({ valid_to: bench.clock.now() }).execute();
    await changeItem(bench, item.id, { unreadable: [{ ...denied, path: '@attachments' }] });
    bench.judged();
    expect(await bench.audit()).toMatchObject({ opened: 0, unknown: 1 });
    expect(bench.judged()).toEqual(['fake.widget.unattached w']);
    await changeItem(bench, item.id, { unreadable: [] });
    expect(await bench.audit()).toMatchObject({ opened: 1, unknown: 0 });
    expect(await history(bench)).toEqual(['none → open: related']);
  });

  it('looks again when a check asked for it', async () => {
    const bench = await createAuditBench(database());
    await givenWidget(bench, 'w');
    await bench.audit();
    bench.clock.advance(89 * day);
    bench.judged();
    await bench.audit();
    expect(bench.judged()).toEqual([]);
    bench.clock.advance(2 * day);
    expect(await bench.audit()).toMatchObject({ opened: 1 });
    expect(bench.judged()).toEqual(['fake.widget.too-old w']);
    expect(await history(bench)).toEqual(['none → open: due']);
  });
});

describe('auditPending: the life of items', () => {
  it('a deleted item fixes its issues; one made anew gets the same issue back', async () => {
    const bench = await createAuditBench(database());
    const item = await givenWidget(bench, 'w', { config: withRules('w', 22) });
    await bench.audit();
    bench.clock.advance(1000);
    await changeItem(bench, item.id, { status: 'deleted' });
    await bench.audit();
    bench.clock.advance(1000);
    const successor = await givenWidget(bench, 'w', { config: withRules('w', 22), identity: 'w again' });
    await bench.audit();
    expect(await issues(bench)).toEqual([openIssue(22)]);
    expect(await history(bench)).toEqual([
      'none → open: config',
      'open → fixed: deletion',
      'fixed → open: config',
    ]);
    expect(await totals(bench, item.id)).toEqual({ score: 0, open_issues: 0, unknowns: 0 });
    expect(await totals(bench, successor.id)).toEqual({ score: 8, open_issues: 1, unknowns: 0 });
  });

  it('an item replaced within one scan keeps its issues without a gap', async () => {
    const bench = await createAuditBench(database());
    const item = await givenWidget(bench, 'w', { config: withRules('w', 22) });
    await bench.audit();
    bench.clock.advance(1000);
    await changeItem(bench, item.id, { status: 'deleted' });
    const successor = await givenWidget(bench, 'w', { config: withRules('w', 22), identity: 'w again' });
    await bench.audit();
    expect(await issues(bench)).toEqual([openIssue(22)]);
    expect(await history(bench)).toEqual(['none → open: config']);
    expect(await totals(bench, item.id)).toEqual({ score: 0, open_issues: 0, unknowns: 0 });
    expect(await totals(bench, successor.id)).toEqual({ score: 8, open_issues: 1, unknowns: 0 });
  });

  it('an item made anew whose check cannot read keeps the issue open and unverified', async () => {
    const bench = await createAuditBench(database());
    const config = { ...quietWidget('w'), Policy: 'public' };
    const item = await givenWidget(bench, 'w', { config });
    await bench.audit();
    bench.clock.advance(1000);
    await changeItem(bench, item.id, { status: 'deleted' });
    const successor = await givenWidget(bench, 'w', { config, identity: 'w again', unreadable: [denied] });
    await bench.audit();
    expect(await issues(bench)).toEqual([
      { check: 'public-policy', subject: '{}', status: 'open', unverified: true },
    ]);
    expect(await totals(bench, successor.id)).toEqual({ score: 10, open_issues: 1, unknowns: 1 });
  });

  it('a frozen item freezes its issues, which come back unchanged and untold', async () => {
    const bench = await createAuditBench(database());
    const item = await givenWidget(bench, 'w', { config: withRules('w', 22), unreadable: [denied] });
    await bench.audit();
    bench.clock.advance(1000);
    await changeItem(bench, item.id, { status: 'frozen' });
    await bench.audit();
    expect(await issues(bench)).toEqual([{ ...openIssue(22), status: 'frozen' }]);
    expect(await totals(bench, item.id)).toEqual({ score: 0, open_issues: 0, unknowns: 0 });
    bench.clock.advance(1000);
    await changeItem(bench, item.id, { status: 'active' });
    await bench.audit();
    expect(await issues(bench)).toEqual([openIssue(22)]);
    expect(await totals(bench, item.id)).toEqual({ score: 8, open_issues: 1, unknowns: 1 });
    expect(await history(bench)).toEqual([
      'none → open: config',
      'open → frozen: frozen',
      'frozen → open: thawed',
    ]);
    expect(await eventKindsOf(bench)).toEqual(['issue.opened']);
  });

  it('the first findings of an account are a baseline without events; later ones are news', async () => {
    const bench = await createAuditBench(database(), { enrolled: new Date('2026-01-01T00:00:00.000Z') });
    const item = await givenWidget(bench, 'w', { config: withRules('w', 22) });
    expect(await bench.audit()).toMatchObject({ opened: 1 });
    expect(await eventKindsOf(bench)).toEqual([]);
    bench.clock.advance(1000);
    await changeItem(bench, item.id, { config: withRules('w', 22, 80) });
    await givenWidget(bench, 'new', { config: withRules('new', 22) });
    await bench.audit();
    expect(await eventKindsOf(bench)).toEqual(['issue.opened', 'issue.opened']);
  });
});

describe('auditPending: the queue', () => {
  it('goes through more than a page, and leaves what the filter does not take', async () => {
    const bench = await createAuditBench(database());
    for (let index = 0; index < 120; index += 1) {
      await givenWidget(bench, `w${index}`, { config: withRules(`w${index}`, 22) });
    }
    expect(await bench.audit({ technologies: ['fake.note'] })).toMatchObject({ items: 0 });
    expect(await bench.audit({ accountIds: [] })).toMatchObject({ items: 0 });
    expect(await bench.audit()).toMatchObject({ items: 120, opened: 120 });
  });

  it('does not take an answer on a config that changed meanwhile', async () => {
    let change = async () => {};
    const bench = await createAuditBench(database(), {
      judge: (inner) => async (batch) => {
        const outputs = await inner(batch);
        await change();
        return outputs;
      },
    });
    const item = await givenWidget(bench, 'w', { config: withRules('w', 22) });
    change = async () => {
      change = async () => {};
      await changeItem(bench, item.id, { config: withRules('w', 80) });
    };
    expect(await bench.audit()).toMatchObject({ opened: 1 });
    expect(await issues(bench)).toEqual([openIssue(80)]);
  });

  it('does not take an answer on settings that changed meanwhile', async () => {
    const bench = await createAuditBench(database(), {
      judge: (inner) => async (batch) => {
        await database()
          .updateTable('setting')
          .set({ value: '"other"' })
          .where('key', '=', 'internal:audit-stamp:fake.widget')
          .execute();
        return await inner(batch);
      },
    });
    await givenWidget(bench, 'w', { config: withRules('w', 22) });
    expect(await bench.audit()).toMatchObject({ items: 0 });
    expect(await issues(bench)).toEqual([]);
    expect(await bench.db.selectFrom('audit_queue').selectAll().execute()).toHaveLength(1);
  });

  it('stops between pages when it is told to', async () => {
    const bench = await createAuditBench(database());
    await givenWidget(bench, 'w', { config: withRules('w', 22) });
    expect(await bench.audit({ signal: AbortSignal.abort() })).toMatchObject({ items: 0 });
    expect(await bench.audit()).toMatchObject({ items: 1 });
  });

  it('loses nothing when the judge dies under it', async () => {
    let isDead = true;
    const bench = await createAuditBench(database(), {
      judge: (inner) => async (batch) => {
        if (isDead) throw new Error('The audit pool is closed');
        return await inner(batch);
      },
    });
    await givenWidget(bench, 'w', { config: withRules('w', 22) });
    await expect(bench.audit()).rejects.toThrow('The audit pool is closed');
    isDead = false;
    expect(await bench.audit()).toMatchObject({ items: 1, opened: 1 });
  });

  it('two audits at once double nothing', async () => {
    const bench = await createAuditBench(database());
    for (let index = 0; index < 60; index += 1) {
      await givenWidget(bench, `w${index}`, { config: withRules(`w${index}`, 22) });
    }
    const [one, other] = await Promise.all([bench.audit(), bench.audit()]);
    expect([one.items + other.items, one.opened + other.opened]).toEqual([60, 60]);
    expect(await history(bench)).toHaveLength(60);
    expect(await eventKindsOf(bench)).toHaveLength(60);
    expect(await bench.db.selectFrom('audit_queue').selectAll().execute()).toEqual([]);
  });
});
