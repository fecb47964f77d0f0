/** The main job on real input: the estate is scanned through the command line, and exactly what the tables say is found. */

import { describe, expect, it } from 'vitest';
import { buildEstate, correctEstate, type Estate } from './estate/build.ts';
import type { Expected } from './expectations/expected.ts';
import { enabledRegions, expectedUntouchedDefaults } from './expectations/untouched-defaults.ts';
import { expectations } from './expectations.ts';
import { startFaultProxy } from './fault-proxy.ts';
import { checkOf, messageOf } from './issue-words.ts';
import { awsChecks, awsMessages, awsTechnologies } from './messages.ts';
import { resetMoto } from './moto.ts';
import { motoUrl } from './own-moto.ts';
import {
  inTables,
  issuesByPlace,
  issuesInTables,
  placeOf,
  readCoverage,
  readIssues,
  readItems,
} from './rows.ts';
import { once, useStories } from './story.ts';
import { addAccounts, scan, succeed } from './watching.ts';
import { type EngineName, engines, openWorkspace, type Workspace } from './workspace.ts';

/** All ways to choose four of ten, in strides, so that the first few use every round too. */
const fourOfTen = inStridesOf(
  13,
  Array.from({ length: 2 ** 10 }, (_, bits) => bits.toString(2).padStart(10, '0')).filter(
    (bits) => bits.replaceAll('0', '').length === 4,
  ),
);

/** The technologies whose listings span all regions. */
const listedOncePerAccount: readonly string[] = [
  'aws.account',
  'aws.iam-group',
  'aws.iam-policy',
  'aws.iam-role',
  'aws.iam-user',
  'aws.s3-bucket',
];

const firedBy = (row: Expected): readonly string[] => row.issues.map((issue) => messageOf(row, issue));
const nearlyFiredBy = (row: Expected): readonly string[] =>
  (row.nearly ?? []).map((message) => messageOf(row, message));

const expectedIssues = (isOn: (check: string) => boolean = () => true) => {
  const rows = expectations.map((row) => {
    const issues = row.issues.filter((issue) => isOn(checkOf(row, issue)));
    return [placeOf(row), issues.toSorted()] as const;
  });
  return Object.fromEntries(rows.filter(([, issues]) => issues.length > 0));
};

describe('the tables', () => {
  it('fire every message of every check at least once', () => {
    const fired = new Set(expectations.flatMap(firedBy));
    expect(awsMessages.filter((message) => !fired.has(message))).toEqual([]);
  });

  it('know a near neighbour for every message, which does not get it', () => {
    const near = new Set(expectations.flatMap(nearlyFiredBy));
    expect(awsMessages.filter((message) => !near.has(message))).toEqual([]);
    const both = expectations.filter(getsWhatItNearlyGets);
    expect(both).toEqual([]);
  });

  it('name each resource once, and messages that there are', () => {
    expect(new Set(expectations.map(placeOf)).size).toBe(expectations.length);
    const named = expectations.flatMap((row) => [...firedBy(row), ...nearlyFiredBy(row)]);
    expect(named.filter((message) => !awsMessages.includes(message))).toEqual([]);
  });

  it('switch each check off in some round, and no two in the same rounds', () => {
    for (const rounds of Object.values(roundsOn))
      expect(new Set(rounds.flat())).toEqual(new Set(awsChecks.map(({ id }) => id)));
    expect(new Set(fourOfTen.slice(0, awsChecks.length)).size).toBe(awsChecks.length);
  });

  it('hold every technology, in two accounts and two regions', () => {
    expect(new Set(expectations.map(({ technology }) => technology))).toEqual(new Set(awsTechnologies));
    const places = built.map(({ account, region }) => `${account} ${region}`);
    expect(new Set(places)).toEqual(
      new Set(
        ['prod', 'partner'].flatMap((account) =>
          ['us-east-1', 'eu-west-1', 'global'].map((region) => `${account} ${region}`),
        ),
      ),
    );
  });

  it('are 150 resources and more, half of them wrong where checks look at all', () => {
    const judged = built.filter(({ technology }) =>
      awsChecks.some(({ watcher }) => watcher.id === technology),
    );
    const wrong = judged.filter(({ issues }) => issues.length > 0);
    expect(judged.length).toBeGreaterThanOrEqual(150);
    expect(wrong.length / judged.length).toBeGreaterThan(0.4);
    expect(wrong.length / judged.length).toBeLessThan(0.7);
  });
});

/** All but the default groups that nobody has touched. */
const built = expectations.filter((row) => !expectedUntouchedDefaults.includes(row));

function getsWhatItNearlyGets({ issues, nearly = [] }: Expected): boolean {
  return nearly.some((near) => issues.some((issue) => issue.startsWith(`${near} `)));
}

/**
 * The checks that are switched off together, round by round. On PostgreSQL for any two checks some round has the first
 * off and the second on: each check has four of ten rounds for its own. On the embedded database, where every command
 * opens it anew, two rounds switch each check off once.
 */
const roundsOn: Readonly<Record<EngineName, readonly (readonly string[])[]>> = {
  postgres: Array.from({ length: 10 }, (_, round) =>
    checksWhere((index) => fourOfTen[index]?.[round] === '1'),
  ),
  embedded: [checksWhere((index) => index % 2 === 0), checksWhere((index) => index % 2 === 1)],
};

function checksWhere(isOff: (index: number) => boolean): readonly string[] {
  return awsChecks.filter((_, index) => isOff(index)).map(({ id }) => id);
}

async function readOpenIssues(workspace: Workspace, estate: Estate) {
  return issuesByPlace(issuesInTables(estate.nameOf, await readIssues(workspace)));
}

async function switchOff(workspace: Workspace, off: readonly string[]): Promise<void> {
  const value = Object.fromEntries(off.map((id) => [id, { enabled: false }]));
  await succeed(workspace, 'settings', 'set', 'checks', JSON.stringify(value));
  await succeed(workspace, 'audit');
}

describe.skipIf(motoUrl === '')('a scan of the estate', () => {
  const building = once(async () => {
    await resetMoto(motoUrl);
    return await buildEstate(motoUrl);
  });

  const story = useStories(async (engine) => {
    const estate = await building();
    const proxy = await startFaultProxy(motoUrl, correctEstate);
    const workspace = await openWorkspace(engine, proxy.url);
    try {
      await addAccounts(workspace);
      const first = await scan(workspace);
      const items = inTables(estate.nameOf, await readItems(workspace));
      const issues = issuesInTables(estate.nameOf, await readIssues(workspace));
      const coverage = await readCoverage(workspace);
      const again = await scan(workspace);
      const itemsAgain = inTables(estate.nameOf, await readItems(workspace));
      const issuesAgain = issuesInTables(estate.nameOf, await readIssues(workspace));
      const off = [];
      for (const round of roundsOn[engine]) {
        await switchOff(workspace, round);
        off.push(await readOpenIssues(workspace, estate));
      }
      await switchOff(workspace, []);
      const restored = await readOpenIssues(workspace, estate);
      return { first, items, issues, coverage, again, itemsAgain, issuesAgain, off, restored };
    } finally {
      await workspace.close();
      await proxy.stop();
      estate.close();
    }
  });

  describe.each(engines)('on %s', (engine) => {
    it('ends well and says what it did', () => {
      const { code, err, summary } = story(engine).first;
      expect({ code, err }).toEqual({ code: 0, err: '' });
      const issues = expectations.flatMap((row) => row.issues);
      expect(summary).toMatchObject({
        accounts: ['partner', 'prod'],
        created: expectations.length,
        changed: 0,
        deleted: 0,
        issuesOpened: issues.length,
        issuesFixed: 0,
        unknowns: 0,
        failedScopes: [],
        failedAccounts: [],
      });
    });

    it('records exactly the items of the tables, with their tags', () => {
      const { items } = story(engine);
      const found = items.map((item) => ({ place: placeOf(item), tags: item.tags, status: item.status }));
      const wanted = expectations.map((row) => ({
        place: placeOf(row),
        tags: row.tags ?? {},
        status: 'active',
      }));
      expect(byPlace(found)).toEqual(byPlace(wanted));
    });

    it('finds exactly the issues of the tables, all of them open', () => {
      const { issues } = story(engine);
      expect(issuesByPlace(issues)).toEqual(expectedIssues());
      expect(
        issues.filter(({ status, unverifiedSince }) => status !== 'open' || unverifiedSince !== null),
      ).toEqual([]);
    });

    it('counts the issues with the items', () => {
      const { items, issues } = story(engine);
      const wrong = items.filter(({ id, openIssues, score, unknowns }) => {
        const own = issues.filter(({ item }) => item === id);
        const total = own.reduce((sum, issue) => sum + issue.score, 0);
        return openIssues !== own.length || score !== total || unknowns !== 0;
      });
      expect(wrong).toEqual([]);
    });

    it('covers every region that is switched on', () => {
      const { items, coverage } = story(engine);
      const complete = coverage.filter(({ state }) => state === 'complete');
      const wanted = ['prod', 'partner'].flatMap((account) =>
        awsTechnologies.flatMap((technology) => {
          const places = listedOncePerAccount.includes(technology) ? ['global'] : enabledRegions;
          return places.map((region) => `${account} ${technology} ${region}`);
        }),
      );
      const names = complete.map(({ account, technology, region }) => `${account} ${technology} ${region}`);
      expect(names.toSorted()).toEqual(wanted.toSorted());
      expect(complete.reduce((sum, { listed }) => sum + listed, 0)).toBe(items.length);
      const others = coverage.filter(({ state }) => state !== 'complete');
      expect(
        others.filter(({ state, failure }) => state !== 'frozen' || failure?.class !== 'region_disabled'),
      ).toEqual([]);
    });

    it('prints rows of exactly the documented fields', () => {
      const { items, issues } = story(engine);
      expect(fieldsOf(items)).toEqual([
        'id account technology region name providerName arn identity tags score openIssues unknowns firstSeen lastChanged status',
      ]);
      expect(fieldsOf(issues)).toEqual([
        'id item account technology region name providerName arn check message subject text score evidence status openedAt mayBeOlder unverifiedSince',
      ]);
    });

    it('changes nothing when nothing has changed', () => {
      const { again, items, itemsAgain, issues, issuesAgain } = story(engine);
      expect({ code: again.code, err: again.err }).toEqual({ code: 0, err: '' });
      expect(again.summary).toMatchObject({
        created: 0,
        changed: 0,
        deleted: 0,
        issuesOpened: 0,
        issuesFixed: 0,
      });
      expect(itemsAgain).toEqual(items);
      expect(issuesAgain).toEqual(issues);
    });

    it.each(roundsOn[engine].map((ids, round) => ({ round, ids })))(
      'loses exactly the issues of the checks that are switched off, round $round',
      ({ round, ids }) => {
        const off = new Set(ids);
        expect(off.size).toBeGreaterThan(0);
        expect(story(engine).off[round]).toEqual(expectedIssues((check) => !off.has(check)));
      },
    );

    it('has them all again when all checks are on', () => {
      expect(story(engine).restored).toEqual(expectedIssues());
    });
  });
});

/** The same values in another order, where the stride and their number have no divisor in common. */
function inStridesOf<Value>(stride: number, values: readonly Value[]): readonly Value[] {
  return values.flatMap((_, index) => values[(index * stride) % values.length] ?? []);
}

function fieldsOf(rows: readonly object[]): readonly string[] {
  return [...new Set(rows.map((row) => Object.keys(row).join(' ')))];
}

function byPlace<Row extends { readonly place: string }>(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((a, b) => (a.place < b.place ? -1 : 1));
}
