/** From a scan to the mailbox: one mail a run, none lost and none told as another, whatever the server does. */

import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testCertificate } from '../../packages/alerters/src/testing/certificate.ts';
import type { Database } from '../../packages/server/src/store/database/database.ts';
import { inTransaction } from '../../packages/server/src/store/database/transaction.ts';
import { removeSubscription } from '../../packages/server/src/store/subscriptions.ts';
import { testEngine, useTestDatabase } from '../../packages/server/src/store/testing/test-database.ts';
import { createMailStage, hour, type MailStage, minute, subjects } from './stage.ts';

const database = useTestDatabase();

let stage: MailStage;
beforeEach(async () => {
  stage = await createMailStage(database());
});
afterEach(() => stage.server.stop());

/** One subscription, and an account whose first scan is over and told. */
async function given(draft: Parameters<MailStage['subscribe']>[0] = {}): Promise<void> {
  await stage.subscribe(draft);
  stage.estate().put({ kind: 'note', name: 'n0' });
  await stage.run();
  await stage.settle();
  stage.server.taken.length = 0;
}

function change(name: string, text: string): void {
  stage.estate().put({ kind: 'note', name, body: { Text: text } });
}

async function messages() {
  return await database()
    .selectFrom('message')
    .select(['state', 'attempts', 'failure'])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

describe('a first scan', () => {
  it('sends one summary, whatever was found', async () => {
    await stage.subscribe();
    for (let index = 0; index < 50; index += 1) change(`n${index}`, 'account:x9');
    await stage.run();
    await stage.settle();
    await stage.run();
    await stage.settle();
    expect(subjects(stage)).toEqual(['[a1] First scan: 50 items, 50 open issues']);
  });
});

describe('a run', () => {
  it('makes one mail for a subscription, however much it brought', async () => {
    await given();
    for (let index = 0; index < 40; index += 1) change(`n${index}`, 'account:x9');
    await stage.run();
    expect(await stage.settle()).toEqual({ delivered: 1, failed: 0, dead: 0 });
    expect(subjects(stage)).toEqual(['[a1] 39 items created, 1 changed, 40 issues opened']);
  });

  it('that brought nothing makes none', async () => {
    await given();
    await stage.run();
    expect(await stage.settle()).toEqual({ delivered: 0, failed: 0, dead: 0 });
  });

  it('with one issue makes the mail of that issue', async () => {
    await given();
    change('n0', 'account:x9');
    await stage.run();
    await stage.settle();
    change('n0', 'nobody');
    await stage.run();
    await stage.settle();
    change('n0', 'account:x9');
    await stage.run();
    await stage.settle();
    expect(subjects(stage)).toEqual([
      '[a1] High 6: n0: It names x9',
      '[a1] Fixed, was High 6: n0: It names x9',
      '[a1] Again High 6: n0: It names x9',
    ]);
    const threads = stage.server.taken.map(({ headers }) => headers.get('references'));
    expect(threads[0]).toMatch(/^<issue-[0-9a-f-]{36}@example\.com>$/);
    expect(new Set(threads).size).toBe(1);
    expect(new Set(stage.server.taken.map(({ headers }) => headers.get('message-id'))).size).toBe(3);
  });

  it('is not cut in two while it goes on', async () => {
    await given();
    change('n1', 'account:x9');
    stage.clock.advance(minute);
    const seen: unknown[] = [];
    stage.cloud.beforeCall = async (_, { operation }) => {
      if (operation === 'fake:ListRegions') return;
      stage.clock.advance(2 * minute);
      seen.push((await stage.deliver()).delivered);
    };
    await stage.run();
    stage.cloud.beforeCall = undefined;
    expect(seen.length).toBeGreaterThan(3);
    expect(new Set(seen)).toEqual(new Set([0]));
    await stage.settle();
    expect(subjects(stage)).toEqual(['[a1] High 6: n1: It names x9']);
  });

  it('makes a mail for each account', async () => {
    await stage.server.stop();
    stage = await createMailStage(database(), { accounts: ['b1', 'b2'] });
    await stage.subscribe();
    await stage.run();
    await stage.settle();
    for (const account of ['b1', 'b2']) stage.estate(account).put({ kind: 'note', name: 'n' });
    await stage.run();
    await stage.settle();
    expect(subjects(stage).toSorted()).toEqual([
      '[b1] 1 item created',
      '[b1] First scan: 0 items, 0 open issues',
      '[b2] 1 item created',
      '[b2] First scan: 0 items, 0 open issues',
    ]);
  });

  it('is told to each subscription by what that is about', async () => {
    await given({ address: 'all@example.com' });
    await stage.subscribe({ address: 'grave@example.com', minScore: 7 });
    await stage.subscribe({ address: 'high@example.com', minScore: 6 });
    await stage.subscribe({ address: 'vaults@example.com', technologies: ['fake.vault'] });
    await stage.subscribe({ address: 'fixes@example.com', events: ['issue.fixed'] });
    await stage.subscribe({ address: 'others@example.com', accounts: ['other-*'] });
    await stage.subscribe({ address: 'named@example.com', accounts: ['a*'], events: ['issue.opened'] });
    change('n0', 'account:x9');
    await stage.run();
    await stage.settle();
    const told = () => stage.server.taken.map(({ to }) => String(to[0])).toSorted();
    expect(told()).toEqual(['all@example.com', 'high@example.com', 'named@example.com']);
    stage.server.taken.length = 0;
    change('n0', 'nobody');
    await stage.run();
    await stage.settle();
    expect(told()).toEqual(['all@example.com', 'fixes@example.com', 'high@example.com']);
  });
});

describe('a server', () => {
  it('that is down for an hour loses nothing and doubles nothing', async () => {
    await given();
    await stage.server.stop();
    for (let quarter = 0; quarter < 4; quarter += 1) {
      change(`n${quarter}`, 'account:x9');
      await stage.run();
      for (let tick = 0; tick < 14; tick += 1) await stage.settle();
    }
    expect(stage.server.taken).toEqual([]);
    expect((await messages()).slice(1).map(({ state }) => state)).toEqual(Array(4).fill('pending'));
    expect((await messages()).at(-1)?.failure).toMatch(/ECONNREFUSED/);
    await stage.server.start();
    for (let tick = 0; tick < 60; tick += 1) await stage.settle();
    expect(subjects(stage).toSorted()).toEqual(
      [0, 1, 2, 3].map((index) => `[a1] High 6: n${index}: It names x9`),
    );
    expect(new Set((await messages()).map(({ state }) => state))).toEqual(new Set(['delivered']));
  });

  it.each([
    ['recipient', 451, 'Come again later'],
    ['recipient', 550, 'No such mailbox'],
    ['content', 452, 'No space left'],
    ['content', 554, 'Looks like spam'],
  ] as const)('that refuses the %s with %i is asked again, with the same mail', async (at, code, text) => {
    await given();
    change('n0', 'account:x9');
    await stage.run();
    stage.server.refusal = { at, code, text };
    expect(await stage.settle()).toEqual({ delivered: 0, failed: 1, dead: 0 });
    expect((await messages()).at(-1)).toMatchObject({
      state: 'pending',
      attempts: 1,
      failure: expect.stringContaining(`${code} ${text}`),
    });
    expect(await stage.deliver()).toEqual({ delivered: 0, failed: 0, dead: 0 });
    stage.server.refusal = undefined;
    expect(await stage.settle()).toEqual({ delivered: 1, failed: 0, dead: 0 });
    expect((await messages()).at(-1)).toEqual({ state: 'delivered', attempts: 2, failure: null });
    expect(stage.server.taken).toHaveLength(1);
  });

  it('that never takes a mail is given up after two days, and holds up no other', async () => {
    await given({ address: 'nobody@example.com' });
    change('n0', 'account:x9');
    await stage.run();
    stage.server.refusal = { at: 'recipient', code: 550, text: 'No such mailbox' };
    for (let round = 0; round < 40; round += 1) {
      await stage.settle();
      stage.clock.advance(6 * hour);
    }
    expect((await messages()).at(-1)).toMatchObject({ state: 'dead', attempts: 16 });
    stage.server.refusal = undefined;
    change('n1', 'account:x9');
    await stage.run();
    await stage.settle();
    expect(subjects(stage)).toEqual(['[a1] High 6: n1: It names x9']);
  });

  it('whose password is wrong is told of without the password, in log and database', async () => {
    await stage.server.stop();
    stage = await createMailStage(database(), {
      accounts: ['c1'],
      security: 'tls',
      user: { name: 'monkey', password: 'right' },
      mail: {
        security: 'tls',
        certificateAuthority: testCertificate,
        username: 'monkey',
        password: 'correct horse battery',
      },
    });
    await stage.subscribe();
    await stage.run();
    expect(await stage.settle()).toEqual({ delivered: 0, failed: 1, dead: 0 });
    const everything = JSON.stringify([await messages(), stage.logged]);
    expect(everything).toContain('535');
    expect(everything).not.toContain('correct horse battery');
  });

  it('is reached through TLS with a user', async () => {
    await stage.server.stop();
    const user = { name: 'monkey', password: 'correct horse battery' };
    stage = await createMailStage(database(), {
      accounts: ['c1'],
      security: 'starttls',
      user,
      mail: {
        security: 'starttls',
        certificateAuthority: testCertificate,
        username: user.name,
        password: user.password,
      },
    });
    await stage.subscribe();
    await stage.run();
    await stage.settle();
    expect(stage.server.taken).toMatchObject([{ secure: true, user: 'monkey' }]);
  });
});

describe('a process that dies', () => {
  it('after the server took the mail, and before that was noted, sends the same mail again', async () => {
    await given();
    change('n0', 'account:x9');
    await stage.run();
    stage.clock.advance(minute);
    const dying = new AbortController();
    stage.server.onTaken = () => dying.abort();
    await stage.deliver(dying.signal);
    stage.server.onTaken = () => undefined;
    expect((await messages()).at(-1)).toMatchObject({ state: 'pending', attempts: 0 });
    expect(await stage.deliver()).toEqual({ delivered: 0, failed: 0, dead: 0 });
    expect(await stage.settle()).toEqual({ delivered: 1, failed: 0, dead: 0 });
    const [first, second] = stage.server.taken;
    expect(stage.server.taken).toHaveLength(2);
    for (const name of ['message-id', 'date', 'subject', 'references', 'to'])
      expect(second?.headers.get(name)).toBe(first?.headers.get(name));
    expect(second?.text).toBe(first?.text);
    expect(second?.html).toBe(first?.html);
    await stage.settle();
    expect(stage.server.taken).toHaveLength(2);
  });

  it('before it sent anything loses nothing', async () => {
    await given();
    change('n0', 'account:x9');
    await stage.run();
    stage.clock.advance(minute);
    const dead = new AbortController();
    dead.abort();
    await stage.deliver(dead.signal);
    expect(stage.server.taken).toEqual([]);
    await stage.settle();
    expect(subjects(stage)).toEqual(['[a1] High 6: n0: It names x9']);
  });

  it('several at once send each mail once', async () => {
    await given();
    for (let number = 0; number < 40; number += 1) change(`n${number}`, 'account:x9');
    await stage.run();
    stage.clock.advance(minute);
    await Promise.all(Array.from({ length: 6 }, () => stage.deliver()));
    expect(stage.server.taken).toHaveLength(1);
  });

  // The embedded database has one connection, so that nobody can hold anything meanwhile.
  it.skipIf(testEngine === 'pglite')(
    'takes a run whole, also while somebody else has a part of it',
    async () => {
      await given();
      for (const number of [1, 2, 3]) change(`n${number}`, 'account:x9');
      await stage.run();
      stage.clock.advance(minute);
      const { gathering } = await database()
        .transaction()
        .execute(async (tx) => {
          await tx
            .selectFrom('message_event')
            .select('outbox_id')
            .where('message_id', 'is', null)
            .orderBy('outbox_id')
            .limit(1)
            .forUpdate()
            .execute();
          let isOver = false;
          const done = stage.deliver().finally(() => {
            isOver = true;
          });
          await expect.poll(async () => isOver || (await somebodyWaits(tx)), { timeout: 20_000 }).toBe(true);
          return { gathering: done };
        });
      await gathering;
      expect(stage.server.taken).toHaveLength(1);
      const { waiting } = await database()
        .selectFrom('message_event')
        .where('message_id', 'is', null)
        .where('left_out', '=', false)
        .select(sql<number>`count(*)::integer`.as('waiting'))
        .executeTakeFirstOrThrow();
      expect(waiting).toBe(0);
    },
  );
});

/** Whether a statement on this database waits for a lock. */
async function somebodyWaits(db: Database): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`
    select exists (select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock') as waits`.execute(db);
  return rows[0]?.waits === true;
}

describe('a subscription', () => {
  it('that was removed is told nothing more', async () => {
    const subscription = await stage.subscribe();
    change('n0', 'account:x9');
    await stage.run();
    await inTransaction(database(), (tx) => removeSubscription(tx, subscription.id));
    await stage.settle();
    expect(stage.server.taken).toEqual([]);
  });

  it('is not about what happened before it was made', async () => {
    change('n0', 'account:x9');
    await stage.run();
    await stage.subscribe();
    await stage.settle();
    expect(stage.server.taken).toEqual([]);
  });
});
