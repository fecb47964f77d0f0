/** Each step of each story shows, at its time and on its item only. */
import { describe, expect, it } from 'vitest';
import { googleStories } from '../google/stories/google-stories.ts';
import { googleWorldOf } from '../google/world/google-world-at.ts';
import { changed } from '../test-support/durable.ts';
import { judge } from '../test-support/judge.ts';
import { amazon, google } from '../test-support/provider.ts';
import { scan } from '../test-support/scan.ts';
import { day, intoSeason, type Moment, minute, momentOf, season, seasonBegin } from '../time/moment.ts';
import { diceOf } from '../world/dice.ts';
import { worldOf } from '../world/world-at.ts';
import { stories } from './stories.ts';
import { type Told, toldBetween } from './told-between.ts';

const begin = seasonBegin(2);

/** Week and weekday of a season. */
type When = readonly [week: number, weekday: Parameters<typeof intoSeason>[1]];

type Case = readonly [check: string, name: string, during: When, after: When];

const casesOfAmazon: readonly Case[] = [
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
  ['aws.kms-key.grant-third-party-account', 'prod-invoices', [6, 'Wed'], [12, 'Wed']],
  ['aws.s3-bucket.no-policy', 'shop-data-one-off-export', [9, 'Tue'], [10, 'Wed']],
];

const casesOfGoogle: readonly Case[] = [
  ['gcp.storage-bucket.policy-public', 'shop-example-production-images', [7, 'Sat'], [8, 'Tue']],
  ['gcp.compute-firewall.ssh-open-to-internet', 'staging-shell', [4, 'Thu'], [5, 'Wed']],
  ['gcp.bigquery-dataset.access-public', 'board_figures', [3, 'Wed'], [3, 'Fri']],
  ['gcp.sql-instance.open-network', 'data-dashboards-db', [11, 'Sun'], [12, 'Tue']],
  [
    'gcp.iam-service-account.user-managed-key',
    'wallet@shop-example-production.iam.gserviceaccount.com',
    [9, 'Fri'],
    [10, 'Thu'],
  ],
  ['gcp.project.default-account-editor', 'shop-example-analytics', [10, 'Fri'], [12, 'Thu']],
  ['gcp.compute-instance.public-address', 'workshop-1', [5, 'Tue'], [6, 'Mon']],
];

/** Worlds without what is deployed all the time. */
const steady = {
  amazon: () => {
    const worldAt = worldOf(diceOf('test'));
    return (moment: Moment) => ({ ...worldAt(moment), functions: undefined });
  },
  google: () => {
    const worldAt = googleWorldOf(diceOf('test'));
    return (moment: Moment) => {
      const world = worldAt(moment);
      const instances = world.instances.map((one) => ({ ...one, tags: { ...one.tags, release: '' } }));
      return { ...world, instances };
    };
  },
};

const providers = [
  {
    name: 'AWS',
    of: amazon,
    prefix: 'aws.',
    all: stories,
    cases: casesOfAmazon,
    goesOn: 'aws.lambda-function',
    steadyWorld: steady.amazon,
    rotated: ['111122223333 aws.iam-user deploy-bot'],
  },
  {
    name: 'Google Cloud',
    of: google,
    prefix: 'gcp.',
    all: googleStories,
    cases: casesOfGoogle,
    goesOn: 'gcp.compute-instance',
    steadyWorld: steady.google,
    rotated: [],
  },
];

describe.each(providers)('$name', ({ of, prefix, all, cases, goesOn, steadyWorld, rotated }) => {
  const told = toldBetween(begin - 1, begin + season - 1).filter(({ technology }) =>
    technology.startsWith(prefix),
  );

  it('tells each step once in a season', () => {
    expect(told).toHaveLength(all.reduce((sum, { steps }) => sum + steps.length, 0));
  });

  it('tells the steps of a story in their order, within the season', () => {
    const times = all.map(({ steps }) => steps.map((step: { readonly at: number }) => step.at));
    expect(times.map((own) => own.toSorted((a, b) => a - b))).toEqual(times);
    expect(times.flat().filter((at) => at <= 0 || at >= season)).toEqual([]);
  });

  it.each(told)('$story: $tells', async ({ at, account, technology, name }: Told) => {
    const before = await scan(at - minute, { technology, of });
    const differences = changed(before, await scan(at, { technology, of }));
    // What is deployed all the time is no part of a story.
    const ownOnly = differences.filter((one) => technology !== goesOn || one.endsWith(` ${name}`));
    expect(ownOnly).toEqual([`${account} ${technology} ${name}`]);
  });

  it.each(cases)('%s is found on %s while it lasts', async (...found) => {
    const [check, name, during, after] = found;
    const technology = check.split('.').slice(0, 2).join('.');
    const times = [
      begin,
      ...[during, after].map(([week, weekday]) => begin + intoSeason(week, weekday, '09:00')),
    ];
    const seen = times.map(async (time) =>
      judge(await scan(time, { technology, of }), time, of).some(
        (issue) => issue.check === check && issue.name === name,
      ),
    );
    expect(await Promise.all(seen)).toEqual([false, true, false]);
  });

  it('has a finding for each story', () => {
    expect(new Set(cases.map(([, name]) => name))).toEqual(new Set(all.map(({ name }) => name)));
  });

  /** From each step up to the last minute before the next. */
  const gaps = told.slice(0, -1).map(({ at, tells }, index) => {
    const next = told[index + 1]?.at ?? at;
    return { tells, from: at, until: Math.max(at, next - 1) };
  });

  it.each(gaps)('nothing but deployments happens until the next step after: $tells', ({ from, until }) => {
    const worldAt = steadyWorld();
    expect(worldAt(momentOf(until))).toEqual(worldAt(momentOf(from)));
  });

  it('nothing but deployments is seen between two steps', async () => {
    const [from, until] = [begin + intoSeason(1, 'Mon', '01:00'), begin + intoSeason(2, 'Tue', '15:19')];
    const differences = changed(await scan(from, { of }), await scan(until, { of }));
    expect(differences.filter((one) => !one.includes(` ${goesOn} `))).toEqual([]);
  });

  it('a season ends as it began, but for what is rotated', async () => {
    const differences = changed(await scan(begin, { of }), await scan(begin + season - 1, { of }));
    expect(differences.filter((one) => !one.includes(` ${goesOn} `))).toEqual(rotated);
  });
});

it('tells at least twelve stories of both within 90 days, from whichever day on', () => {
  const starts = Array.from({ length: 91 }, (_, days) => begin + days * day);
  const counts = starts.map(
    (start) => new Set(toldBetween(start, start + 90 * day).map(({ story }) => story)).size,
  );
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(12);
});
