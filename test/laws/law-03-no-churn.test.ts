/** Law 3: no churn. What means the same makes no revision, what differs makes one, what we changed ourselves tells nobody. */
import {
  canonicalize,
  canonicalText,
  definePlugin,
  defineWatcher,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '@security-monkey/sdk';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { judgeInProcess } from '../../packages/server/src/engine/audit/judge-in-process.ts';
import { createRegistry } from '../../packages/server/src/engine/registry.ts';
import type { Runtime } from '../../packages/server/src/engine/runtime.ts';
import { scan } from '../../packages/server/src/engine/scan.ts';
import { revisionKinds, rowVersions } from '../../packages/server/src/engine/testing/engine-test.ts';
import type { FakeCloud } from '../../packages/server/src/engine/testing/fake-cloud.ts';
import { fakePlugin } from '../../packages/server/src/engine/testing/fake-plugin.ts';
import { seededRandom, shuffled } from '../../packages/server/src/engine/testing/seeded.ts';
import { testDigestKey } from '../../packages/server/src/engine/testing/test-runtime.ts';
import { useTestDatabase } from '../../packages/server/src/store/testing/test-database.ts';
import { createStage, type Stage } from './history/stage.ts';
import { runs, seed, settings, tellRuns } from './runs.ts';

const database = useTestDatabase();
const random = seededRandom(seed);
let scans = 0;

afterAll(() => tellRuns('3', { 'shuffled scans': scans, 'canonical forms': runs.pure }));

async function givenEstate(): Promise<Stage> {
  const stage = await createStage(database(), ['a1']);
  const estate = stage.cloud.account('a1');
  for (const name of ['w1', 'w2', 'w3', 'w4', 'w5'])
    estate.put({
      kind: 'widget',
      name,
      policy: 'public',
      attached: ['v1', 'v2', 'v3'],
      body: {
        Members: [
          { Id: 'm1', SeenAt: 'one', Deep: { a: 1, b: [1, 2] } },
          { Id: 'm2', SeenAt: 'two' },
          { Id: 'm3', SeenAt: 'three' },
        ],
        Rules: [
          { Port: 22, Source: '0.0.0.0/0' },
          { Port: 80, Source: '10.0.0.0/8' },
        ],
        Tags: { team: 'red', stage: 'test' },
        LastUsedAt: 'today',
        Startup: 'echo',
      },
    });
  for (const name of ['v1', 'v2', 'v3'])
    estate.put({ kind: 'vault', name, body: { Locked: true, Extra: { z: 1, a: 2 } } });
  for (const name of ['n1', 'n2'])
    estate.put({ kind: 'note', name, body: { Text: 'hello', Extra: { z: 1, a: 2 } } });
  return stage;
}

async function scanWith(stage: Stage, runtime: Runtime = stage.runtime): Promise<void> {
  stage.clock.advance(60_000);
  await scan(runtime, { signal: new AbortController().signal });
}

/** The cloud with the members of every object, and the names of a relation, in another order at every answer. */
function disordered(cloud: FakeCloud): FakeCloud {
  return {
    ...cloud,
    answer: async (account, request) => {
      const { resources } = cloud.account(account);
      const others = shuffled([...resources], random);
      if (request.input['NextToken'] === undefined && request.operation.startsWith('fake:List')) {
        resources.clear();
        for (const [key, resource] of others) resources.set(key, resource);
      }
      const answer: unknown = await cloud.answer(account, request);
      const isNames = request.operation === 'fake:ListAttachments';
      return disorder(isJsonObject(answer) ? answer : {}, isNames);
    },
  };
}

function disorder(value: JsonValue, lists: boolean): JsonValue {
  if (Array.isArray(value)) {
    const inner = value.map((element: JsonValue) => disorder(element, lists));
    return lists ? [...shuffled(inner, random)] : inner;
  }
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).map(([key, member]) => [key, disorder(member, lists)] as const);
  return Object.fromEntries(shuffled(members, random));
}

const tables = [
  'item',
  'revision',
  'config',
  'ephemeral',
  'relation',
  'issue',
  'outbox',
  'audit_state',
] as const;

async function versions(): Promise<string> {
  return JSON.stringify(await Promise.all(tables.map((table) => rowVersions(database(), table))));
}

describe('shuffles', () => {
  it('of every unordered list and of every object make no revision and write no row', {
    timeout: 120_000,
  }, async () => {
    const stage = await givenEstate();
    await scanWith(stage);
    const before = await versions();
    const registry = createRegistry([fakePlugin(disordered(stage.cloud))]);
    stage.cloud.shuffle = (elements) => shuffled(elements, random);
    for (let round = 0; round < runs.shuffles; round += 1) {
      await scanWith(stage, { ...stage.runtime, registry });
      scans += 1;
    }
    expect(await versions()).toBe(before);
  });

  it('of a list that the watcher does not declare are one change each', async () => {
    const stage = await givenEstate();
    await scanWith(stage);
    const widget = stage.cloud.account('a1').resources.get('widget/north/w1');
    const rules = widget?.body['Rules'];
    stage.cloud.account('a1').put({
      kind: 'widget',
      name: 'w1',
      body: { ...widget?.body, Rules: Array.isArray(rules) ? rules.toReversed() : [] },
    });
    await scanWith(stage);
    await scanWith(stage);
    expect((await revisionKinds(database())).filter((line) => line.endsWith('changed'))).toEqual([
      'w1 changed',
    ]);
  });
});

describe('changes', () => {
  const edits: Readonly<Record<string, JsonObject>> = {
    'a value': { Size: 2 },
    'a value deep in a list': { Rules: [{ Port: 23, Source: '0.0.0.0/0' }] },
    'a member of an unordered list': { Members: [{ Id: 'm4' }] },
    'a field that the watcher does not know': { Novel: { deep: [1] } },
    'a declared secret': { Startup: 'echo other' },
    'a tag': { Tags: { team: 'blue' } },
    'a part that goes': { Rules: [] },
  };
  it.each(Object.entries(edits))('%s is exactly one revision and one event', async (_, edit) => {
    const stage = await givenEstate();
    await scanWith(stage);
    const widget = stage.cloud.account('a1').resources.get('widget/north/w1');
    stage.cloud.account('a1').put({ kind: 'widget', name: 'w1', body: { ...widget?.body, ...edit } });
    await scanWith(stage);
    await scanWith(stage);
    expect((await revisionKinds(database())).filter((line) => !line.endsWith('created'))).toEqual([
      'w1 changed',
    ]);
    const events = await database()
      .selectFrom('outbox')
      .select('kind')
      .where('kind', 'like', 'item.%')
      .execute();
    expect(events).toEqual([{ kind: 'item.changed' }]);
  });
});

describe('what is ours', () => {
  type Ours = (stage: Stage) => Runtime;
  const withVersion: Ours = (stage) => {
    const plugin = fakePlugin(stage.cloud);
    const watchers = plugin.watchers.map((watcher) =>
      watcher.id === 'fake.widget'
        ? defineWatcher({
            ...watcher,
            version: 2,
            list: async function* (context) {
              for await (const page of watcher.list(context))
                yield page.map((listed) => ({ ...listed, Shape: 2 }));
            },
          })
        : watcher,
    );
    const registry = createRegistry([definePlugin({ ...plugin, watchers })]);
    return { ...stage.runtime, registry, judge: judgeInProcess(registry) };
  };
  const withKey: Ours = (stage) => ({ ...stage.runtime, digestKey: testDigestKey('k2') });

  it.each([
    ['another version of the watcher', withVersion],
    ['another digest key', withKey],
  ])('%s re-baselines without an event, an issue or a change', async (_, ours) => {
    const stage = await givenEstate();
    await scanWith(stage);
    await scanWith(stage);
    const told = await database().selectFrom('outbox').select('key').orderBy('key').execute();
    const issues = await database().selectFrom('issue').selectAll().orderBy('id').execute();
    const changed = await database()
      .selectFrom('item')
      .select(['id', 'last_changed'])
      .orderBy('id')
      .execute();
    const runtime = ours(stage);
    await scanWith(stage, runtime);
    const kinds = (await revisionKinds(database())).filter((line) => !line.endsWith('created'));
    expect(kinds).toEqual(['w1', 'w2', 'w3', 'w4', 'w5'].map((name) => `${name} rebaseline`));
    expect(await database().selectFrom('outbox').select('key').orderBy('key').execute()).toEqual(told);
    expect(await database().selectFrom('issue').selectAll().orderBy('id').execute()).toEqual(issues);
    expect(
      await database().selectFrom('item').select(['id', 'last_changed']).orderBy('id').execute(),
    ).toEqual(changed);
    const before = await versions();
    await scanWith(stage, runtime);
    expect(await versions()).toBe(before);
  });
});

describe('the canonical form', () => {
  it('is the same for the same members in any order, and its own canonical form', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(), (object, salt) => {
        const given: JsonObject = JSON.parse(JSON.stringify(object));
        const other = disorderBy(given, seededRandom(salt));
        expect(canonicalText(other)).toBe(canonicalText(given));
        expect(canonicalize(canonicalize(given))).toEqual(canonicalize(given));
      }),
      settings(runs.pure),
    );
  });

  it('sorts a declared list and keeps the order of any other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 6 }), fc.nat(), (list, salt) => {
        const other = [...shuffled(list, seededRandom(salt))];
        const text = (value: readonly number[], unordered: readonly string[]): string =>
          canonicalText(canonicalize({ a: { list: value } }, unordered));
        expect(text(other, ['/a/list'])).toBe(text(list, ['/a/list']));
        expect(text(other, ['/a/other']) === text(list, ['/a/other'])).toBe(
          JSON.stringify(other) === JSON.stringify(list),
        );
      }),
      settings(runs.pure),
    );
  });
});

function disorderBy(value: JsonValue, order: () => number): JsonValue {
  if (Array.isArray(value)) return value.map((element: JsonValue) => disorderBy(element, order));
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).map(([key, member]) => [key, disorderBy(member, order)] as const);
  return Object.fromEntries(shuffled(members, order));
}
