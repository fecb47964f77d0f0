/** Unknown checks by day: of those that there are now, how many there already were. */
import * as fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import type { Row } from '../schema.ts';
import { givenAccount, givenItem, useTestDatabase } from '../testing/test-database.ts';
import { systemViewer, type Viewer } from '../viewer.ts';
import { givenUnknown, hour, personWith } from './testing/estate.ts';
import { unknownTrend } from './unknown-trend.ts';

const db = useTestDatabase();
let account: Row<'account'>;
let item: Row<'item'>;

beforeEach(async () => {
  account = await givenAccount(db());
  item = await givenItem(db(), { account_id: account.id });
});

const trend = (days: number, until = hour(0), viewer: Viewer = systemViewer) =>
  unknownTrend(db(), viewer, { until, days });

it('counts a check from the day on which it became unknown, to the moment', async () => {
  await givenUnknown(db(), item, { check_id: 'on the second day', since: hour(-47) });
  await givenUnknown(db(), item, { check_id: 'at its very end', since: hour(-24) });
  await givenUnknown(db(), item, { check_id: 'long before', since: hour(-2_400) });
  await givenUnknown(db(), item, { check_id: 'just now', since: hour(0) });
  expect(await trend(3)).toEqual([1, 3, 4]);
});

it('counts none that became unknown after the last day, nor one of a deleted item', async () => {
  const gone = await givenItem(db(), { account_id: account.id, name: 'gone', status: 'deleted' });
  await givenUnknown(db(), gone, { since: hour(-9) });
  await givenUnknown(db(), item, { since: hour(1) });
  expect(await trend(2)).toEqual([0, 0]);
  expect(await trend(2, hour(24))).toEqual([0, 1]);
});

it('counts only what the viewer may see', async () => {
  await givenUnknown(db(), item, { since: hour(-30) });
  const other = await givenAccount(db());
  expect(await trend(2, hour(0), personWith(account))).toEqual([1, 1]);
  expect(await trend(2, hour(0), personWith(other))).toEqual([0, 0]);
});

it('gives what counting each day by itself would give', async () => {
  const hours = fc.array(fc.integer({ min: -200, max: 30 }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(hours, fc.integer({ min: 1, max: 8 }), async (begun, days) => {
      await db().deleteFrom('unknown').execute();
      for (const [at, since] of begun.entries())
        await givenUnknown(db(), item, { check_id: `c${at}`, since: hour(since) });
      const counted = Array.from(
        { length: days },
        (_, day) => begun.filter((since) => since <= -24 * (days - 1 - day)).length,
      );
      expect(await trend(days)).toEqual(counted);
    }),
    { numRuns: 30, seed: 7 },
  );
});
