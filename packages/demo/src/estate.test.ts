/** The simulated organisation as the watchers of its providers see it. */
import { describe, expect, it } from 'vitest';
import { changed, durable } from './test-support/durable.ts';
import { judge } from './test-support/judge.ts';
import { amazon, google } from './test-support/provider.ts';
import { type ScanOptions, scan } from './test-support/scan.ts';
import { intoSeason, minute, seasonBegin } from './time/moment.ts';

const moments = [
  ['before the first season', seasonBegin(-4) + intoSeason(6, 'Sat', '03:00')],
  ['a season begins', seasonBegin(0)],
  ['the second day', seasonBegin(0) + intoSeason(1, 'Tue', '00:00')],
  ['in the middle of the stories', seasonBegin(1) + intoSeason(9, 'Wed', '12:00')],
  ['a season ends', seasonBegin(3) - 1],
  ['years later', seasonBegin(20) + intoSeason(12, 'Sun', '12:00')],
] as const;

const quiet = seasonBegin(1) + intoSeason(1, 'Wed', '12:00');

const providers = [
  {
    name: 'AWS',
    of: amazon,
    items: 300,
    issues: 40,
    regions: 3,
    accounts: 3,
    goesOn: ['aws.lambda-function', minute],
    bucket: 'aws.s3-bucket',
  },
  {
    name: 'Google Cloud',
    of: google,
    items: 90,
    issues: 40,
    regions: 3,
    accounts: 4,
    goesOn: ['gcp.compute-instance', 60 * minute],
    bucket: 'gcp.storage-bucket',
  },
] as const;

/** Nothing is read through an asset inventory, so what that alone tells is not seen. */
function withOwnApi({ plugin }: typeof google): typeof google.plugin.watchers {
  return plugin.watchers.filter(({ permissions }) =>
    Object.keys(permissions).some((operation) => !operation.startsWith('cloudasset:')),
  );
}

describe.each(providers)('$name', ({ of, bucket, goesOn: [goesOn, every], ...least }) => {
  const scanned = (time: number, options: ScanOptions = {}) => scan(time, { ...options, of });

  it.each(moments)('%s: all is read, of every technology', async (_name, time) => {
    const items = await scanned(time);
    expect(items.flatMap(({ unreadable }) => unreadable)).toEqual([]);
    expect(items.length).toBeGreaterThanOrEqual(least.items);
    expect(new Set(items.map(({ watcher }) => watcher.id))).toEqual(
      new Set(withOwnApi(of).map(({ id }) => id)),
    );
    expect(new Set(items.map(({ place }) => place.account)).size).toBe(least.accounts);
    expect(new Set(items.map(({ region }) => region)).size).toBe(least.regions);
    const identities = items.map(
      ({ watcher, place, identity }) => `${place.account} ${watcher.id} ${identity}`,
    );
    expect(new Set(identities).size).toBe(items.length);
  });

  it.each(moments)('%s: nothing is dated later than now', async (_name, time) => {
    const text = JSON.stringify((await scanned(time)).map(durable));
    const dates = text.match(/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|-08:00)/g) ?? [];
    expect(dates.length).toBeGreaterThan(90);
    // The year by which Google says that a key does not end.
    const late = dates.filter((date) => Date.parse(date) > time && !date.startsWith('9999-'));
    expect(late).toEqual([]);
  });

  it.each(moments)('%s: at least 40 issues, of every severity', async (_name, time) => {
    const found = judge(await scanned(time), time, of);
    expect(found.length).toBeGreaterThanOrEqual(least.issues);
    const bands = [9, 6, 3, 1, 0];
    const isThere = bands.map((from) =>
      found.some(({ score }) => bands.find((one) => score >= one) === from),
    );
    expect(isThere).toEqual(bands.map(() => true));
  });

  it('the same seed gives the same organisation, another one another', async () => {
    const time = seasonBegin(1) + intoSeason(9, 'Wed', '12:00');
    const [one, again, other] = [
      await scanned(time, { seed: 'a' }),
      await scanned(time, { seed: 'a' }),
      await scanned(time, { seed: 'b' }),
    ];
    expect(again).toEqual(one);
    expect(other.map(({ identity }) => identity)).not.toEqual(one.map(({ identity }) => identity));
    const bucketsOf = (items: typeof one) =>
      items.flatMap(({ watcher, name }) => (watcher.id === bucket ? [name] : []));
    expect(bucketsOf(other)).toEqual(bucketsOf(one));
  });

  it('nothing at all changes within a minute', async () => {
    expect(await scanned(quiet + minute - 1)).toEqual(await scanned(quiet));
  });

  it.each([
    ['on a quiet day', quiet],
    ['at the begin of a season', seasonBegin(1)],
    ['at the begin of the first season', seasonBegin(0)],
  ])('exactly one is deployed at its time, also %s', async (_name, time) => {
    const differences = changed(await scanned(time - 1), await scanned(time));
    expect(differences.map((one) => one.split(' ')[1])).toEqual([goesOn]);
  });

  it('all of them take turns', async () => {
    const all = (await scanned(quiet)).filter(({ watcher }) => watcher.id === goesOn);
    const later = await scanned(quiet + all.length * every);
    expect(changed(await scanned(quiet), later)).toHaveLength(all.length);
  });
});
