/** The commands about telling people: subscriptions, tests, and the log of what was sent. */
import alerters from '@security-monkey/alerters';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type MailServer, startMailServer } from '../../../../alerters/src/testing/mail-server.ts';
import { deliverMessages } from '../../engine/messages/deliver-messages.ts';
import { gatherMessages } from '../../engine/messages/gather-messages.ts';
import { writeEvents } from '../../engine/notify/outbox.ts';
import { createRegistry } from '../../engine/registry.ts';
import type { Runtime } from '../../engine/runtime.ts';
import { fakePlugin } from '../../engine/testing/fake-plugin.ts';
import { givenTime } from '../../store/testing/given.ts';
import { givenAccount, useTestDatabase } from '../../store/testing/test-database.ts';
import { insertUser } from '../../store/users.ts';
import { createKeyboard, type Keyboard } from '../testing/type-command.ts';

const database = useTestDatabase();
const userId = '00000000-0000-7000-9000-000000000007';

let keyboard: Keyboard;
let server: MailServer;
beforeEach(async () => {
  server = await startMailServer();
  keyboard = createKeyboard(database(), (bare) => ({
    ...bare.runtime,
    registry: createRegistry([fakePlugin(bare.cloud), alerters]),
    alerting: {
      publicUrl: undefined,
      options: { mail: { host: '127.0.0.1', port: server.port, security: 'none', from: 'a@b.example' } },
    },
  }));
});
afterEach(() => server.stop());

describe('subscription', () => {
  it('is added, listed and removed', async () => {
    const { json, type } = keyboard;
    await givenAccount(database(), { type: 'fake', identifier: 'a1', name: 'prod' });
    const [added] = await json(
      'subscription',
      'add',
      'Mara@Example.com',
      '--account',
      'prod',
      '--account',
      'test-*',
      '--technology',
      'fake.note',
      '--min-score',
      '6',
      '--on',
      'issue.fixed',
      '--on',
      'issue.opened',
      '--daily',
      '08:00',
      '--time-zone',
      'Europe/Berlin',
    );
    expect(added).toMatchObject({
      alerter: 'mail',
      address: 'Mara@example.com',
      accounts: ['fake:a1', 'test-*'],
      technologies: ['fake.note'],
      events: ['issue.opened', 'issue.fixed'],
      minScore: 6,
      dailyAt: '08:00',
      timeZone: 'Europe/Berlin',
      nextDigest: '2026-01-01T07:00:00.000Z',
      createdBy: 'tester',
      user: null,
    });
    expect(await json('subscription', 'list')).toEqual([added]);
    const id = String(added?.['id']);
    expect(await type('subscription', 'remove', id)).toEqual({ code: 0, lines: ['Removed.'], error: '' });
    expect(await json('subscription', 'list')).toEqual([]);
    expect(await type('subscription', 'remove', id)).toMatchObject({
      code: 1,
      error: `There is no subscription ${id}. See \`security-monkey subscription list\`.`,
    });
  });

  it('of an address that belongs to a user is told only what that user may see', async () => {
    const person = {
      id: userId,
      email: 'mara@example.com',
      name: 'Mara',
      role: 'view',
      accounts: [],
    } as const;
    await insertUser(database(), { ...person, password_hash: null, active: true, created_at: givenTime });
    const [added] = await keyboard.json('subscription', 'add', 'MARA@example.com');
    expect(added).toMatchObject({ user: userId });
  });

  it.each([
    [['mara'], 'The address is wrong: an address is written name@example.com, without anything around it.'],
    [['a@b.example', '--account', 'nobody'], 'The account is wrong: there is no account nobody.'],
    [['a@b.example', '--technology', 'fake.x'], 'The technology is wrong: there is no technology fake.x.'],
    [
      ['a@b.example', '--min-score', '11'],
      'The minimal score is wrong: a score is a whole number from 0 to 10.',
    ],
    [
      ['a@b.example', '--min-score', 'high'],
      'The minimal score is wrong: a score is a whole number from 0 to 10, not high.',
    ],
    [
      ['a@b.example', '--daily', '8:00'],
      'The time of the digest is wrong: 8:00 is no time of day; write it as 08:00.',
    ],
    [
      ['a@b.example', '--time-zone', 'Mars'],
      'The time zone is wrong: there is no time zone Mars; write it as Europe/Berlin.',
    ],
    [
      ['a@b.example', '--alerter', 'fax'],
      'The alerter is wrong: nobody can subscribe to fax; there are mail.',
    ],
  ])('%j is refused', async (argv, says) => {
    expect(await keyboard.type('subscription', 'add', ...argv)).toEqual({
      code: 2,
      lines: [],
      error: `${says} See \`security-monkey subscription add --help\`.`,
    });
    expect(await keyboard.json('subscription', 'list')).toEqual([]);
  });

  it('says that nothing is sent while mail is not configured', async () => {
    keyboard = createKeyboard(database(), (bare) => ({
      ...bare.runtime,
      registry: createRegistry([fakePlugin(bare.cloud), alerters]),
    }));
    expect(await keyboard.type('subscription', 'add', 'a@b.example')).toMatchObject({
      code: 0,
      error: 'Nothing is sent yet: mail is not configured where this runs; docs/guides/mail.md says how to.',
    });
  });
});

describe('alerter test', () => {
  it('sends a mail at once, and keeps it in the log', async () => {
    const { clock, json } = keyboard;
    const [sent] = await clock.paused(() => json('alerter', 'test', 'mail', '--to', 'mara@example.com'));
    expect(sent).toMatchObject({ to: 'mara@example.com', taken: true });
    expect(server.taken).toMatchObject([{ to: ['mara@example.com'] }]);
    expect(server.taken[0]?.text).toContain('You get this because tester asked for a test.');
    expect(await json('deliveries')).toMatchObject([
      {
        kind: 'message',
        to: 'mara@example.com',
        state: 'delivered',
        attempts: 1,
        what: '[Security Monkey] A test',
      },
    ]);
  });

  it('says why it was not taken, and does not try again by itself', async () => {
    const { clock, type, json } = keyboard;
    server.refusal = { at: 'recipient', code: 550, text: 'No such mailbox' };
    const typed = await clock.paused(() => type('alerter', 'test', 'mail', '--to', 'nobody@example.com'));
    expect(typed).toMatchObject({ code: 1, error: expect.stringContaining('550 No such mailbox') });
    expect(typed.error).toMatch(/^The test to nobody@example\.com was not taken: /);
    expect(await json('deliveries')).toMatchObject([{ state: 'dead', attempts: 1, nextAttempt: null }]);
  });
});

describe('deliveries', () => {
  async function deliver(runtime: Runtime) {
    keyboard.clock.advance(60_000);
    await keyboard.clock.paused(async () => {
      await gatherMessages(runtime);
      await deliverMessages(runtime, { signal: new AbortController().signal });
    });
  }

  it('show what waits with its failure, and what was given up is tried again when a person says so', async () => {
    const { json, type, runtime } = keyboard;
    const account = await givenAccount(database(), { type: 'fake', identifier: 'a1', name: 'prod' });
    await json('subscription', 'add', 'mara@example.com');
    const { id, type: kind, identifier, name } = account;
    await writeEvents(database(), [
      {
        id: runtime.nextId(),
        key: 'k',
        kind: 'scope.failed',
        at: keyboard.clock.now(),
        accountId: id,
        payload: { account: { id, type: kind, identifier, name }, technology: 'fake.note', region: 'north' },
      },
    ]);
    await server.stop();
    await deliver(runtime);
    const [waiting] = await json('deliveries', '--state', 'pending');
    expect(waiting).toMatchObject({
      to: 'mara@example.com',
      what: '[prod] 1 scope not looked at',
      attempts: 1,
      failure: expect.stringContaining('ECONNREFUSED'),
    });
    expect((await type('deliveries')).lines.at(-1)).toBe('1 in all.');
    await database().updateTable('message').set({ state: 'dead' }).execute();
    expect(await json('deliveries', '--state', 'pending')).toEqual([]);
    await server.start();
    await deliver(runtime);
    expect(server.taken).toEqual([]);
    const message = String(waiting?.['id']);
    expect(await json('delivery', 'retry', message)).toEqual([{ retried: 1 }]);
    await deliver(runtime);
    expect(server.taken).toHaveLength(1);
    expect(await type('delivery', 'retry', message)).toMatchObject({
      code: 1,
      error: expect.stringContaining('There is no message'),
    });
    expect(await type('delivery', 'retry')).toMatchObject({ lines: ['None was given up.'] });
  });
});
