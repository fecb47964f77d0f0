/** The main job on Google Cloud: the estate is scanned over the wire, and exactly what the tables say is found. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import gcp from '../../packages/gcp/src/index.ts';
import { createKeyboard } from '../../packages/server/src/cli/testing/type-command.ts';
import { createRegistry } from '../../packages/server/src/engine/registry.ts';
import { useTestDatabase } from '../../packages/server/src/store/testing/test-database.ts';
import { checkOf, messageOf, messagesOf } from '../e2e/issue-words.ts';
import { issuesByPlace, placeOf, readCoverage, readIssues, readItems } from '../e2e/rows.ts';
import { type FakeGcp, startFakeGcp } from '../fake-gcp/start.ts';
import { onVirtualTime } from './calm-time.ts';
import type { Expected } from './expectations/expected.ts';
import { expectations } from './expectations.ts';
import { wholeEstate } from './resources/build.ts';
import { projects } from './resources/known.ts';
import { discoverEstate, succeed } from './watching.ts';

const database = useTestDatabase();
const messages = messagesOf(gcp.checks);
const firedBy = (row: Expected): readonly string[] => row.issues.map((issue) => messageOf(row, issue));
const nearlyFiredBy = (row: Expected): readonly string[] =>
  (row.nearly ?? []).map((message) => messageOf(row, message));

/** Every place with its issues, as the tables have them, without those of the checks that are off. */
function expectedIssues(isOn: (check: string) => boolean = () => true) {
  const rows = expectations.map((row) => {
    const issues = row.issues.filter((issue) => isOn(checkOf(row, issue)));
    return [placeOf(row), issues.toSorted()] as const;
  });
  return Object.fromEntries(rows.filter(([, issues]) => issues.length > 0));
}

describe('the tables', () => {
  it('fire every message of every check at least once', () => {
    const fired = new Set(expectations.flatMap(firedBy));
    expect(messages.filter((message) => !fired.has(message))).toEqual([]);
  });

  it('know a near neighbour for every message, which does not get it', () => {
    const near = new Set(expectations.flatMap(nearlyFiredBy));
    expect(messages.filter((message) => !near.has(message))).toEqual([]);
    const both = expectations.filter((row) => nearlyFiredBy(row).some((one) => firedBy(row).includes(one)));
    expect(both).toEqual([]);
  });

  it('name each resource once, and messages that there are', () => {
    expect(new Set(expectations.map(placeOf)).size).toBe(expectations.length);
    const named = expectations.flatMap((row) => [...firedBy(row), ...nearlyFiredBy(row)]);
    expect(named.filter((message) => !messages.includes(message))).toEqual([]);
  });

  it.each(gcp.checks.map(({ id }) => id))('are other tables without %s', (id) => {
    expect(expectedIssues((check) => check !== id)).not.toEqual(expectedIssues());
  });

  it('are 150 resources and more of every technology in six projects, about half of them wrong', () => {
    const wrong = expectations.filter(({ issues }) => issues.length > 0);
    expect(expectations.length).toBeGreaterThanOrEqual(150);
    expect(wrong.length / expectations.length).toBeGreaterThan(0.4);
    expect(wrong.length / expectations.length).toBeLessThan(0.65);
    expect(new Set(expectations.map(({ technology }) => technology))).toEqual(
      new Set(gcp.watchers.map(({ id }) => id)),
    );
    const accounts = new Set(expectations.map(({ account }) => account));
    expect(accounts).toEqual(new Set(['acme', 'sister', ...Object.keys(projects)]));
  });
});

describe('a scan of the estate', () => {
  let fake: FakeGcp;
  beforeAll(async () => {
    fake = await startFakeGcp(wholeEstate, { pageCap: 7 });
  });
  afterAll(async () => {
    await fake.close();
  });

  it('finds exactly what the tables say, twice the same, and of a check that is off nothing', async () => {
    const keyboard = createKeyboard(database(), ({ runtime, clock }) => ({
      ...runtime,
      registry: createRegistry([onVirtualTime(clock)]),
    }));
    await discoverEstate(keyboard, fake.url);
    const [first] = await keyboard.json('scan');
    const issues = await readIssues(keyboard);
    expect(issuesByPlace(issues)).toEqual(expectedIssues());
    const items = await readItems(keyboard);
    expect(items.map(placeOf).toSorted()).toEqual(expectations.map(placeOf).toSorted());
    expect(first).toMatchObject({
      created: expectations.length,
      issuesOpened: expectations.flatMap((row) => row.issues).length,
      unknowns: 0,
      failedChecks: 0,
      failedScopes: [],
      failedAccounts: [],
      failedDiscoveries: [],
      partialItems: 0,
    });
    const states = new Set((await readCoverage(keyboard)).map(({ state }) => state));
    expect(states).toEqual(new Set(['complete']));

    const [again] = await keyboard.json('scan');
    expect(again).toMatchObject({ created: 0, changed: 0, deleted: 0, issuesOpened: 0, issuesFixed: 0 });

    for (const isOff of [(at: number) => at % 2 === 0, (at: number) => at % 2 === 1]) {
      const off = gcp.checks.filter((_, at) => isOff(at)).map(({ id }) => id);
      const value = Object.fromEntries(off.map((id) => [id, { enabled: false }]));
      await succeed(keyboard, ['settings', 'set', 'checks', JSON.stringify(value)]);
      await keyboard.type('audit');
      const left = issuesByPlace(await readIssues(keyboard));
      expect(left).toEqual(expectedIssues((check) => !off.includes(check)));
    }
  });
});
