/** Law 2: one failure harms only itself. Whatever one check or item does wrong, all other results are those of a fault-free run. */
import type { CheckResult } from '@security-monkey/sdk';
import { afterAll, describe, expect, it } from 'vitest';
import { givenItem, useTestDatabase } from '../../store/testing/test-database.ts';
import type { AuditOutput, Judge } from '../judge.ts';
import { createRegistry } from '../registry.ts';
import { createJudgePool } from './pool.ts';
import {
  type AuditBench,
  type BenchOptions,
  createAuditBench,
  enqueueItem,
  givenWidget,
  open,
  quietWidget,
  totals,
} from './testing/audit-bench.ts';
import faultyPlugin from './testing/faulty-plugin.ts';

const database = useTestDatabase();
const pool = createJudgePool({
  plugins: [new URL('./testing/faulty-plugin.ts', import.meta.url).href],
  size: 2,
  limit: 400,
});
afterAll(() => pool.close());

const names = Array.from({ length: 12 }, (_, index) => `t${index}`);

/** Audits twelve things; the one in the middle has the fault. */
async function auditThings(options: BenchOptions, fault?: string): Promise<AuditBench> {
  const bench = await createAuditBench(database(), { registry: createRegistry([faultyPlugin]), ...options });
  for (const name of names) {
    const item = await givenItem(bench.db, {
      account_id: bench.account.id,
      technology: 'faulty.thing',
      identity: name,
      lineage: `thing/${name}`,
      name,
      config: { Name: name, ...(name === 't6' && fault ? { Fault: fault } : {}) },
    });
    await enqueueItem(bench, item.id);
  }
  await bench.audit();
  return bench;
}

async function openOf(bench: AuditBench): Promise<readonly string[]> {
  const rows = await bench.db.selectFrom('issue').selectAll().where('status', '=', 'open').execute();
  return rows.map((row) => `${row.check_id} ${row.lineage}`).sort();
}

const everything = names.flatMap((name) =>
  ['after', 'before', 'moody'].map((check) => `faulty.thing.${check} thing/${name}`),
);

const allButTheFault = everything.filter((one) => one !== 'faulty.thing.moody thing/t6').sort();

describe('law 2, in the pool', () => {
  it('a fault-free run opens everything', async () => {
    const bench = await auditThings({ judge: () => pool.judge });
    expect(await openOf(bench)).toEqual(everything.toSorted());
    expect(await bench.db.selectFrom('failure').selectAll().execute()).toEqual([]);
  });

  it.each([
    ['throws', 'throw', 'Error: no such thing'],
    ['hangs', 'hang', 'took longer than 400 ms'],
    ['exits', 'exit', 'ended its worker with code 7'],
  ])(
    'a check that %s is unknown on that item and one failure, all else is alike',
    async (_, fault, message) => {
      const bench = await auditThings({ judge: () => pool.judge }, fault);
      expect(await openOf(bench)).toEqual(allButTheFault);
      const unknowns = await bench.db.selectFrom('unknown').selectAll().execute();
      expect(unknowns.map((row) => [row.check_id, row.class, row.message])).toEqual([
        ['faulty.thing.moody', 'defect', message],
      ]);
      const failures = await bench.db.selectFrom('failure').selectAll().execute();
      expect(failures.map((row) => [row.subject, row.stage, row.class, row.detail])).toEqual([
        [
          `faulty.thing.moody/${unknowns[0]?.item_id}`,
          'audit',
          'defect',
          { class: 'defect', message: `The check faulty.thing.moody failed: ${message}` },
        ],
      ]);
    },
  );
});

/** A judge whose answer by one check on the thing in the middle is another. */
const instead =
  (check: string, result: CheckResult) =>
  (inner: Judge): Judge =>
  async (batch) => {
    const outputs = await inner(batch);
    return outputs.map(
      (output, index): AuditOutput =>
        batch[index]?.item.name === 't6'
          ? { ...output, results: { ...output.results, [check]: result } }
          : output,
    );
  };

describe('law 2, in the store', () => {
  it('an item whose config fits no schema is unknown to every check, all else is alike', async () => {
    const bench = await createAuditBench(database());
    await givenWidget(bench, 'good', { config: { ...quietWidget('good'), Rules: [open(22)] } });
    const bad = await givenWidget(bench, 'bad', { config: { Name: 7, Rules: 'none' } });
    expect(await bench.audit()).toEqual({
      items: 2,
      opened: 1,
      reopened: 0,
      fixed: 0,
      failed: 4,
      left: 0,
      unknown: 4,
    });
    expect(await totals(bench, bad.id)).toEqual({ score: 0, open_issues: 0, unknowns: 4 });
    expect(await openOf(bench)).toEqual(['fake.widget.open-rule fake:a1:north:widget/good']);
  });

  it('results that the database refuses leave that item in the queue, with one failure; all others are written', async () => {
    const bench = await auditThings({
      judge: instead('faulty.thing.moody', {
        kind: 'judged',
        findings: [
          {
            message: 'named',
            subject: {},
            subjectKey: '{}',
            evidence: [{ path: '/Name', value: 't6' }],
            evidenceHashes: ['h'],
            evidenceHash: 'h',
            details: {},
            score: 1e12,
          },
        ],
      }),
    });
    expect(await openOf(bench)).toEqual(everything.filter((one) => !one.endsWith('/t6')).sort());
    const queue = await bench.db.selectFrom('audit_queue').selectAll().execute();
    const failures = await bench.db.selectFrom('failure').selectAll().execute();
    expect(failures.map(({ subject, stage }) => [subject, stage])).toEqual([[queue[0]?.item_id, 'audit']]);
    expect(queue).toHaveLength(1);
  });

  it('a check that the judge forgot is unknown, never passed', async () => {
    const bench = await auditThings({
      judge: (inner) => async (batch) =>
        (await inner(batch)).map((output, index) => (index === 6 ? { ...output, results: {} } : output)),
    });
    const unknowns = await bench.db.selectFrom('unknown').selectAll().execute();
    expect(unknowns.map(({ message }) => message)).toEqual(Array(3).fill('gave no result'));
  });

  it('texts that no database takes are cleaned, and a long subject still tells issues apart', async () => {
    const finding = (tail: string) => {
      const subject = { who: `${'x'.repeat(5_000)}${tail}` };
      return {
        message: 'named',
        subject,
        subjectKey: JSON.stringify(subject),
        evidence: [{ path: '/Name', value: 't6' }],
        evidenceHashes: ['h'],
        evidenceHash: 'h',
        details: { half: '\ud83d', nul: 'a\0b' },
        score: 1,
      };
    };
    const bench = await auditThings({
      judge: instead('faulty.thing.moody', { kind: 'judged', findings: [finding('a'), finding('b')] }),
    });
    const rows = await bench.db.selectFrom('issue').selectAll().where('score', '=', 1).execute();
    const cleaned = { half: '\ufffd', nul: 'a\u2400b' };
    expect(rows.map(({ details }) => details)).toEqual([cleaned, cleaned]);
    expect(await bench.db.selectFrom('failure').selectAll().execute()).toEqual([]);
  });

  it('a failed check is tried again after a while, and its failure is forgotten once it works', async () => {
    let isBroken = true;
    const bench = await auditThings({
      judge: (inner) => async (batch) =>
        isBroken
          ? instead('faulty.thing.moody', { kind: 'failed', message: 'busy' })(inner)(batch)
          : inner(batch),
    });
    isBroken = false;
    bench.judged();
    await bench.audit();
    expect(bench.judged()).toEqual([]);
    bench.clock.advance(61 * 60 * 1000);
    await bench.audit();
    expect(bench.judged()).toEqual(['faulty.thing.moody t6']);
    expect(await openOf(bench)).toEqual(everything.toSorted());
    expect(await bench.db.selectFrom('failure').selectAll().execute()).toEqual([]);
    expect(await bench.db.selectFrom('unknown').selectAll().execute()).toEqual([]);
  });
});
