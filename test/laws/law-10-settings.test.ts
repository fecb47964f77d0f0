/** Law 10, of settings: whatever a person sets and takes back, nothing is deleted, lost, judged without need or told twice. */
import type { JsonValue } from '@security-monkey/sdk';
import * as fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { justifyIssue } from '../../packages/server/src/engine/audit/decide-issue.ts';
import { type SettingKey, settingKeys } from '../../packages/server/src/engine/settings/schema.ts';
import {
  exportSettings,
  importSettings,
  setSetting,
} from '../../packages/server/src/engine/settings/settings.ts';
import { eventNames, itemStates, rowVersions } from '../../packages/server/src/engine/testing/engine-test.ts';
import { useTestDatabase } from '../../packages/server/src/store/testing/test-database.ts';
import { systemViewer } from '../../packages/server/src/store/viewer.ts';
import { createStage, runScan, type Stage } from './history/stage.ts';
import { runs, settings, tellRuns } from './runs.ts';

const database = useTestDatabase();
const told = { changes: 0 };

afterAll(() => tellRuns('10, settings', { histories: runs.lives, ...told }));

let stage: Stage;
beforeEach(async () => {
  stage = await givenEstate();
});

/** Two accounts with an issue of each kind; the widgets' are justified. */
async function givenEstate(): Promise<Stage> {
  const fresh = await createStage(database(), ['a1', 'b1']);
  for (const identifier of ['a1', 'b1']) {
    const account = fresh.cloud.account(identifier);
    account.put({ kind: 'widget', name: 'tmp-w', policy: 'public', attached: ['v'], body: rules });
    account.put({ kind: 'vault', name: 'v', body: { Locked: false } });
    account.put({ kind: 'note', name: 'tmp-n', body: { Text: 'account:log1' } });
    account.put({ kind: 'note', name: 'n', body: { Text: 'from 192.0.2.7' } });
  }
  await look(fresh);
  const widgets = await database()
    .selectFrom('issue')
    .select('id')
    .where('technology', '=', 'fake.widget')
    .execute();
  for (const { id } of widgets)
    await justifyIssue(fresh.runtime, { viewer: systemViewer, name: 'law' }, { issueId: id, reason: 'law' });
  return fresh;
}

const rules = { Rules: [{ Port: 22, Source: '0.0.0.0/0' }] };

async function look(on: Stage): Promise<void> {
  on.clock.advance(60_000);
  await runScan(on, { faults: [] });
}

async function issuesNow(): Promise<readonly object[]> {
  return await database()
    .selectFrom('issue')
    .select(['id', 'status', 'score', 'evidence_hash', 'unverified_since'])
    .orderBy('id')
    .execute();
}

const account = fc.constantFrom('a1', 'b*', '*', 'fake:a1', 'nobody');
const checkId = fc.constantFrom('fake.widget.open-rule', 'fake.widget.public-policy', 'fake.vault.unlocked');
const technology = fc.constantFrom('fake.widget', 'fake.vault', 'fake.note');
const checkSetting = fc.record(
  { enabled: fc.boolean(), score: fc.integer({ min: 0, max: 10 }) },
  { requiredKeys: [] },
);
const checks = fc.dictionary(checkId, checkSetting, { maxKeys: 3 });
const condition = fc.constantFrom(
  { prefix: 'TMP' },
  { prefix: '' },
  { arn: 'fake:*:note/*' },
  { tag: 'none' },
);
const minutes = fc.integer({ min: 1, max: 600 });

/** By key, values that the setting takes. */
const values: Readonly<Record<Exclude<SettingKey, 'alerters'>, fc.Arbitrary<unknown>>> = {
  networks: fc.uniqueArray(
    fc.record(
      { name: fc.constantFrom('x', 'y'), cidr: fc.constantFrom('192.0.2.0/24', '::/0', '10.0.0.1'), account },
      { requiredKeys: ['name', 'cidr'] },
    ),
    { selector: ({ name }) => name },
  ),
  knownAccounts: fc.constantFrom([], ['fake.logs']),
  ignore: fc
    .tuple(fc.record({ technology, account }, { requiredKeys: [] }), condition)
    .map(([where, what]) => [{ name: 'entry', ...where, ...what }]),
  checks,
  overrides: fc.dictionary(account, checks, { maxKeys: 2 }),
  intervals: fc.record({
    minutes,
    technologies: fc.dictionary(technology, minutes),
    accounts: fc.dictionary(account, fc.record({ minutes }), { minKeys: 1, maxKeys: 2 }),
  }),
  activation: fc.record({
    technologies: fc.dictionary(technology, fc.boolean()),
    accounts: fc.dictionary(account, fc.dictionary(technology, fc.boolean()), { maxKeys: 2 }),
  }),
};

const change = fc
  .constantFrom(...settingKeys.filter((key) => key !== 'alerters'))
  .chain((key) => values[key].map((value) => ({ key, value: plain(value) })));

/** Without the null prototypes of dictionaries. */
function plain(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value));
}

async function takeBack(): Promise<void> {
  for (const key of settingKeys.filter((one) => one !== 'alerters')) {
    const isList = key === 'networks' || key === 'knownAccounts' || key === 'ignore';
    await setSetting(stage.runtime, 'law', { key, value: isList ? [] : {} });
  }
}

describe('settings that were changed and taken back', () => {
  it('leave the same items and the same issues with their justifications', { timeout: 900_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
        stage = await givenEstate();
        const [items, issues, events] = [
          await itemStates(database()),
          await issuesNow(),
          await eventNames(database()),
        ];
        for (const one of changes) {
          await setSetting(stage.runtime, 'law', one);
          await look(stage);
          told.changes += 1;
          expect(await unruly()).toEqual([]);
        }
        await takeBack();
        await look(stage);
        expect(await itemStates(database())).toEqual(items);
        expect(await issuesNow()).toEqual(issues);
        const news = (await eventNames(database())).slice(events.length);
        expect(news.filter((name) => name !== 'settings.changed')).toEqual([]);
      }),
      settings(runs.lives),
    );
  });

  /** Open issues on what is ignored or frozen, and items that were deleted. */
  async function unruly(): Promise<readonly object[]> {
    return await database()
      .selectFrom('item')
      .leftJoin('issue', (join) =>
        join.onRef('issue.item_id', '=', 'item.id').on('issue.status', '=', 'open'),
      )
      .select(['item.name', 'item.status', 'item.ignored_by', 'issue.check_id'])
      .where((eb) =>
        eb.or([
          eb('item.status', '=', 'deleted'),
          eb('issue.id', 'is not', null).and(
            eb.or([eb('item.ignored_by', 'is not', null), eb('item.status', '=', 'frozen')]),
          ),
        ]),
      )
      .execute();
  }
});

describe('an export', () => {
  it('that is imported gives the same export, and changes and tells nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
        for (const one of changes) await setSetting(stage.runtime, 'law', one);
        const exported = await exportSettings(database());
        const before = [await rowVersions(database(), 'setting'), await rowVersions(database(), 'outbox')];
        await importSettings(stage.runtime, 'law', exported);
        expect([await rowVersions(database(), 'setting'), await rowVersions(database(), 'outbox')]).toEqual(
          before,
        );
        await takeBack();
        await importSettings(stage.runtime, 'law', exported);
        expect(await exportSettings(database())).toEqual(exported);
      }),
      settings(runs.shuffles),
    );
    expect(told.changes).toBeGreaterThanOrEqual(0);
  });
});
