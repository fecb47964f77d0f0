/** Settings: defaults, checks against the schema and the plugins, and what a change leaves behind. */
import type { JsonValue } from '@security-monkey/sdk';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
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
      knownAccounts: [],
      ignore: [],
      checks: {},
      overrides: {},
      intervals: { minutes: 60, technologies: {} },
      activation: { technologies: {}, accounts: {} },
      alerters: [],
    });
  });

  it.each([
    ['networks', [{ name: 'office', cidr: '192.0.2.0/24', notes: 'third floor' }]],
    ['checks', { 'fake.widget.open-rule': { enabled: false, score: 3 } }],
    ['overrides', { 'fake:a1': { 'fake.widget.open-rule': { score: 0 } } }],
    ['ignore', [{ name: 'temporary', technology: 'fake.widget', prefix: 'tmp-' }]],
    ['activation', { technologies: { 'fake.note': false }, accounts: { 'test-*': { 'fake.note': true } } }],
    [
      'intervals',
      {
        minutes: 30,
        technologies: { 'fake.widget': 5 },
        accounts: { 'test-*': { minutes: 600, technologies: { 'fake.note': 1 } } },
      },
    ],
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
      'networks: at 1.name: is the name of another network too',
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
      'overrides',
      { 'fake:a1': { 'fake.widget.open-rule': { score: 11 } } },
      'overrides: at fake:a1.fake.widget.open-rule.score: Too big: expected number to be <=10',
    ],
    [
      'overrides',
      { 'a*': { 'fake.widget.none': {} } },
      'overrides: at a*: there is no check fake.widget.none',
    ],
    ['ignore', [{ name: 'all' }], 'ignore: at 0: names nothing to ignore: give prefix, tag or arn'],
    [
      'ignore',
      [{ name: 'x', technology: 'fake.none', prefix: '' }],
      'ignore: there is no technology fake.none',
    ],
    ['activation', { technologies: { 'fake.none': false } }, 'activation: there is no technology fake.none'],
    ['knownAccounts', ['none'], 'knownAccounts: there is no list none; there are '],
    ['intervals', { minutes: 0 }, 'intervals: at minutes: Too small: expected number to be >=1'],
    ['intervals', { technologies: { 'fake.none': 5 } }, 'intervals: there is no technology fake.none'],
    ['alerters', [{ name: 'x', alerter: 'none' }], 'alerters: there is no alerter none'],
    [
      'colour',
      1,
      'colour: there is no such setting; there are networks, knownAccounts, ignore, checks, overrides, intervals, activation, alerters',
    ],
  ])('%s does not take %j', async (key, value, message) => {
    await expect(set(key, value)).rejects.toThrow(message);
    expect(await outbox()).toEqual([]);
  });

  describe('options of a check', () => {
    const days = z.strictObject({ days: z.int().max(90).optional() });
    const setOptions = async (key: string, value: JsonValue) => {
      const { registry } = runtime;
      const check = registry.check('fake.widget.too-old');
      const withOptions = { ...registry, check: () => check && { ...check, options: days } };
      await setSetting({ ...runtime, registry: withOptions }, 'alice', { key, value });
    };
    const tooOld = (options: JsonValue) => ({ 'fake.widget.too-old': { options } });

    it('are checked by its own schema, for all accounts and for some', async () => {
      await setOptions('checks', tooOld({ days: 30 }));
      await setOptions('overrides', { 'test-*': tooOld({ days: 90 }) });
      expect(await getSetting(database(), 'overrides')).toEqual({ 'test-*': tooOld({ days: 90 }) });
    });

    it.each<readonly [string, JsonValue, string]>([
      [
        'checks',
        tooOld({ days: 91 }),
        'checks: at fake.widget.too-old.options.days: Too big: expected number to be <=90',
      ],
      [
        'overrides',
        { 'test-*': tooOld({ weeks: 1 }) },
        'overrides: at test-*.fake.widget.too-old.options: Unrecognized key: "weeks"',
      ],
    ])('%s does not take %j', async (key, value, message) => {
      await expect(setOptions(key, value)).rejects.toThrow(message);
    });
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
