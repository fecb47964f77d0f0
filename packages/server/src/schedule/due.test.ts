/** When accounts are due. */
import type { JsonValue } from '@security-monkey/sdk';
import { beforeEach, describe, expect, it } from 'vitest';
import { askForScan } from '../engine/ask-for-scan.ts';
import { settingSchemas } from '../engine/settings/schema.ts';
import { setSetting } from '../engine/settings/settings.ts';
import { createTestRuntime } from '../engine/testing/test-runtime.ts';
import type { Row } from '../store/schema.ts';
import { givenId } from '../store/testing/given.ts';
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

const activation = settingSchemas.activation.parse(undefined);

async function due(at: Date = now, settings = { intervals, activation }): Promise<readonly string[]> {
  const { registry } = createTestRuntime(database()).runtime;
  const found = await findDueAccounts(database(), { registry, settings, now: at });
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

/** The account was last tried then, and could not be connected to. */
async function givenRefusal(at: Date): Promise<void> {
  const failure = { class: 'credentials', message: 'no' } as const;
  await database()
    .insertInto('failure')
    .values({
      id: givenId(),
      account_id: account.id,
      technology: '',
      region: '',
      subject: '',
      stage: 'connect',
      class: failure.class,
      detail: JSON.stringify(failure),
      first_at: at,
      last_at: at,
    })
    .execute();
}

const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

describe('an account', () => {
  it('is due whole when it is new', async () => {
    expect(await due()).toEqual(everything);
  });

  it('that could not be connected to is due at once when a person asks, and not again after that try', async () => {
    await givenRefusal(ago(30));
    expect(await due()).toEqual([]);
    await askForScan(createTestRuntime(database()).runtime, { account });
    await database()
      .updateTable('account')
      .set({ scan_asked_at: ago(1) })
      .execute();
    expect(await due()).toEqual(everything);
    await database()
      .updateTable('failure')
      .set({ last_at: ago(0) })
      .execute();
    expect(await due()).toEqual([]);
  });

  it('is due when a person asks for a scan, as far as they asked and it is watched', async () => {
    await givenScope('fake.widget', { next_run_at: ago(-59) });
    await givenScope('fake.vault', { next_run_at: ago(-59) });
    const { runtime, clock } = createTestRuntime(database());
    clock.advance(now.getTime() - clock.now().getTime());
    expect(await askForScan(runtime, { account, technology: 'fake.vault' })).toEqual(['fake.vault']);
    expect(await due()).toEqual(['fake.vault']);
    await setSetting(runtime, 'ada', {
      key: 'activation',
      value: { technologies: { 'fake.widget': false } },
    });
    expect(await askForScan(runtime, { account })).toEqual(['fake.vault', 'fake.note']);
    expect(await due()).toEqual(['fake.vault']);
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
    expect(await due(ago(-1))).toEqual(['fake.widget', 'fake.vault']);
    expect(await due(ago(-541))).toEqual(everything);
  });

  it('whose first scan was broken off is due at once', async () => {
    await givenScope('fake.widget', { last_attempt_at: ago(1), lease_until: ago(-4) });
    expect(await due()).toEqual(['fake.widget']);
  });

  it('that cannot be connected to waits for its interval, not for nothing', async () => {
    await givenRefusal(ago(30));
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

describe('a technology that is switched off', () => {
  const off = (accounts = {}) =>
    settingSchemas.activation.parse({ technologies: { 'fake.vault': false }, accounts });

  it('is not due, not even in a new account', async () => {
    expect(await due(now, { intervals, activation: off() })).toEqual(['fake.widget', 'fake.note']);
    await givenScope('fake.vault', { next_run_at: ago(5), last_attempt_at: ago(65) });
    expect(await due(now, { intervals, activation: off() })).toEqual([]);
  });

  it('is planned for never, whatever was found of it', async () => {
    await givenScope('fake.vault', { next_run_at: ago(5), last_attempt_at: ago(65) });
    const scope = { account: 'prod', technology: 'fake.vault', region: 'north' };
    const scopes = [{ scope, outcome: 'frozen' }] as const;
    const options = { settings: { intervals, activation: off() }, now, random: () => 0 };
    await planNextRun(database(), { account, scopes }, options);
    expect(await database().selectFrom('coverage').select('next_run_at').execute()).toEqual([
      { next_run_at: null },
    ]);
  });

  it('is due where an account has it on', async () => {
    await givenScope('fake.vault', { next_run_at: ago(5), last_attempt_at: ago(65) });
    expect(await due(now, { intervals, activation: off({ 'pr*': { 'fake.vault': true } }) })).toEqual([
      'fake.vault',
    ]);
  });

  it('is due at once when it is on again', async () => {
    await givenScope('fake.vault', { last_complete_at: ago(1), last_attempt_at: ago(1) });
    expect(await due()).toEqual([]);
    await database().updateTable('coverage').set({ state: 'frozen' }).execute();
    expect(await due()).toEqual(['fake.vault']);
  });
});

it('an interval of the account counts for what was finished by hand', async () => {
  await givenScope('fake.vault', { last_complete_at: ago(30), last_attempt_at: ago(30) });
  const often = settingSchemas.intervals.parse({ accounts: { prod: { minutes: 30 } } });
  const seldom = settingSchemas.intervals.parse({ accounts: { prod: { minutes: 31 } } });
  expect(await due(now, { intervals: often, activation })).toEqual(['fake.vault']);
  expect(await due(now, { intervals: seldom, activation })).toEqual([]);
});

describe('a change of intervals', () => {
  const nextRuns = async () => {
    const rows = await database().selectFrom('coverage').selectAll().orderBy('technology').execute();
    return rows.map(({ technology, next_run_at: next }) => [
      technology,
      next && (next.getTime() - now.getTime()) / 60_000,
    ]);
  };

  it('moves the next runs of the scopes that it concerns, and no others', async () => {
    await givenScope('fake.note', { last_attempt_at: ago(10), next_run_at: ago(-590) });
    await givenScope('fake.vault', { last_attempt_at: ago(10), next_run_at: ago(-47) });
    await givenScope('fake.widget', { last_attempt_at: ago(10), next_run_at: null });
    const { runtime } = createTestRuntime(database());
    const set = (value: JsonValue) => setSetting(runtime, 'alice', { key: 'intervals', value });
    await set({ minutes: 60, technologies: { 'fake.note': 15 } });
    expect(await nextRuns()).toEqual([
      ['fake.note', 5],
      ['fake.vault', 47],
      ['fake.widget', null],
    ]);
    await set({ minutes: 60, technologies: { 'fake.note': 15 }, accounts: { 'p*': { minutes: 20 } } });
    expect(await nextRuns()).toEqual([
      ['fake.note', 5],
      ['fake.vault', 10],
      ['fake.widget', null],
    ]);
  });
});

/** Minutes from now until the one scope is due. */
async function planned(outcome: 'complete' | 'skipped', random: number): Promise<number> {
  const scope = { account: 'prod', technology: 'fake.widget', region: 'north' };
  const scopes = [{ scope, outcome }];
  await planNextRun(
    database(),
    { account, scopes },
    { settings: { intervals, activation }, now, random: () => random },
  );
  const { next_run_at: next } = await database().selectFrom('coverage').selectAll().executeTakeFirstOrThrow();
  return Math.round(((next?.getTime() ?? 0) - now.getTime()) / 60_000);
}
