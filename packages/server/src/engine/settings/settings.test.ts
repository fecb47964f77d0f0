/** Settings: defaults, checks against the schema and the plugins, and what a change leaves behind. */
import type { JsonValue } from '@security-monkey/sdk';
import { beforeEach, describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../store/testing/test-database.ts';
import type { Runtime } from '../runtime.ts';
import { createTestRuntime } from '../testing/test-runtime.ts';
import { settingKeys, settingSchemas } from './schema.ts';
import { exportSettings, getSetting, importSettings, loadSettings, setSetting } from './settings.ts';

const database = useTestDatabase();
let runtime: Runtime;

beforeEach(() => {
  ({ runtime } = createTestRuntime(database()));
});

const set = (key: string, value: JsonValue) => setSetting(runtime, 'alice', { key, value });

const outbox = () => runtime.db.selectFrom('outbox').select(['kind', 'payload']).orderBy('id').execute();

describe('settings', () => {
  it('each has a description and a default', () => {
    expect(settingKeys.filter((key) => !settingSchemas[key].description)).toEqual([]);
  });

  it('are the defaults when nothing was set', async () => {
    expect(await loadSettings(database())).toEqual({
      networks: [],
      checks: {},
      scores: {},
      intervals: { minutes: 60, technologies: {} },
      alerters: [],
    });
  });

  it.each([
    ['networks', [{ name: 'office', cidr: '192.0.2.0/24', notes: 'third floor' }]],
    ['checks', { 'fake.widget.open-rule': { enabled: false, score: 3 } }],
    ['scores', { 'fake:a1': { 'fake.widget.open-rule': 0 } }],
    ['intervals', { minutes: 30, technologies: { 'fake.widget': 5 } }],
  ])('%s is kept as it was set', async (key, value) => {
    await set(key, value);
    expect(await getSetting(database(), key)).toEqual(value);
  });

  it.each<readonly [string, JsonValue, string]>([
    [
      'networks',
      [{ name: 'office', cidr: '192.0.2.300/24' }],
      'networks: at 0.cidr: is no network: write 203.0.113.0/24 or 2001:db8::/32',
    ],
    [
      'networks',
      [
        { name: 'a', cidr: '::/0' },
        { name: 'a', cidr: '::/1' },
      ],
      'networks: has two networks of the same name',
    ],
    ['checks', { 'fake.widget.none': {} }, 'checks: there is no check fake.widget.none'],
    [
      'checks',
      { 'fake.widget.open-rule': { on: true } },
      'checks: at fake.widget.open-rule: Unrecognized key: "on"',
    ],
    [
      'checks',
      { 'fake.widget.open-rule': { options: { a: 1 } } },
      'checks: the check fake.widget.open-rule has no options',
    ],
    [
      'scores',
      { 'fake:a1': { 'fake.widget.open-rule': 11 } },
      'scores: at fake:a1.fake.widget.open-rule: Too big: expected number to be <=10',
    ],
    ['scores', { a1: {} }, 'scores: a1 is no account: write its type and identifier as type:identifier'],
    ['intervals', { minutes: 0 }, 'intervals: at minutes: Too small: expected number to be >=1'],
    ['intervals', { technologies: { 'fake.none': 5 } }, 'intervals: there is no technology fake.none'],
    ['alerters', [{ name: 'x', alerter: 'none' }], 'alerters: there is no alerter none'],
    [
      'colour',
      1,
      'colour: there is no such setting; there are networks, checks, scores, intervals, alerters',
    ],
  ])('%s does not take %j', async (key, value, message) => {
    await expect(set(key, value)).rejects.toThrow(message);
    expect(await outbox()).toEqual([]);
  });

  it('a change is one event, no change is none', async () => {
    await set('networks', [{ name: 'office', cidr: '192.0.2.0/24' }]);
    await set('networks', [{ cidr: '192.0.2.0/24', name: 'office' }]);
    expect(await outbox()).toEqual([
      {
        kind: 'settings.changed',
        payload: {
          setting: 'networks',
          by: 'alice',
          before: null,
          after: [{ name: 'office', cidr: '192.0.2.0/24' }],
        },
      },
    ]);
  });

  it('an export can be imported, all of it or nothing', async () => {
    await set('intervals', { minutes: 5 });
    const exported = await exportSettings(database());
    await set('intervals', { minutes: 7 });
    await importSettings(runtime, 'bob', exported);
    expect(await exportSettings(database())).toEqual(exported);
    await expect(importSettings(runtime, 'bob', { intervals: { minutes: 9 }, checks: 1 })).rejects.toThrow(
      'checks: ',
    );
    expect(await exportSettings(database())).toEqual(exported);
  });

  it('an import is an object', async () => {
    await expect(importSettings(runtime, 'bob', [])).rejects.toThrow('is no object of settings by key');
  });
});
