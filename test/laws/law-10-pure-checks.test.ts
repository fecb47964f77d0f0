/** Law 10: checks are pure, run again whenever an input has changed or time has come, and never else; the change is named. */

import {
  type Check,
  type CheckInput,
  defineCheck,
  definePlugin,
  type JsonValue,
  runCheck,
} from '@security-monkey/sdk';
import * as fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import aws from '../../packages/aws/src/index.ts';
import {
  causeOf,
  digestPart,
  type FingerprintParts,
  fingerprint,
  formatRun,
  parseRun,
} from '../../packages/server/src/engine/audit/fingerprint.ts';
import { judgeInProcess } from '../../packages/server/src/engine/audit/judge-in-process.ts';
import { createRegistry, type Registry } from '../../packages/server/src/engine/registry.ts';
import type { Runtime } from '../../packages/server/src/engine/runtime.ts';
import { setSetting } from '../../packages/server/src/engine/settings/settings.ts';
import { givenFakeAccount } from '../../packages/server/src/engine/testing/engine-test.ts';
import { fakeChecks } from '../../packages/server/src/engine/testing/fake-checks.ts';
import { updateAccount } from '../../packages/server/src/store/accounts.ts';
import { useTestDatabase } from '../../packages/server/src/store/testing/test-database.ts';
import { createStage, runScan, type Stage } from './history/stage.ts';
import { runs, settings, tellRuns } from './runs.ts';

const database = useTestDatabase();
const checks: readonly Check[] = [...aws.checks, ...fakeChecks];

afterAll(() => tellRuns('10', { checks: checks.length, fingerprints: runs.pure }));

/** A time after everything that the examples speak of. */
const now = Date.parse('2026-02-01T00:00:00.000Z');

function inputsOf(check: Check): readonly CheckInput[] {
  return [...check.examples.good, ...check.examples.bad].map((example) => ({
    check,
    item: {
      account: '123456789012',
      partition: 'aws',
      technology: check.watcher.id,
      region: 'us-east-1',
      name: 'example',
      lineage: 'example',
      tags: {},
      ...example.item,
    },
    config: example.config,
    unreadable: example.unreadable ?? [],
    now: example.now ?? now,
    options: example.options,
    related: example.related ?? {},
    world: { accounts: [], organizations: [], networks: [], ...example.world },
  }));
}

describe('a check', () => {
  it.each(checks.map((check) => [check.id, check] as const))(
    '%s gives the same answer to the same question',
    (_, check) => {
      for (const input of inputsOf(check)) {
        const copy = (): CheckInput => ({ ...structuredClone({ ...input, check: undefined }), check });
        const before = JSON.stringify({ ...input, check: undefined });
        const answer = runCheck(input);
        expect(runCheck(copy())).toEqual(answer);
        expect(runCheck(input)).toEqual(answer);
        expect(JSON.stringify({ ...input, check: undefined })).toBe(before);
      }
    },
  );

  it.each(checks.filter(({ needs = [] }) => needs.length > 0).map((check) => [check.id, check] as const))(
    '%s concludes absence from complete relations only',
    (_, check) => {
      const related = (input: CheckInput, complete: boolean) =>
        Object.fromEntries(Object.keys(input.related).map((name) => [name, { items: [], complete }]));
      const answers = inputsOf(check).map((input) => ({
        // What follows from nothing being related must not follow from nothing being known.
        wholly: runCheck({ ...input, related: related(input, true) }),
        partly: runCheck({ ...input, related: related(input, false) }),
      }));
      const concluded = answers.filter(
        ({ wholly, partly }) => partly.kind === 'judged' && JSON.stringify(partly) !== JSON.stringify(wholly),
      );
      expect(concluded).toEqual([]);
    },
  );
});

const names = [
  'config',
  'related',
  'options',
  'check',
  'world',
  'facts',
  'networks',
  'known-accounts',
] as const satisfies readonly (keyof FingerprintParts)[];

describe('the fingerprint', () => {
  const part = fc.jsonValue().map((value): JsonValue => JSON.parse(JSON.stringify(value)));
  const parts = fc.record({
    config: part,
    related: part,
    options: part,
    check: part,
    world: part,
    facts: part,
    networks: part,
    'known-accounts': part,
  });
  const printOf = (values: Readonly<Record<(typeof names)[number], JsonValue>>): string =>
    fingerprint({
      config: digestPart(values.config),
      related: digestPart(values.related),
      options: digestPart(values.options),
      check: digestPart(values.check),
      world: digestPart(values.world),
      facts: digestPart(values.facts),
      networks: digestPart(values.networks),
      'known-accounts': digestPart(values['known-accounts']),
    });

  it('names the one input that has changed, and nothing when none has', () => {
    fc.assert(
      fc.property(
        parts,
        fc.constantFrom(...names),
        fc.option(fc.integer({ min: 0, max: 100 })),
        (values, name, due) => {
          const last = parseRun(formatRun({ fingerprint: printOf(values), ...(due !== null && { due }) }));
          const changed = printOf({ ...values, [name]: [values[name]] });
          expect(causeOf(last, changed, 50)).toBe(name);
          expect(causeOf(last, printOf(values), 50)).toBe(due !== null && due <= 50 ? 'due' : undefined);
        },
      ),
      settings(runs.pure),
    );
  });
});

let stage: Stage;
let runtime: Runtime;
let judged: string[];

function withChecks(raise: (check: Check) => Check): Registry {
  const registry = stage.runtime.registry;
  const plugins = registry.plugins.map((plugin) =>
    definePlugin({ ...plugin, checks: plugin.checks.map(raise) }),
  );
  return createRegistry(plugins);
}

function spied(registry: Registry): Runtime {
  const inner = judgeInProcess(registry);
  return {
    ...stage.runtime,
    registry,
    judge: async (batch) => {
      judged.push(
        ...batch.flatMap(({ item, checks: run }) => run.map(({ id }) => `${id.slice(5)} ${item.name}`)),
      );
      return await inner(batch);
    },
  };
}

async function rescan(minutes = 1): Promise<readonly string[]> {
  stage.clock.advance(minutes * 60_000);
  await runScan({ ...stage, runtime }, { faults: [] });
  return judged.splice(0).toSorted((left, right) => (left < right ? -1 : 1));
}

async function causes(): Promise<readonly string[]> {
  const rows = await database()
    .selectFrom('issue_transition')
    .innerJoin('issue', 'issue.id', 'issue_transition.issue_id')
    .select(['check_id', 'to_status', 'cause'])
    .where('issue_transition.at', '>', new Date(stage.clock.now().getTime() - 60_000))
    .orderBy('check_id')
    .execute();
  return rows.map(({ check_id: id, to_status: to, cause }) => `${id.slice(5)} ${to}: ${cause}`);
}

const ofWidget = (name: string): readonly string[] =>
  ['open-rule', 'public-policy', 'too-old', 'unattached'].map((check) => `widget.${check} ${name}`);

const everything = [
  'note.names-network n1',
  'note.names-stranger n1',
  'vault.unlocked v1',
  ...['widget.open-rule', 'widget.public-policy', 'widget.too-old', 'widget.unattached'].flatMap((check) =>
    ['w1', 'w2'].map((name) => `${check} ${name}`),
  ),
];

describe('the engine', () => {
  let first: readonly string[];

  beforeEach(async () => {
    stage = await createStage(database(), ['a1']);
    judged = [];
    runtime = spied(stage.runtime.registry);
    const estate = stage.cloud.account('a1');
    for (const name of ['w1', 'w2']) estate.put({ kind: 'widget', name, attached: ['v1'] });
    estate.put({ kind: 'vault', name: 'v1', body: { Locked: true } });
    estate.put({ kind: 'note', name: 'n1', body: { Text: 'account:x9' } });
    first = await rescan();
  });

  it('judges everything by every check at first', () => {
    expect(first).toEqual(everything);
  });

  it('judges nothing again when nothing has changed', async () => {
    expect(await rescan()).toEqual([]);
    expect(await rescan(24 * 60)).toEqual([]);
  });

  it('judges an item whose config has changed', async () => {
    stage.cloud.account('a1').put({ kind: 'widget', name: 'w1', policy: 'public' });
    expect(await rescan()).toEqual(ofWidget('w1'));
    expect(await causes()).toEqual(['widget.public-policy open: config']);
  });

  it('judges by the checks that need a relation when that has changed', async () => {
    stage.cloud.account('a1').put({ kind: 'widget', name: 'w2', attached: [] });
    expect(await rescan()).toEqual(['widget.unattached w2']);
    expect(await causes()).toEqual(['widget.unattached open: related']);
  });

  it('judges by a check whose options have changed', async () => {
    await setSetting(runtime, 'law', { key: 'checks', value: { 'fake.note.names-stranger': { score: 1 } } });
    expect(await rescan()).toEqual(['note.names-stranger n1']);
    expect(await causes()).toEqual(['note.names-stranger open: options']);
  });

  it('judges by a check whose version has risen', async () => {
    runtime = spied(
      withChecks((check) =>
        check.id === 'fake.vault.unlocked' ? defineCheck({ ...check, version: 2 }) : check,
      ),
    );
    expect(await rescan()).toEqual(['vault.unlocked v1']);
    expect(await rescan()).toEqual([]);
  });

  it('judges what names an account when that has become known, and nothing else', async () => {
    const account = await givenFakeAccount(runtime, 'x9');
    await updateAccount(database(), account.id, { active: false });
    expect(await rescan()).toEqual(['note.names-network n1', 'note.names-stranger n1']);
    expect(await causes()).toEqual(['note.names-stranger fixed: world']);
  });

  it('judges again when the time has come that a check has named, and not before', async () => {
    expect(await rescan(89 * 24 * 60)).toEqual([]);
    expect(await rescan(24 * 60)).toEqual(['widget.too-old w1', 'widget.too-old w2']);
    expect(await causes()).toEqual(['widget.too-old open: due', 'widget.too-old open: due']);
    expect(await rescan(24 * 60)).toEqual([]);
  });

  it('concludes no absence from a relation that could not be read', async () => {
    stage.cloud.account('a1').put({ kind: 'widget', name: 'w1', attached: [] });
    stage.clock.advance(60_000);
    await runScan(
      { ...stage, runtime },
      { faults: [{ kind: 'access_denied', operation: 'fake:ListAttachments' }] },
    );
    expect(await causes()).toEqual([]);
    const unknown = await database().selectFrom('unknown').select(['check_id', 'path']).execute();
    const one = { check_id: 'fake.widget.unattached', path: '@attachments' };
    expect(unknown).toEqual([one, one]);
  });
});
