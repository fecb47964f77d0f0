/** Law 2: one failure harms only itself. Each scan with a fault is held against the same scan without it. */
import { canonicalText, defineCheck, definePlugin, type JsonValue } from '@security-monkey/sdk';
import * as fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { judgeInProcess } from '../../packages/server/src/engine/audit/judge-in-process.ts';
import { createRegistry } from '../../packages/server/src/engine/registry.ts';
import type { Fault } from '../../packages/server/src/engine/testing/fake-faults.ts';
import { fakePlugin } from '../../packages/server/src/engine/testing/fake-plugin.ts';
import { widgetWatcher } from '../../packages/server/src/engine/testing/fake-watchers.ts';
import type { Database } from '../../packages/server/src/store/database/database.ts';
import { useTestDatabase } from '../../packages/server/src/store/testing/test-database.ts';
import { creation, type Mutation, mutation } from './history/plan.ts';
import { createStage, mutate, runScan, type Stage } from './history/stage.ts';
import { runs, settings, tellRuns } from './runs.ts';

const database = useTestDatabase();
let compared = 0;

afterAll(() => tellRuns('2', { 'pairs of scans': compared }));

type Estate = { readonly resources: readonly Mutation[]; readonly changes: readonly Mutation[] };

const estate: fc.Arbitrary<Estate> = fc.record({
  resources: fc.array(creation, { minLength: 6, maxLength: 14 }),
  changes: fc.array(mutation, { minLength: 1, maxLength: 5 }),
});

const lasting: readonly Fault['kind'][] = [
  'access_denied',
  'credentials',
  'throttled',
  'server_error',
  'network',
  'hang',
  'html',
  'cut',
  'not_found',
];

const ofOneItem: fc.Arbitrary<Fault> = fc.record({
  kind: fc.constantFrom(...lasting),
  operation: fc.constantFrom(
    'fake:GetWidget',
    'fake:GetWidgetPolicy',
    'fake:ListAttachments',
    'fake:GetVault',
  ),
  name: fc.constantFrom('w1', 'w2', 'v1', 'v2'),
});

const ofOneScope: fc.Arbitrary<Fault> = fc.record({
  kind: fc.constantFrom(...lasting, 'api_disabled', 'malformed'),
  operation: fc.constantFrom('fake:ListWidgets', 'fake:ListNotes'),
  region: fc.constantFrom('north', 'south'),
});

/** Enrols the estate, changes it, and scans again, the second time with these faults. */
async function play(stage: Stage, { resources, changes }: Estate, faults: readonly Fault[]): Promise<void> {
  for (const one of resources) await mutate(stage, one);
  stage.clock.advance(60_000);
  await runScan(stage, { faults: [] });
  for (const one of changes) await mutate(stage, one);
  stage.clock.advance(60_000);
  await runScan(stage, { faults });
}

type Told = { readonly technology: string; readonly name: string; readonly region: string };

/** Everything that was recorded, by natural keys, of the items that the harm does not reach. */
async function record(db: Database, isHarmed: (item: Told) => boolean): Promise<readonly string[]> {
  const items = await db.selectFrom('item').selectAll().execute();
  const spared = items.filter((item) => !isHarmed({ ...item, region: item.scope_region }));
  const nameOf = new Map(spared.map(({ id, lineage, identity }) => [id, `${lineage} ${identity}`]));
  const lines: [string, JsonValue][] = spared.map((item) => [
    `item ${item.lineage} ${item.identity}`,
    [item.status, item.config, item.unreadable.map(({ path }) => path), item.score, item.unknowns],
  ]);
  const add = (kind: string, id: string, value: JsonValue): void => {
    const name = nameOf.get(id);
    if (name !== undefined) lines.push([`${kind} ${name}`, value]);
  };
  for (const row of await db.selectFrom('revision').selectAll().execute())
    add('revision', row.item_id, row.kind);
  for (const row of await db.selectFrom('issue').selectAll().execute())
    add('issue', row.item_id, [row.check_id, row.subject_key, row.status, row.evidence_hash]);
  for (const row of await db.selectFrom('unknown').selectAll().execute())
    add('unknown', row.item_id, row.check_id);
  for (const { kind, payload } of await db.selectFrom('outbox').selectAll().execute())
    if (typeof payload['item'] === 'string') add(`event ${kind}`, payload['item'], payload['check'] ?? '');
  return lines.map(([name, value]) => `${name}: ${canonicalText(value)}`).toSorted();
}

async function comparePair(given: Estate, fault: Fault, isHarmed: (item: Told) => boolean): Promise<void> {
  const faultless = await createStage(database(), ['a1']);
  await play(faultless, given, []);
  const expected = await record(database(), isHarmed);
  const faulty = await createStage(database(), ['a1']);
  await play(faulty, given, [fault]);
  expect(await record(database(), isHarmed)).toEqual(expected);
  compared += 1;
}

it('a call that fails for one item changes nothing of any other', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(estate, ofOneItem, (given, fault) =>
      comparePair(given, fault, ({ name }) => name === fault.name),
    ),
    settings(runs.isolation),
  );
  expect(compared).toBeGreaterThanOrEqual(runs.isolation);
});

it('a listing that fails changes nothing of any other scope', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(estate, ofOneScope, (given, fault) => {
      const technology = fault.operation === 'fake:ListWidgets' ? 'fake.widget' : 'fake.note';
      return comparePair(
        given,
        fault,
        (item) => item.technology === technology && item.region === fault.region,
      );
    }),
    settings(runs.isolation),
  );
  expect(compared).toBeGreaterThanOrEqual(runs.isolation);
});

it('a check that throws is unknown on its item, and every other answer is as without it', async () => {
  const given = [
    { slot: 'w1', patches: [{ body: { Rules: [{ Port: 22, Source: '0.0.0.0/0' }] }, policy: 'public one' }] },
    { slot: 'w2', patches: [{ policy: 'public two' }] },
  ].map(({ slot: name, patches }) => ({
    do: 'create' as const,
    slot: { account: 'a1', kind: 'widget' as const, region: 'north', name },
    patches,
  }));
  const stage = await createStage(database(), ['a1']);
  await play(stage, { resources: given, changes: [] }, []);
  const expected = await record(database(), () => false);

  const thrower = defineCheck({
    id: 'fake.widget.thrower',
    watcher: widgetWatcher,
    version: 1,
    score: 1,
    category: 'informational',
    title: 'Throws',
    why: 'It is a test.',
    fix: 'Change it.',
    links: [],
    frameworks: {},
    messages: { never: 'Never' },
    examples: { good: [], bad: [] },
    run: ({ config }) => {
      if (config.Name === 'w1') throw new Error('no such thing');
    },
  });
  const harmed = await createStage(database(), ['a1']);
  const plugin = definePlugin({
    ...fakePlugin(harmed.cloud),
    checks: [thrower, ...fakePlugin(harmed.cloud).checks],
  });
  const registry = createRegistry([plugin]);
  await play(
    { ...harmed, runtime: { ...harmed.runtime, registry, judge: judgeInProcess(registry) } },
    { resources: given, changes: [] },
    [],
  );
  const found = await record(database(), () => false);
  const ofThrower = found.filter((line) => line.includes('thrower'));
  expect(ofThrower).toEqual([
    'unknown fake:a1:north:widget/w1 w1@2026-01-01T00:00:00.000Z: "fake.widget.thrower"',
  ]);
  const withoutCount = (lines: readonly string[]) => lines.map((line) => line.replace(/,\d+\]$/, ']'));
  expect(withoutCount(found.filter((line) => !ofThrower.includes(line)))).toEqual(withoutCount(expected));
  const failures = await database().selectFrom('failure').select(['stage', 'class', 'subject']).execute();
  expect(failures).toMatchObject([{ stage: 'audit', class: 'defect' }]);
});
