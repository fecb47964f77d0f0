/** What is found out about an account is told where findings on others may depend on it. */
import { expect, it } from 'vitest';
import { saveAccountFacts } from '../../store/accounts.ts';
import { givenAccount, useTestDatabase } from '../../store/testing/test-database.ts';
import { createTestRuntime } from '../testing/test-runtime.ts';
import { saveFacts } from './save-facts.ts';

const database = useTestDatabase();

const known = { partition: 'fake', organizationId: 'o-1', aliases: ['c1'] };

it.each([
  ['the same facts', known, []],
  ['another organisation', { ...known, organizationId: 'o-2' }, ['settings.changed']],
  ['a further alias', { ...known, aliases: ['c1', 'c2'] }, ['settings.changed']],
  [
    'a fact that could not be read',
    { ...known, unreadable: [{ class: 'access_denied', message: 'no' }] },
    [],
  ],
] as const)('of an enrolled account: %s', async (_name, facts, events) => {
  const { runtime } = createTestRuntime(database());
  const given = await givenAccount(database(), { type: 'fake', identifier: 'a1', name: 'one' });
  const account = { ...given, enrolled_at: runtime.clock.now(), facts: known };
  await saveAccountFacts(database(), account.id, known);
  await saveFacts(runtime, account, facts);
  const rows = await database().selectFrom('outbox').select('kind').execute();
  expect(rows.map(({ kind }) => kind)).toEqual(events);
  const { facts: kept } = await database().selectFrom('account').select('facts').executeTakeFirstOrThrow();
  expect(kept).toEqual(facts);
});

it('before the enrolment has ended, its summary will tell', async () => {
  const { runtime } = createTestRuntime(database());
  const account = await givenAccount(database(), { type: 'fake', identifier: 'a1', name: 'one' });
  await saveFacts(runtime, { ...account, enrolled_at: null }, known);
  expect(await database().selectFrom('outbox').select('kind').execute()).toEqual([]);
});
