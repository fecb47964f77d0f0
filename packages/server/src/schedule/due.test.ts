/** When accounts are due. */
import { beforeEach, describe, expect, it } from 'vitest';
import { settingSchemas } from '../engine/settings/schema.ts';
import { createTestRuntime } from '../engine/testing/test-runtime.ts';
import type { Row } from '../store/schema.ts';
import { givenAccount, useTestDatabase } from '../store/testing/test-database.ts';
import { findDueAccounts } from './due.ts';
import { planNextRun } from './plan-next-run.ts';

const database = useTestDatabase();
const now = new Date('2026-02-01T12:00:00.000Z');
const intervals = settingSchemas.intervals.parse({ minutes: 60, technologies: { 'fake.note': 600 } });
const everything = ['fake.widget', 'fake.vault', 'fake.note'];

let account: Row<'account'>;
beforeEach(async () => {
  account = await givenAccount(database(), { type: 'fake', identifier: 'a1', name: 'prod' });
});

async function due(at: Date = now): Promise<readonly string[]> {
  const { registry } = createTestRuntime(database()).runtime;
  const found = await findDueAccounts(database(), { registry, intervals, now: at });
  return found.flatMap(({ technologies }) => technologies);
}

async function givenScope(
  technology: string,
  times: Partial<
    Pick<Row<'coverage'>, 'next_run_at' | 'last_complete_at' | 'last_attempt_at' | 'lease_until'>
  >,
) {
  await database()
    .insertInto('coverage')
    .values({ account_id: account.id, technology, region: 'north', state: 'complete', ...times })
    .execute();
}

const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

describe('an account', () => {
  it('is due whole when it is new', async () => {
    expect(await due()).toEqual(everything);
  });

  it('is not due when it is inactive', async () => {
    await database().updateTable('account').set({ active: false }).execute();
    expect(await due()).toEqual([]);
  });

  it('is due by technology, as soon as one of its scopes is', async () => {
    await givenScope('fake.widget', { next_run_at: ago(-1), last_attempt_at: ago(59) });
    await givenScope('fake.vault', { next_run_at: ago(0), last_attempt_at: ago(60) });
    await givenScope('fake.note', { last_complete_at: ago(59), last_attempt_at: ago(59) });
    expect(await due()).toEqual(['fake.vault']);
    expect(await due(ago(-1))).toEqual(everything);
  });

  it('whose first scan was broken off is due at once', async () => {
    await givenScope('fake.widget', { last_attempt_at: ago(1), lease_until: ago(-4) });
    expect(await due()).toEqual(['fake.widget']);
  });

  it('that cannot be connected to waits for its interval, not for nothing', async () => {
    const failure = { class: 'credentials', message: 'no' } as const;
    await database()
      .insertInto('failure')
      .values({
        id: account.id,
        account_id: account.id,
        technology: '',
        region: '',
        subject: '',
        stage: 'connect',
        class: failure.class,
        detail: JSON.stringify(failure),
        first_at: ago(300),
        last_at: ago(30),
      })
      .execute();
    expect(await due()).toEqual([]);
    expect(await due(ago(-30))).toEqual(everything);
  });

  it('is planned for its interval, a tenth sooner or later, where it was looked at', async () => {
    await givenScope('fake.widget', {});
    for (const [random, minutes] of [
      [0, 54],
      [0.5, 60],
      [0.999_999_99, 66],
    ] as const)
      expect(await planned('complete', random)).toBe(minutes);
  });

  it('is planned for the end of the lease of another run that held it', async () => {
    await givenScope('fake.widget', { lease_until: ago(-4) });
    expect(await planned('skipped', 0)).toBe(4);
    await database().updateTable('coverage').set({ lease_until: null }).execute();
    expect(await planned('skipped', 0)).toBe(1);
  });
});

/** Minutes from now until the one scope is due. */
async function planned(outcome: 'complete' | 'skipped', random: number): Promise<number> {
  const scope = { account: 'prod', technology: 'fake.widget', region: 'north' };
  const scopes = [{ scope, outcome }];
  await planNextRun(database(), { accountId: account.id, scopes }, { intervals, now, random: () => random });
  const { next_run_at: next } = await database().selectFrom('coverage').selectAll().executeTakeFirstOrThrow();
  return Math.round(((next?.getTime() ?? 0) - now.getTime()) / 60_000);
}
