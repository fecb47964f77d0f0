/** The demo estate whole: what it holds once its history is filled, that it goes on, and that it is the same again. */
import { readFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { severityOf } from '../../query/severity.ts';
import { type DemoEstate, openDemoEstate } from '../testing/demo-estate.ts';

const now = new Date('2026-11-29T12:00:00.000Z');
const longest = 300_000;

let estate: DemoEstate;
const connections = vi.spyOn(Socket.prototype, 'connect');
const fetches = vi.spyOn(globalThis, 'fetch');

beforeAll(async () => {
  estate = await openDemoEstate(now);
  await estate.fillUp();
}, longest);

afterAll(async () => {
  await estate.close();
  vi.restoreAllMocks();
});

it('fills its history without a connection to anywhere, and without a hole', () => {
  expect([connections.mock.calls, fetches.mock.calls]).toEqual([[], []]);
  expect(estate.logged.filter(({ level }) => level !== 'info')).toEqual([]);
});

it('has accounts of both clouds that are called a demo, and partners', async () => {
  const accounts = await estate.json('account', 'list');
  expect(accounts.map(({ name, type, thirdParty, active }) => [name, type, thirdParty, active])).toEqual([
    ['demo-analytics', 'aws-demo', false, true],
    ['demo-gcp-analytics', 'gcp-demo', false, true],
    ['demo-gcp-organization', 'gcp-organization-demo', false, true],
    ['demo-gcp-payment-provider', 'gcp-demo', true, false],
    ['demo-gcp-production', 'gcp-demo', false, true],
    ['demo-gcp-staging', 'gcp-demo', false, true],
    ['demo-payment-provider', 'aws-demo', true, false],
    ['demo-production', 'aws-demo', false, true],
    ['demo-staging', 'aws-demo', false, true],
  ]);
});

it('has at least 400 items of every technology, in each account, and none that is not fully seen', async () => {
  const items = await estate.json('items');
  const cloudOf = (technology: unknown) => String(technology).split('.')[0];
  const counts = Map.groupBy(items, ({ technology }) => cloudOf(technology));
  expect(counts.get('aws')?.length).toBeGreaterThanOrEqual(300);
  expect(counts.get('gcp')?.length).toBeGreaterThanOrEqual(100);
  const types = ['aws-demo', 'gcp-demo', 'gcp-organization-demo'];
  const watched = types.flatMap((type) => estate.runtime.registry.watchersFor(type));
  // What only an asset inventory tells is there when somebody names it.
  const named = watched.filter(({ permissions }) =>
    Object.keys(permissions).some((operation) => !operation.startsWith('cloudasset:')),
  );
  expect(new Set(items.map(({ technology }) => technology))).toEqual(new Set(named.map(({ id }) => id)));
  expect(new Set(items.map(({ account }) => account)).size).toBe(7);
  expect(items.filter(({ unknowns, status }) => unknowns !== 0 || status !== 'active')).toEqual([]);
  const coverage = await estate.json('coverage');
  expect(new Set(coverage.map(({ state }) => state))).toEqual(new Set(['complete']));
});

it.each([
  ['what everybody on the internet may reach', 'check:*internet-accessible*'],
  ['what a team owns', 'tag:team=payments'],
  ['a person', 'dana'],
])('one search finds items of both clouds: %s', async (_what, query) => {
  const items = await estate.json('items', query);
  const clouds = items.map(({ technology }) => String(technology).split('.')[0]);
  expect(new Set(clouds)).toEqual(new Set(['aws', 'gcp']));
});

it('is looked at again as in any running product: nothing is without a next run', async () => {
  const scopes = await estate.json('coverage');
  const minutes = (at: unknown) => (Date.parse(String(at)) - now.getTime()) / 60_000;
  const odd = scopes.filter(({ technology, nextRun }) => {
    // What is deployed all the time is looked at each minute.
    const interval = technology === 'aws.lambda-function' ? 1 : 60;
    return !(minutes(nextRun) >= 0.9 * interval && minutes(nextRun) <= 1.1 * interval);
  });
  expect(scopes.length).toBeGreaterThan(100);
  expect(odd).toEqual([]);
});

it('has at least 40 open issues, of every severity', async () => {
  const issues = await estate.json('issues', 'is:open');
  expect(issues.length).toBeGreaterThanOrEqual(40);
  expect(new Set(issues.map(({ score }) => severityOf(Number(score))))).toEqual(
    new Set(['critical', 'high', 'medium', 'low', 'informational']),
  );
});

it('tells friends from partners and from strangers', async () => {
  const standings = async (role: string) =>
    (await estate.json('issues', `name:${role} technology:aws.iam-role`)).map(({ check, text }) =>
      [check, text].join(': '),
    );
  expect(await standings('data-churn-model-runtime')).toContain(
    'aws.iam-role.trust-friendly-account: 444455556666 (demo-staging) may sts:AssumeRole (write)',
  );
  expect(await standings('partner-settlement')).toContain(
    'aws.iam-role.trust-third-party-account: 222233334444 (demo-payment-provider) may sts:AssumeRole (write)',
  );
  expect(await standings('data-exports-runtime')).toContain(
    'aws.iam-role.trust-unknown-access: 999988887777 may sts:AssumeRole (write)',
  );
});

describe('a story', () => {
  /** The oldest first. */
  async function historyOf(item: string) {
    const revisions = await estate.json('item', 'history', item);
    return revisions.toReversed();
  }

  async function told(item: string) {
    return (await historyOf(item)).map(({ validFrom, observedAt, kind, actor }) => {
      expect(observedAt).toBe(validFrom);
      if (actor === null) return [validFrom, kind, null];
      const { name, operation, note } = actor as Record<string, unknown>;
      return [validFrom, kind, name, operation, note];
    });
  }

  /** What `item diff` prints of each revision against the one before, without the two lines of which they are. */
  async function diffs(item: string) {
    const ids = (await historyOf(item)).map(({ id }) => String(id));
    const pairs = ids.slice(1).map((id, index) => [ids[index] ?? '', id] as const);
    const printed: (readonly string[])[] = [];
    for (const pair of pairs) printed.push((await estate.type('item', 'diff', item, ...pair)).lines.slice(2));
    return printed;
  }

  async function issueLife(query: string) {
    const [issue] = await estate.json('issues', query);
    const [shown] = await estate.json('issue', 'show', String(issue?.['id']));
    const transitions = shown?.['transitions'] as readonly Record<string, string>[];
    return transitions.map(({ at, to }) => `${at} ${to}`).toReversed();
  }

  const begin = [new Date(now.getTime() - 90 * 86_400_000).toISOString(), 'created', null];

  it('a bucket made public on a Friday evening and closed on Monday', async () => {
    const bucket = 'shop-prod-catalogue-data';
    expect(await told(bucket)).toEqual([
      begin,
      [
        '2026-10-23T18:40:00.000Z',
        'changed',
        'maya.okafor',
        's3:PutBucketPolicy',
        'Opens the bucket so that the press can fetch photographs, and goes home',
      ],
      [
        '2026-10-26T08:55:00.000Z',
        'changed',
        'nils.berg',
        's3:PutBucketPolicy',
        'Finds it in the morning and closes it',
      ],
    ]);
    const statement =
      '{"Action":["s3:GetObject"],"Effect":"Allow","Principal":"*","Resource":["arn:aws:s3:::shop-prod-catalogue-data/*"],"Sid":"PressPhotographs"}';
    const reading = 'read from the S3 bucket (s3:GetObject on arn:aws:s3:::shop-prod-catalogue-data/*).';
    const blocks = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];
    expect(await diffs(bucket)).toEqual([
      [
        `+ /Policy/Statement/1: ${statement}`,
        '~ /PolicyStatus/IsPublic: false → true',
        ...blocks.map((name) => `~ /PublicAccessBlock/${name}: true → false`),
        `This change lets everyone ${reading}`,
      ],
      [
        `- /Policy/Statement/1: ${statement}`,
        '~ /PolicyStatus/IsPublic: true → false',
        ...blocks.map((name) => `~ /PublicAccessBlock/${name}: false → true`),
        `This change takes away that everyone may ${reading}`,
      ],
    ]);
    expect(await issueLife(`name:${bucket} is:fixed check:aws.s3-bucket.policy-internet-accessible`)).toEqual(
      ['2026-10-23T18:40:00.000Z open', '2026-10-26T08:55:00.000Z fixed'],
    );
  });

  it('a key leaked and rotated', async () => {
    const robot = 'arn:aws:iam::111122223333:user/deploy-bot';
    expect(await told(robot)).toEqual([
      begin,
      [
        '2026-11-03T14:12:00.000Z',
        'changed',
        'AWS',
        'iam:AttachUserPolicy',
        'Finds the key in a public repository and restricts the user',
      ],
      [
        '2026-11-03T14:40:00.000Z',
        'changed',
        'nils.berg',
        'iam:CreateAccessKey',
        'Switches the key off and makes a new one',
      ],
      [
        '2026-11-04T09:30:00.000Z',
        'changed',
        'nils.berg',
        'iam:DeleteAccessKey',
        'Deletes the old key and lifts the restriction',
      ],
    ]);
    const policy =
      '{"PolicyArn":"arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3","PolicyName":"AWSCompromisedKeyQuarantineV3"}';
    const key = (id: string, created: string, status: string) =>
      `{"AccessKeyId":"${id}","CreateDate":"${created}","Status":"${status}","UserName":"deploy-bot"}`;
    expect(await diffs(robot)).toEqual([
      [`+ /AttachedManagedPolicies/0: ${policy}`],
      [
        '~ /AccessKeys/0/Status: "Active" → "Inactive"',
        `+ /AccessKeys/1: ${key('AKIATQW43QWSL272YWER', '2026-11-03T14:40:00.000Z', 'Active')}`,
      ],
      [
        `- /AccessKeys/0: ${key('AKIALEDJOHYXTMWXWQCV', '2026-08-04T14:40:00.000Z', 'Inactive')}`,
        `- /AttachedManagedPolicies/0: ${policy}`,
      ],
    ]);
  });

  it('a group opened for a test', async () => {
    const group = 'staging-search';
    expect(await told(group)).toEqual([
      begin,
      [
        '2026-11-12T11:05:00.000Z',
        'changed',
        'ravi.menon',
        'ec2:AuthorizeSecurityGroupIngress',
        'Opens SSH to everybody, for a test from home',
      ],
      [
        '2026-11-18T16:30:00.000Z',
        'changed',
        'nils.berg',
        'ec2:RevokeSecurityGroupIngress',
        'Closes SSH again: the test is long over',
      ],
    ]);
    const rule =
      '/IpPermissions/0: {"FromPort":22,"IpProtocol":"tcp","IpRanges":[{"CidrIp":"0.0.0.0/0","Description":"temporary"}],"Ipv6Ranges":[],"PrefixListIds":[],"ToPort":22,"UserIdGroupPairs":[]}';
    expect(await diffs(group)).toEqual([[`+ ${rule}`], [`- ${rule}`]]);
    expect(
      await issueLife(`name:${group} is:fixed check:aws.ec2-security-group.admin-port-open-to-ipv4`),
    ).toEqual(['2026-11-12T11:05:00.000Z open', '2026-11-18T16:30:00.000Z fixed']);
  });

  it('a bucket of Google Cloud made public on a Friday evening and closed on Monday, by whom is not collected', async () => {
    const bucket = 'shop-example-production-images';
    expect(await told(bucket)).toEqual([
      begin,
      ['2026-11-20T17:50:00.000Z', 'changed', null],
      ['2026-11-23T09:10:00.000Z', 'changed', null],
    ]);
    const binding = '{"members":["allUsers"],"role":"roles/storage.objectViewer"}';
    const prevention = '/iamConfiguration/publicAccessPrevention: ';
    const [opened = [], closed = []] = await diffs(bucket);
    expect(opened.slice(0, 2)).toEqual([
      `~ ${prevention}"enforced" → "inherited"`,
      `+ /iamPolicy/bindings/0: ${binding}`,
    ]);
    expect(closed.slice(0, 2)).toEqual([
      `~ ${prevention}"inherited" → "enforced"`,
      `- /iamPolicy/bindings/0: ${binding}`,
    ]);
    expect(await issueLife(`name:${bucket} is:fixed check:gcp.storage-bucket.policy-public`)).toEqual([
      '2026-11-20T17:50:00.000Z open',
      '2026-11-23T09:10:00.000Z fixed',
    ]);
  });

  it('a machine of Google Cloud made for a workshop, and deleted', async () => {
    const [machine] = await estate.json('items', 'name:workshop-1 is:deleted');
    expect(machine).toMatchObject({ technology: 'gcp.compute-instance', status: 'deleted' });
  });

  it('is found by who did it', async () => {
    const items = await estate.json('items', 'actor:maya.okafor');
    expect(new Set(items.map(({ name }) => name))).toEqual(
      new Set(['prod-search-1', 'shop-prod-catalogue-data']),
    );
  });
});

/** Everything that a person can see of it, without ids: these are made as it goes. */
async function contents({ db }: DemoEstate) {
  const items = await db
    .selectFrom('item')
    .select(['technology', 'region', 'lineage', 'identity', 'status', 'config_hash', 'score'])
    .orderBy('lineage')
    .orderBy('technology')
    .orderBy('identity')
    .execute();
  const issues = await db
    .selectFrom('issue')
    .select(['lineage', 'check_id', 'message_id', 'subject_key', 'status', 'score', 'opened_at', 'fixed_at'])
    .orderBy('lineage')
    .orderBy('check_id')
    .orderBy('message_id')
    .orderBy('subject_key')
    .execute();
  const revisions = await db
    .selectFrom('revision')
    .innerJoin('item', 'item.id', 'revision.item_id')
    .select(['item.lineage', 'item.technology', 'valid_from', 'kind', 'actor', 'revision.config_hash'])
    .orderBy('valid_from')
    .orderBy('item.lineage')
    .orderBy('item.technology')
    .execute();
  return { items, issues, revisions };
}

it('is the same again, also when it is stopped half-way and started anew', { timeout: longest }, async () => {
  const again = await openDemoEstate(now);
  try {
    // In the middle of a story, at the very step of it.
    await again.fillUp({ stopAt: new Date('2026-11-03T14:40:00.000Z') });
    const half = await again.db.selectFrom('coverage').select('last_attempt_at').execute();
    const latest = Math.max(...half.map(({ last_attempt_at: at }) => at?.getTime() ?? 0));
    expect(latest).toBeLessThan(Date.parse('2026-11-03T14:40:00.000Z') + 1);
    await again.fillUp();
    expect(await contents(again)).toEqual(await contents(estate));
  } finally {
    await again.close();
  }
});

it('goes on: each minute something is deployed and seen', async () => {
  for (const minutes of [1, 2, 3]) {
    estate.clock.goTo(new Date(now.getTime() + minutes * 60_000));
    const [summary] = await estate.json('scan', '--technology', 'aws.lambda-function');
    expect(summary).toMatchObject({ created: 0, changed: 1, deleted: 0 });
  }
});

it('goes on: each hour a machine of Google Cloud gets a new release', async () => {
  for (const hours of [1, 2]) {
    estate.clock.goTo(new Date(now.getTime() + hours * 3_600_000));
    const [summary] = await estate.json('scan', '--technology', 'gcp.compute-instance');
    expect(summary).toMatchObject({ created: 0, changed: 1, deleted: 0 });
  }
});

it('the guide leads to something, command by command', async () => {
  const guide = readFileSync(new URL('../../../../../docs/guides/see-the-demo.md', import.meta.url), 'utf8');
  const commands = [...guide.matchAll(/^ +npm run monkey -- (.+)$/gm)].map((match) =>
    wordsOf(match[1] ?? ''),
  );
  expect(commands.length).toBeGreaterThanOrEqual(14);
  for (const words of commands) {
    const typed = await estate.type(...words);
    const outcome = [words.join(' '), typed.code, typed.error, typed.lines.length > 0];
    expect(outcome).toEqual([words.join(' '), 0, '', true]);
  }
});

/** As a shell takes them: quotes hold words together. */
function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}
