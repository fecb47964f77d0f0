/** The simulated organisation as the watchers of AWS see it. */
import aws from '@security-monkey/aws';
import { expect, it } from 'vitest';
import { changed } from './test-support/durable.ts';
import { judge } from './test-support/judge.ts';
import { scan } from './test-support/scan.ts';
import { intoSeason, minute, seasonBegin } from './time/moment.ts';

const moments = [
  ['before the first season', seasonBegin(-4) + intoSeason(6, 'Sat', '03:00')],
  ['a season begins', seasonBegin(0)],
  ['the second day', seasonBegin(0) + intoSeason(1, 'Tue', '00:00')],
  ['in the middle of the stories', seasonBegin(1) + intoSeason(9, 'Wed', '12:00')],
  ['a season ends', seasonBegin(3) - 1],
  ['years later', seasonBegin(20) + intoSeason(12, 'Sun', '12:00')],
] as const;

it.each(moments)('%s: all is read, of every technology', async (_name, time) => {
  const items = await scan(time);
  expect(items.flatMap(({ unreadable }) => unreadable)).toEqual([]);
  expect(items.length).toBeGreaterThanOrEqual(300);
  expect(new Set(items.map(({ watcher }) => watcher.id))).toEqual(new Set(aws.watchers.map(({ id }) => id)));
  expect(new Set(items.map(({ place }) => place.account)).size).toBe(3);
  expect(new Set(items.map(({ region }) => region)).size).toBe(3);
  const identities = items.map(
    ({ watcher, place, identity }) => `${place.account} ${watcher.id} ${identity}`,
  );
  expect(new Set(identities).size).toBe(items.length);
});

it.each(moments)('%s: nothing is dated later than now', async (_name, time) => {
  const text = JSON.stringify((await scan(time)).map(({ config }) => config));
  const dates = text.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? [];
  expect(dates.length).toBeGreaterThan(200);
  expect(dates.filter((date) => Date.parse(date) > time)).toEqual([]);
});

it.each(moments)('%s: at least 40 issues, of every severity', async (_name, time) => {
  const found = judge(await scan(time), time);
  expect(found.length).toBeGreaterThanOrEqual(40);
  const bands = [9, 6, 3, 1, 0];
  expect(bands.map((from) => found.some(({ score }) => bands.find((one) => score >= one) === from))).toEqual(
    bands.map(() => true),
  );
});

it('the same seed gives the same organisation, another one another', async () => {
  const time = seasonBegin(1) + intoSeason(9, 'Wed', '12:00');
  const [one, again, other] = [
    await scan(time, { seed: 'a' }),
    await scan(time, { seed: 'a' }),
    await scan(time, { seed: 'b' }),
  ];
  expect(again).toEqual(one);
  expect(other.map(({ identity }) => identity)).not.toEqual(one.map(({ identity }) => identity));
  const bucketsOf = (items: typeof one) =>
    items.flatMap(({ watcher, name }) => (watcher.id === 'aws.s3-bucket' ? [name] : []));
  expect(bucketsOf(other)).toEqual(bucketsOf(one));
});

const quiet = seasonBegin(1) + intoSeason(1, 'Wed', '12:00');

it('nothing at all changes within a minute', async () => {
  expect(await scan(quiet + minute - 1)).toEqual(await scan(quiet));
});

it.each([
  ['on a quiet day', quiet],
  ['at the begin of a season', seasonBegin(1)],
  ['at the begin of the first season', seasonBegin(0)],
])('each minute exactly one function is deployed, also %s', async (_name, time) => {
  const differences = changed(await scan(time - 1), await scan(time));
  expect(differences.map((one) => one.split(' ')[1])).toEqual(['aws.lambda-function']);
});

it('all functions take turns', async () => {
  const functions = (await scan(quiet)).filter(({ watcher }) => watcher.id === 'aws.lambda-function');
  const later = await scan(quiet + functions.length * minute);
  expect(changed(await scan(quiet), later)).toHaveLength(functions.length);
});
