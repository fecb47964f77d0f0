/** Each step of each story shows, at its time and on its item only. */
import { expect, it } from 'vitest';
import { changed } from '../test-support/durable.ts';
import { judge } from '../test-support/judge.ts';
import { scan } from '../test-support/scan.ts';
import { day, intoSeason, minute, momentOf, season, seasonBegin } from '../time/moment.ts';
import { diceOf } from '../world/dice.ts';
import { worldOf } from '../world/world-at.ts';
import { stories } from './stories.ts';
import { type Told, toldBetween } from './told-between.ts';

const begin = seasonBegin(2);
const told = toldBetween(begin - 1, begin + season - 1);

it('tells at least eight stories within 90 days, from whichever day on', () => {
  const starts = Array.from({ length: 91 }, (_, days) => begin + days * day);
  const counts = starts.map(
    (start) => new Set(toldBetween(start, start + 90 * day).map(({ story }) => story)).size,
  );
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(8);
});

it('tells the steps of a story in their order, within the season', () => {
  const times = stories.map(({ steps }) => steps.map(({ at }) => at));
  expect(times.map((own) => own.toSorted((a, b) => a - b))).toEqual(times);
  expect(times.flat().filter((at) => at <= 0 || at >= season)).toEqual([]);
});

it.each(told)('$story: $tells', async ({ at, account, technology, name }: Told) => {
  const before = await scan(at - minute, { technology });
  const differences = changed(before, await scan(at, { technology }));
  // The function that is deployed each minute is no part of a story.
  const ownOnly = differences.filter(
    (one) => technology !== 'aws.lambda-function' || one.endsWith(` ${name}`),
  );
  expect(ownOnly).toEqual([`${account} ${technology} ${name}`]);
});

/** Week and weekday of a season. */
type When = readonly [week: number, weekday: Parameters<typeof intoSeason>[1]];

type Case = {
  readonly check: string;
  readonly name: string;
  readonly during: When;
  readonly after: When;
};

const cases: readonly (readonly [string, string, When, When])[] = [
  ['aws.s3-bucket.policy-internet-accessible', 'shop-prod-catalogue-data', [3, 'Sat'], [4, 'Tue']],
  ['aws.ec2-security-group.admin-port-open-to-ipv4', 'staging-search', [6, 'Fri'], [7, 'Thu']],
  ['aws.ec2-security-group.internet-accessible-ingress', 'data-warehouse', [12, 'Sun'], [13, 'Tue']],
  ['aws.lambda-function.url-without-authentication', 'prod-loyalty-worker', [2, 'Wed'], [2, 'Sat']],
  ['aws.sqs-queue.policy-internet-accessible', 'prod-orders-events', [10, 'Wed'], [10, 'Thu']],
  ['aws.sns-topic.policy-internet-accessible', 'staging-reviews-alarms', [11, 'Tue'], [11, 'Wed']],
  ['aws.iam-user.console-without-mfa', 'leo.strand', [7, 'Tue'], [9, 'Wed']],
  ['aws.iam-user.inactive-access-key', 'deploy-bot', [5, 'Wed'], [5, 'Thu']],
  ['aws.iam-role.trust-unknown-access', 'data-exports-runtime', [9, 'Mon'], [9, 'Fri']],
  ['aws.iam-policy.iam-full-access', 'data-reporting-access', [9, 'Sat'], [11, 'Fri']],
  ['aws.ec2-instance.metadata-v1-allowed', 'prod-search-1', [5, 'Fri'], [7, 'Wed']],
  ['aws.kms-key.grant-unknown-account', 'prod-invoices', [6, 'Wed'], [12, 'Wed']],
  ['aws.s3-bucket.no-policy', 'shop-data-one-off-export', [9, 'Tue'], [10, 'Wed']],
];

const found: readonly Case[] = cases.map(([check, name, during, after]) => ({ check, name, during, after }));

it.each(found)('$check is found on $name while it lasts', async ({ check, name, during, after }) => {
  const technology = check.split('.').slice(0, 2).join('.');
  const times = [
    begin,
    ...[during, after].map(([week, weekday]) => begin + intoSeason(week, weekday, '09:00')),
  ];
  const seen = times.map(async (time) =>
    judge(await scan(time, { technology }), time).some(
      (issue) => issue.check === check && issue.name === name,
    ),
  );
  expect(await Promise.all(seen)).toEqual([false, true, false]);
});

/** From each step up to the last minute before the next. */
const gaps = told.slice(0, -1).map(({ at, tells }, index) => {
  const next = told[index + 1]?.at ?? at;
  return { tells, from: at, until: Math.max(at, next - 1) };
});

it.each(gaps)('nothing but deployments happens until the next step after: $tells', ({ from, until }) => {
  const worldAt = worldOf(diceOf('test'));
  const [one, other] = [from, until].map((time) => ({ ...worldAt(momentOf(time)), functions: undefined }));
  expect(other).toEqual(one);
});

it('nothing but deployments is seen between two steps', async () => {
  const [from, until] = [begin + intoSeason(1, 'Mon', '01:00'), begin + intoSeason(2, 'Tue', '15:19')];
  const differences = changed(await scan(from), await scan(until));
  expect(differences.filter((one) => !one.includes(' aws.lambda-function '))).toEqual([]);
});

it('a season ends as it began, but for the key that is rotated', async () => {
  const differences = changed(await scan(begin), await scan(begin + season - 1));
  expect(differences.filter((one) => !one.includes(' aws.lambda-function '))).toEqual([
    '111122223333 aws.iam-user deploy-bot',
  ]);
});
