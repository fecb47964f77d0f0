/** What a change of settings, checks or the world makes of issues: only the checks that it concerns run again. */
import { describe, expect, it } from 'vitest';
import { givenAccount, givenItem, useTestDatabase } from '../../store/testing/test-database.ts';
import { systemViewer } from '../../store/viewer.ts';
import { setSetting } from '../settings/settings.ts';
import { auditPending } from './audit-pending.ts';
import { justifyIssue } from './decide-issue.ts';
import { enqueueAgain } from './enqueue.ts';
import {
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

describe('auditPending: settings and world', () => {
  it('a check that is switched off retires its issues, and back', async () => {
    const bench = await createAuditBench(database());
    const item = await givenWidget(bench, 'w', { config: withRules('w', 22) });
    await bench.audit();
    bench.clock.advance(1000);
    const value = { 'fake.widget.open-rule': { enabled: false } };
    await setSetting(bench.runtime, 'alice', { key: 'checks', value });
    await bench.audit();
    expect(await issues(bench)).toEqual([{ ...openIssue(22), status: 'retired' }]);
    expect(await totals(bench, item.id)).toEqual({ score: 0, open_issues: 0, unknowns: 0 });
    bench.clock.advance(1000);
    bench.judged();
    await setSetting(bench.runtime, 'alice', { key: 'checks', value: {} });
    await bench.audit();
    expect(bench.judged()).toEqual(['fake.widget.open-rule w']);
    expect(await issues(bench)).toEqual([openIssue(22)]);
    expect(await history(bench)).toEqual([
      'none → open: config',
      'open → retired: options',
      'retired → open: options',
    ]);
    expect(await eventKindsOf(bench)).toEqual(['issue.opened', 'settings.changed', 'settings.changed']);
  });

  it('a check that is no longer brought retires its issues', async () => {
    const bench = await createAuditBench(database());
    await givenWidget(bench, 'w', { config: withRules('w', 22) });
    await bench.audit();
    bench.clock.advance(1000);
    const { registry } = bench.runtime;
    const without = {
      ...registry,
      checksFor: (technology: string) =>
        registry.checksFor(technology).filter(({ id }) => id !== 'fake.widget.open-rule'),
    };
    await auditPending({ ...bench.runtime, registry: without }, { signal: new AbortController().signal });
    expect(await history(bench)).toEqual(['none → open: config', 'open → retired: check']);
  });

  it('a score of the settings takes the place of the reported one, that of an account before the general one', async () => {
    const bench = await createAuditBench(database());
    const item = await givenWidget(bench, 'w', { config: withRules('w', 22) });
    await bench.audit();
    await setSetting(bench.runtime, 'alice', {
      key: 'checks',
      value: { 'fake.widget.open-rule': { score: 2 } },
    });
    await bench.audit();
    expect(await totals(bench, item.id)).toEqual({ score: 2, open_issues: 1, unknowns: 0 });
    await setSetting(bench.runtime, 'alice', {
      key: 'overrides',
      value: { 'fake:a1': { 'fake.widget.open-rule': { score: 5 } } },
    });
    await bench.audit();
    expect(await totals(bench, item.id)).toEqual({ score: 5, open_issues: 1, unknowns: 0 });
    expect(await history(bench)).toEqual([
      'none → open: config',
      'open → open: options',
      'open → open: options',
    ]);
  });

  it('an override for a pattern of accounts gives way to one for the name, part by part', async () => {
    const bench = await createAuditBench(database());
    const item = await givenWidget(bench, 'w', { config: withRules('w', 22) });
    const overrides = {
      '*': { 'fake.widget.open-rule': { enabled: false, score: 1 } },
      'on*': { 'fake.widget.open-rule': { score: 3 } },
      one: { 'fake.widget.open-rule': { enabled: true } },
    };
    await setSetting(bench.runtime, 'alice', { key: 'overrides', value: overrides });
    await bench.audit();
    expect(await totals(bench, item.id)).toEqual({ score: 3, open_issues: 1, unknowns: 0 });
  });

  it('another score and a check off for a while leave identity and justification as they were', async () => {
    const bench = await createAuditBench(database());
    await givenWidget(bench, 'w', { config: withRules('w', 22) });
    await bench.audit();
    const { id } = await bench.db.selectFrom('issue').select('id').executeTakeFirstOrThrow();
    const person = { viewer: systemViewer, name: 'alice' };
    await justifyIssue(bench.runtime, person, { issueId: id, reason: 'a test' });
    for (const setting of [{ score: 2 }, { enabled: false }, {}]) {
      bench.clock.advance(1000);
      const value = { 'o*': { 'fake.widget.open-rule': setting } };
      await setSetting(bench.runtime, 'alice', { key: 'overrides', value });
      await bench.audit();
    }
    expect(await history(bench)).toEqual([
      'none → open: config',
      'open → justified: person',
      'justified → justified: options',
      'justified → retired: options',
      'retired → justified: options',
    ]);
    expect(await bench.db.selectFrom('issue').select('id').execute()).toEqual([{ id }]);
    expect(await eventKindsOf(bench)).toEqual([
      'issue.opened',
      'settings.changed',
      'settings.changed',
      'settings.changed',
    ]);
  });

  it('a new account in the world is a reason to judge what names it again, and nothing else', async () => {
    const bench = await createAuditBench(database());
    const note = await givenItem(bench.db, {
      account_id: bench.account.id,
      technology: 'fake.note',
      lineage: 'note',
      name: 'n',
      config: { Name: 'n', Text: 'account:x9' },
      first_seen: bench.clock.now(),
    });
    await enqueueItem(bench, note.id);
    await givenWidget(bench, 'w', { config: withRules('w', 22) });
    await bench.audit();
    bench.clock.advance(1000);
    bench.judged();
    await givenAccount(bench.db, { type: 'fake', identifier: 'x9', name: 'nine', active: false });
    expect(await bench.audit()).toMatchObject({ fixed: 1 });
    expect(bench.judged()).toEqual(['fake.note.names-network n', 'fake.note.names-stranger n']);
    expect(await history(bench)).toEqual([
      'none → open: config',
      'none → open: config',
      'open → fixed: world',
    ]);
    // Whoever adds the account tells of it: see tell-accounts.
    expect(await eventKindsOf(bench)).toEqual(['issue.opened', 'issue.opened']);
  });

  it('reads no item when nothing changed', async () => {
    const bench = await createAuditBench(database());
    await givenWidget(bench, 'w', { config: withRules('w', 22) });
    await bench.audit();
    expect(await bench.audit()).toMatchObject({ items: 0 });
  });

  it('judges all anew when asked to', async () => {
    const bench = await createAuditBench(database());
    await givenWidget(bench, 'w', { config: withRules('w', 22) });
    await bench.audit();
    bench.judged();
    await enqueueAgain(bench.runtime, { technologies: ['fake.widget'] });
    await bench.audit();
    expect(bench.judged()).toEqual([
      'fake.widget.open-rule w',
      'fake.widget.public-policy w',
      'fake.widget.too-old w',
      'fake.widget.unattached w',
    ]);
    expect(await history(bench)).toHaveLength(1);
  });
});
