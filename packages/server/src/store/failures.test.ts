/** Failures: one row a subject, written when something about it is new. */
import { expect, test } from 'vitest';
import { clearFailures, listFailures, recordFailures } from './failures.ts';
import type { Row } from './schema.ts';
import { givenId } from './testing/given.ts';
import { givenAccount, useTestDatabase } from './testing/test-database.ts';
import { systemViewer } from './viewer.ts';

const database = useTestDatabase();

const at = (n: number) => new Date(n * 1_000);

async function given() {
  const db = database();
  const { id } = await givenAccount(db);
  const failure = (change: Partial<Row<'failure'>> = {}) => ({
    id: givenId(),
    account_id: id,
    technology: 'aws.s3-bucket',
    region: 'global',
    subject: '',
    stage: 'describe' as const,
    class: 'timeout',
    detail: { class: 'timeout', message: 'too slow' } as const,
    last_at: at(1),
    ...change,
  });
  const found = async () =>
    (await listFailures(db, systemViewer)).map(({ subject, class: kind, first_at, last_at }) => [
      subject,
      kind,
      first_at,
      last_at,
    ]);
  return { db, failure, found, scope: { accountId: id, technology: 'aws.s3-bucket', region: 'global' } };
}

test('the same failure again writes nothing', async () => {
  const { db, failure, found } = await given();
  await recordFailures(db, [failure()]);
  await recordFailures(db, [failure({ last_at: at(2) })]);
  expect(await found()).toEqual([['', 'timeout', at(1), at(1)]]);
});

test('another class is written, and keeps since when it fails', async () => {
  const { db, failure, found } = await given();
  await recordFailures(db, [failure()]);
  await recordFailures(db, [failure({ class: 'access_denied', last_at: at(2) })]);
  expect(await found()).toEqual([['', 'access_denied', at(1), at(2)]]);
});

test('of a subject that is given twice the last counts', async () => {
  const { db, failure, found } = await given();
  await recordFailures(db, [failure(), failure({ class: 'network' })]);
  expect(await found()).toEqual([['', 'network', at(1), at(1)]]);
});

test.each([
  ['the subjects named', { stages: ['describe'], subjects: ['a'] }, ['b', 'c']],
  ['all but those kept', { stages: ['describe'], keep: ['a'] }, ['a', 'c']],
  ['all of a stage', { stages: ['describe'], keep: [] }, ['c']],
  ['all of several stages', { stages: ['describe', 'audit'], keep: [] }, []],
] as const)('clears %s', async (_, which, left) => {
  const { db, failure, found, scope } = await given();
  await recordFailures(db, [
    failure({ subject: 'a' }),
    failure({ subject: 'b' }),
    failure({ subject: 'c', stage: 'audit' }),
  ]);
  await clearFailures(db, { ...scope, region: 'elsewhere' }, which);
  await clearFailures(db, scope, which);
  expect(new Set((await found()).map(([subject]) => subject))).toEqual(new Set(left));
});
