/** How each mail says that it can be stopped: by what its receiver can do. */
import { beforeEach, describe, expect, it } from 'vitest';
import { givenId } from '../../packages/server/src/store/testing/given.ts';
import { useTestDatabase } from '../../packages/server/src/store/testing/test-database.ts';
import { insertUser } from '../../packages/server/src/store/users.ts';
import { createPayments, openStatements, type Payments } from './payments.ts';
import { textOf, told } from './told.ts';

const database = useTestDatabase();
let payments: Payments;

describe('the end of a mail', () => {
  beforeEach(async () => {
    payments = await createPayments(database(), { isBlocked: false });
  });

  /** What stands between why one gets it and what its times mean. */
  async function stopOf(given: Payments, userId?: string): Promise<string | undefined> {
    const [message] = await told(given, { userId }, () => openStatements(given, { keepBlock: true }));
    return /each run\.\n(.*?)\nTimes are/s.exec(textOf(message))?.[1];
  }

  it('leads whoever signs in to the page where a button stops it', async () => {
    const id = givenId();
    await insertUser(payments.db, {
      id,
      email: 'mara@example.com',
      name: 'Mara',
      role: 'view',
      accounts: 'all',
      password_hash: null,
      active: true,
      created_at: payments.clock.now(),
    });
    expect(await stopOf(payments, id)).toBe(
      'Stop these mails\n<https://monkey.example.com/alerters?subscription=ID>.',
    );
  });

  it('asks those who do not sign in to hand that on', async () => {
    expect(await stopOf(payments)).toBe(
      'To stop it, hand this to an administrator:\nhttps://monkey.example.com/alerters?subscription=ID',
    );
  });

  it('says what is typed where the address of the interface is not configured', async () => {
    const runtime = { ...payments.runtime, alerting: { publicUrl: undefined, options: {} } };
    expect(await stopOf({ ...payments, runtime })).toBe(
      'To stop it:\nsecurity-monkey subscription remove ID',
    );
  });
});
