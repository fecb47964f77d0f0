/** The table of the original's checks fits the plugin, and says so when it does not. */
import aws from '@security-monkey/aws';
import gcp from '@security-monkey/gcp';
import { describe, expect, it } from 'vitest';
import { awaitedTechnologies, newChecks, parityProblems } from './join.ts';
import { parityPage } from './page.ts';
import { type ParityRow, technologies } from './row.ts';
import { parityRows } from './rows.ts';

const both = {
  watchers: [...aws.watchers, ...gcp.watchers],
  checks: [...aws.checks, ...gcp.checks],
};

it('the table fits the plugins', () => {
  expect(parityProblems(both, parityRows)).toEqual([]);
});

it('the table covers each check of the original on the technologies', () => {
  const counts = Object.keys(technologies).map((index) => [
    index,
    parityRows.filter((row) => row.index === index).length,
  ]);
  expect(Object.fromEntries(counts)).toEqual({
    ec2instance: 0,
    gcefirewallrule: 3,
    gcenetwork: 1,
    gcsbucket: 3 + 3 + 1,
    iamgroup: 8 + 1,
    iamrole: 8 + 1 + 6,
    iamserviceaccount: 2,
    iamuser: 8 + 1 + 6,
    kms: 6 + 1,
    lambda: 6,
    networkinterface: 0,
    policy: 8,
    s3: 6 + 8,
    securitygroup: 9,
    sns: 6 + 4,
    sqs: 6,
  });
});

/** The plugin as if every technology were there already. */
const whole = {
  checks: aws.checks,
  watchers: Object.values(technologies).flatMap((id) =>
    aws.watchers.slice(0, 1).map((one) => ({ ...one, id })),
  ),
};

const row: ParityRow = {
  index: 's3',
  method: 'check_policy_exists',
  reported: 'a bucket without a policy',
  score: 0,
  category: 'informational',
  ours: [{ check: 'aws.s3-bucket.no-policy', message: 'absent' }],
};

describe('a table that does not fit is refused:', () => {
  it.each<readonly [string, readonly ParityRow[], readonly string[]]>([
    ['one that fits', [row], []],
    ['a row twice', [row, row], ['s3 check_policy_exists stands twice']],
    [
      'a check that does not exist',
      [{ ...row, ours: [{ check: 'aws.s3-bucket.policy-less', message: 'absent' }] }],
      ['s3 check_policy_exists names aws.s3-bucket.policy-less, which does not exist'],
    ],
    [
      'a message that the check does not have',
      [{ ...row, ours: [{ check: 'aws.s3-bucket.no-policy', message: 'gone' }] }],
      ['s3 check_policy_exists names the message gone, which aws.s3-bucket.no-policy does not have'],
    ],
    [
      'another score',
      [{ ...row, score: 4 }],
      ['s3 check_policy_exists has score 4 and aws.s3-bucket.no-policy has 0: say why'],
    ],
    [
      'another category',
      [{ ...row, category: 'recommendation' }],
      ['s3 check_policy_exists is recommendation and aws.s3-bucket.no-policy is informational: say why'],
    ],
    ['another score with a reason', [{ ...row, score: 4, departure: 'because' }], []],
    ['no check', [{ ...row, ours: [] }], ['s3 check_policy_exists has neither a check nor a departure']],
    ['no check with a reason', [{ ...row, ours: [], departure: 'because' }], []],
    [
      'another technology',
      [{ ...row, index: 'elb' }],
      ['elb check_policy_exists is of no technology of the table'],
    ],
  ])('%s', (_name, rows, problems) => {
    expect(parityProblems(whole, rows)).toEqual(problems);
  });
});

it('a check to come is awaited only as long as a technology is', () => {
  const later = [{ ...row, ours: [{ check: 'aws.s3-bucket.policy-less', message: 'absent' }] }];
  const less = { ...whole, watchers: whole.watchers.slice(1) };
  expect(awaitedTechnologies(whole)).toEqual([]);
  expect(awaitedTechnologies(less)).toEqual(['aws.ec2-instance']);
  expect([parityProblems(whole, later).length, parityProblems(less, later).length]).toEqual([1, 0]);
});

it('a check that neither a row nor a control names is a new one', () => {
  const ids = newChecks(
    { checks: aws.checks.filter(({ watcher }) => watcher.id === 'aws.ec2-instance') },
    [],
  );
  expect(ids.map(({ id }) => id)).toEqual(['aws.ec2-instance.secret-in-user-data']);
});

it('the page counts the rows and links checks and tests', () => {
  const text = parityPage(whole, [row, { ...row, method: 'check_other', departure: 'because' }]);
  expect(text).toContain('2 rows: 1 met as they were, 1 met with a departure, 0 by nothing.');
  expect(text).toContain(
    '| `check_policy_exists` | a bucket without a policy | 0 informational | [aws.s3-bucket.no-policy](reference/checks/aws.s3-bucket.no-policy.md) `absent` | [1 pass, 1 reported](../packages/aws/src/s3-bucket/checks/no-policy.ts) |  |  |',
  );
});
