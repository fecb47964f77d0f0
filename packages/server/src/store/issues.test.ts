/** Issues with their transitions, in batches. */
import { expect, test } from 'vitest';
import {
  insertIssues,
  insertTransitions,
  issuesByIds,
  issuesByItems,
  issuesByLineages,
  transitionsOf,
  updateIssues,
} from './issues.ts';
import type { Row } from './schema.ts';
import { givenTime as at, givenId } from './testing/given.ts';
import { givenAccount, givenItem, useTestDatabase } from './testing/test-database.ts';
import { systemViewer } from './viewer.ts';

const database = useTestDatabase();

const issueOf = (item: Row<'item'>, subject: string): Row<'issue'> => ({
  id: givenId(),
  account_id: item.account_id,
  technology: item.technology,
  lineage: item.lineage,
  item_id: item.id,
  check_id: 'aws.s3-bucket.public',
  message_id: 'public',
  subject_key: subject,
  subject: { who: subject, port: 22, all: true },
  details: { age: 3 },
  evidence: [{ path: '/Policy/Statement/0', value: { Effect: 'Allow' } }],
  evidence_hash: 'e',
  score: 8,
  status: 'open',
  opened_at: at,
  changed_at: at,
  fixed_at: null,
  unverified_since: null,
});

async function given() {
  const db = database();
  const { id } = await givenAccount(db);
  const item = await givenItem(db, { account_id: id });
  const issues = ['a', 'b'].map((subject) => issueOf(item, subject));
  await insertIssues(db, issues);
  return { db, item, issues };
}

test('a batch is stored as it was given, and found by item, lineage and id', async () => {
  const { db, item, issues } = await given();
  expect(await issuesByItems(db, systemViewer, [item.id])).toEqual(issues);
  const asked = { accountId: item.account_id, lineages: [item.lineage] };
  expect(await issuesByLineages(db, systemViewer, asked)).toEqual(issues);
  expect(await issuesByIds(db, systemViewer, issues.map(({ id }) => id).slice(1))).toEqual(issues.slice(1));
});

test('the same issue is not stored twice', async () => {
  const { db, item } = await given();
  await expect(insertIssues(db, [issueOf(item, 'a')])).rejects.toMatchObject({ code: '23505' });
});

test('an update replaces everything but the identity', async () => {
  const { db, item, issues } = await given();
  const [first, second] = issues;
  const newer = await givenItem(db, { account_id: item.account_id, lineage: item.lineage });
  const change = {
    item_id: newer.id,
    subject: { who: 'other' },
    details: {},
    evidence: [{ path: '/a', value: null }],
    evidence_hash: 'f',
    score: 1,
    status: 'fixed' as const,
    opened_at: new Date(1),
    changed_at: new Date(2),
    fixed_at: new Date(3),
    unverified_since: new Date(4),
  };
  await updateIssues(db, [{ ...change, id: first?.id ?? '' }]);
  const lineages = { accountId: item.account_id, lineages: [item.lineage] };
  expect(await issuesByLineages(db, systemViewer, lineages)).toEqual([{ ...first, ...change }, second]);
});

test('transitions come oldest first', async () => {
  const { db, issues } = await given();
  const issue_id = issues[0]?.id ?? '';
  const opened = {
    id: givenId(),
    issue_id,
    at,
    from_status: null,
    to_status: 'open',
    cause: 'config',
    detail: {},
  } as const;
  const fixed = {
    ...opened,
    id: givenId(),
    at: new Date(at.getTime() + 1),
    from_status: 'open',
    to_status: 'fixed',
  } as const;
  await insertTransitions(db, [fixed, opened]);
  expect(await transitionsOf(db, systemViewer, issue_id)).toEqual([opened, fixed]);
});
