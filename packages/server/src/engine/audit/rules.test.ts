/** Rules without code in the audit: what a change of them, or something wrong with them, makes of their issues. */
import type { JsonObject } from '@security-monkey/sdk';
import { afterAll, expect, it } from 'vitest';
import { useTestDatabase } from '../../store/testing/test-database.ts';
import { createRegistry, type FailedPlugin, type Registry } from '../registry.ts';
import type { Rule } from '../rules/rule-schema.ts';
import { endless, writtenRule } from '../rules/testing/written.ts';
import { withRules } from '../rules/with-rules.ts';
import { setSetting } from '../settings/settings.ts';
import { auditPending } from './audit-pending.ts';
import { judgeInProcess } from './judge-in-process.ts';
import { createJudgePool } from './pool.ts';
import {
  type AuditBench,
  createAuditBench,
  givenWidget,
  history,
  open,
  quietWidget,
  totals,
} from './testing/audit-bench.ts';
import { faultyInput } from './testing/faulty-input.ts';
import faultyPlugin from './testing/faulty-plugin.ts';

const database = useTestDatabase();
const faulty = { technology: 'faulty.thing', each: undefined, subject: {}, evidence: ['/Name'] };
const hanging = writtenRule({ ...faulty, id: 'custom.hangs', when: endless, messages: { open: 'x' } });
const named = writtenRule({
  ...faulty,
  id: 'custom.named',
  when: 'config.Name == "t1"',
  messages: { open: 'x' },
});
const pool = createJudgePool({
  plugins: [new URL('./testing/faulty-plugin.ts', import.meta.url).href],
  rules: [hanging, named],
  size: 1,
  limit: 400,
});
afterAll(() => pool.close());

/** The registry of the bench with rules, and with what is wrong about others. */
function ruled(bench: AuditBench, rules: readonly Rule[], failed: readonly FailedPlugin[] = []): Registry {
  const own = bench.runtime.registry.plugins.filter(({ name }) => name !== 'rules without code');
  return createRegistry(withRules(own, rules), failed);
}

async function auditWith(bench: AuditBench, registry: Registry) {
  bench.clock.advance(1000);
  const judged: string[] = [];
  const judge = judgeInProcess(registry);
  const runtime = {
    ...bench.runtime,
    registry,
    judge: async (batch: Parameters<typeof judge>[0]) => {
      judged.push(...batch.flatMap(({ checks }) => checks.map(({ id }) => id)));
      return await judge(batch);
    },
  };
  await auditPending(runtime, { signal: new AbortController().signal });
  return judged;
}

async function ruleIssues({ db }: AuditBench) {
  const rows = await db
    .selectFrom('issue')
    .selectAll()
    .where('check_id', 'like', 'custom.%')
    .orderBy('subject_key')
    .execute();
  return rows.map((row) => [row.subject_key, row.status, row.score, row.unverified_since !== null]);
}

const openAt = (port: number) => ({ ...quietWidget('w'), Rules: [open(port)] });
const rule = (more: Readonly<Record<string, unknown>> = {}) => writtenRule(more);

it('a rule opens issues as any check does, and one that is removed retires them', async () => {
  const bench = await createAuditBench(database());
  const item = await givenWidget(bench, 'w', { config: openAt(80) });
  await auditWith(bench, ruled(bench, [rule()]));
  expect(await ruleIssues(bench)).toEqual([['{"port":80}', 'open', 6, false]]);
  const { score } = (await totals(bench, item.id)) as { score: number };
  expect(score).toBeGreaterThanOrEqual(6);
  await auditWith(bench, ruled(bench, []));
  expect(await ruleIssues(bench)).toEqual([['{"port":80}', 'retired', 6, false]]);
});

it('a rule that says something else judges its items again, and one that only moved to another file does not', async () => {
  const bench = await createAuditBench(database());
  await givenWidget(bench, 'w', { config: openAt(80) });
  await auditWith(bench, ruled(bench, [rule()]));
  expect(await auditWith(bench, ruled(bench, [{ ...rule(), file: 'checks/other.yaml' }]))).toEqual([]);
  const narrower = rule({ when: 'it.Source == "0.0.0.0/0" && it.Port != 80' });
  expect(await auditWith(bench, ruled(bench, [narrower]))).toEqual(['custom.open-port']);
  expect(await ruleIssues(bench)).toEqual([['{"port":80}', 'fixed', 6, false]]);
  expect((await history(bench)).at(-1)).toBe('open → fixed: check');
});

it('settings hold for a rule: off retires, a score and options count', async () => {
  const bench = await createAuditBench(database());
  await givenWidget(bench, 'w', { config: openAt(80) });
  const registry = ruled(bench, [rule({ when: 'it.Port != options.fine', options: { fine: 443 } })]);
  const set = (value: JsonObject) =>
    setSetting({ ...bench.runtime, registry }, 'alice', {
      key: 'checks',
      value: { 'custom.open-port': value },
    });
  await auditWith(bench, registry);
  await set({ score: 9 });
  await auditWith(bench, registry);
  expect(await ruleIssues(bench)).toEqual([['{"port":80}', 'open', 9, false]]);
  await set({ options: { fine: 80 } });
  await auditWith(bench, registry);
  expect(await ruleIssues(bench)).toEqual([['{"port":80}', 'fixed', 9, false]]);
  await set({});
  await auditWith(bench, registry);
  await set({ enabled: false });
  await auditWith(bench, registry);
  expect(await ruleIssues(bench)).toEqual([['{"port":80}', 'retired', 6, false]]);
});

it('a rule that has become wrong keeps its issues open and unverified, and takes them up again once it is right', async () => {
  const bench = await createAuditBench(database());
  await givenWidget(bench, 'w', { config: openAt(80) });
  await auditWith(bench, ruled(bench, [rule()]));
  const failed = [{ name: 'checks/test.yaml: custom.open-port', message: 'It is wrong.' }];
  await auditWith(bench, ruled(bench, [], failed));
  expect(await ruleIssues(bench)).toEqual([['{"port":80}', 'open', 6, true]]);
  await auditWith(bench, ruled(bench, [rule()]));
  expect(await ruleIssues(bench)).toEqual([['{"port":80}', 'open', 6, false]]);
});

it('what a rule cannot read is unknown, and what it reads wrongly is a failure with its name; neither fixes an issue', async () => {
  const bench = await createAuditBench(database());
  const unreadable = [{ path: '/Rules', class: 'access_denied', message: 'no' } as const];
  await givenWidget(bench, 'w', { config: quietWidget('w'), unreadable });
  await auditWith(bench, ruled(bench, [rule(), rule({ id: 'custom.wrong', each: 'config.Gone' })]));
  const unknowns = await bench.db
    .selectFrom('unknown')
    .selectAll()
    .where('check_id', 'like', 'custom.%')
    .orderBy('check_id')
    .execute();
  expect(unknowns.map((row) => [row.check_id, row.class, row.message])).toEqual([
    ['custom.open-port', 'access_denied', 'no'],
    [
      'custom.wrong',
      'defect',
      'Error: each: No such key: Gone; ask has() before reading what may be missing',
    ],
  ]);
  expect(await ruleIssues(bench)).toEqual([]);
});

it('an expression without an end is stopped in its worker: that rule fails on each item, and all else is judged', async () => {
  const checks = ['custom.hangs', 'custom.named', 'faulty.thing.before', 'faulty.thing.after'];
  const batch = ['t0', 't1'].map((name) => faultyInput({ itemId: name, name }, checks));
  const outputs = await pool.judge(batch);
  const others = batch.map((input) => ({
    ...input,
    checks: input.checks.filter(({ id }) => id !== 'custom.hangs'),
  }));
  const calm = await judgeInProcess(createRegistry(withRules([faultyPlugin], [named])))(others);
  expect(outputs).toEqual(
    calm.map((output) => ({
      ...output,
      results: { 'custom.hangs': { kind: 'failed', message: 'took longer than 400 ms' }, ...output.results },
    })),
  );
  expect(calm.map(({ results }) => results['custom.named'])).toMatchObject([
    { findings: [] },
    { findings: [{ message: 'open' }] },
  ]);
});
