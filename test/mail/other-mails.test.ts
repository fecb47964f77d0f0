/** What the mails of a first scan and of a day say, and who is told nothing. */
import { beforeEach, describe, expect, it } from 'vitest';
import { subscribe } from '../../packages/server/src/engine/messages/subscribe.ts';
import { writeEvents } from '../../packages/server/src/engine/notify/outbox.ts';
import { givenId, givenTime } from '../../packages/server/src/store/testing/given.ts';
import { givenAccount, useTestDatabase } from '../../packages/server/src/store/testing/test-database.ts';
import { insertUser, updateUser } from '../../packages/server/src/store/users.ts';
import { changeEverything, createPayments, enrol, openStatements, type Payments } from './payments.ts';
import { tell } from './tell.ts';
import { alice, draft, textOf, told } from './told.ts';

const database = useTestDatabase();

let payments: Payments;
beforeEach(async () => {
  payments = await createPayments(database());
});

describe('the mail of a first scan', () => {
  it('is one summary with the worst issues', async () => {
    await openStatements(payments);
    await payments.audit('2026-11-20T17:45:00.000Z');
    const [message] = await told(payments, {}, () => enrol(payments));
    expect(message?.subject).toBe('[payments-prod] First scan: 3 items, 5 open issues');
    const text = textOf(message);
    expect(text).toContain('payments-prod is watched now: 3 items found, 5 issues open.');
    expect(text).toContain('Found   2 S3 buckets, 1 SQS queue\nIssues  1 critical, 1 medium, 3 low');
    expect(text).toContain(
      'customer-statements-eu <https://monkey.example.com/items/ID> S3 bucket, eu-west-1  [Critical 10]\n  Everyone may s3:GetObject (read).\n  <https://monkey.example.com/items/ID?issue=ID>',
    );
    expect(text).toContain('/// Complete for 26 of 27 scopes of this account.');
  });
});

describe('the mail of a day', () => {
  it('tells of all accounts in the time zone of its receiver', async () => {
    const other = await givenAccount(payments.db, { name: 'logs-prod' });
    await subscribe(payments.runtime, alice, { ...draft, accounts: [], digestAt: '08:00' });
    await changeEverything(payments);
    await payments.audit('2026-11-20T17:52:30.000Z');
    await writeEvents(payments.db, [
      {
        id: payments.runtime.nextId(),
        key: 'failed',
        kind: 'scope.failed',
        at: new Date('2026-11-20T18:00:00Z'),
        accountId: other.id,
        payload: {
          account: { id: other.id, type: other.type, identifier: other.identifier, name: other.name },
          technology: '*',
          region: '*',
          failure: { class: 'credentials', message: 'The role cannot be assumed.' },
        },
      },
    ]);
    payments.clock.advance(12 * 3_600_000);
    expect(await tell(payments.runtime)).toEqual([]);
    payments.clock.advance(2 * 3_600_000);
    const [message, ...rest] = await tell(payments.runtime);
    expect(rest).toEqual([]);
    expect(message?.subject).toBe(
      '[Security Monkey] Sat 21 Nov: 2 issues opened, 1 fixed, 3 items changed, 1 scope not looked at',
    );
    const text = textOf(message);
    expect(text).toContain(
      'Daily digest · Fri 20 Nov 2026, 18:40 to 19:00\n\ndana.okafor changed 3 items in payments-prod. 2 issues opened, 1 fixed. 1\naccount not connected to.\n',
    );
    expect(text).toContain(
      'Fri 18:42  customer-statements-eu <https://monkey.example.com/items/ID> S3 bucket, eu-west-1, payments-prod  [Critical 10]',
    );
    expect(text).toContain(
      '/// Could not look. The account logs-prod could not be connected to since\n/// Fri 19:00: The role cannot be assumed.',
    );
    expect(text).toContain('daily at 08:00');
  });
});

describe('a receiver', () => {
  const person = {
    email: 'mara@example.com',
    name: 'Mara',
    role: 'view',
    password_hash: null,
    active: true,
    created_at: givenTime,
  } as const;

  it('is told nothing of accounts that they may not see', async () => {
    const userId = givenId();
    await insertUser(payments.db, { ...person, id: userId, accounts: [] });
    expect(await told(payments, { userId }, () => changeEverything(payments))).toEqual([]);
  });

  it('who may see an account no more is not told what waited', async () => {
    const userId = givenId();
    await insertUser(payments.db, { ...person, id: userId, accounts: [payments.account.id] });
    await subscribe(payments.runtime, alice, { ...draft, userId });
    await changeEverything(payments);
    await payments.audit('2026-11-20T17:52:30.000Z');
    payments.clock.advance(60_000);
    expect(await tell(payments.runtime)).toHaveLength(1);
    await updateUser(payments.db, userId, { accounts: [] });
    expect(await tell(payments.runtime)).toEqual([]);
    await updateUser(payments.db, userId, { accounts: 'all', active: false });
    expect(await tell(payments.runtime)).toEqual([]);
  });
});
