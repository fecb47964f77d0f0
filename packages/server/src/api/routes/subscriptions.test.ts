/** Being told, by the API: one's own subscriptions, those of others for administrators, tests, and the log of deliveries. */
import { beforeEach, describe, expect, it } from 'vitest';
import { insertMessage } from '../../store/messages.ts';
import { givenId, givenTime } from '../../store/testing/given.ts';
import { givenAccount, useTestDatabase } from '../../store/testing/test-database.ts';
import { type ApiTest, type Caller, createApiTest } from '../testing/api-test.ts';

const db = useTestDatabase();
let test: ApiTest;
let mara: Caller;
let admin: Caller;

beforeEach(async () => {
  test = await createApiTest(db());
  mara = await test.signedIn({ role: 'view', name: 'Mara' });
  admin = await test.signedIn({ role: 'admin', name: 'Ada' });
});

const emailOf = ({ userId }: Caller): string => `${userId}@example.com`;
const post = (path: string, body: object, as: Caller) => test.request({ method: 'POST', path, body, as });
const subscribe = (body: object, as: Caller) => post('/subscriptions', { alerter: 'pigeon', ...body }, as);
const remove = (id: string, as: Caller) =>
  test.request({ method: 'DELETE', path: `/subscriptions/${id}`, as });

async function idsAt(path: string, as: Caller): Promise<readonly string[]> {
  const { rows } = (await test.request({ path, as })).json();
  return rows.map(({ id }: { readonly id: string }) => id);
}

describe('a subscription', () => {
  it('is one’s own unless said otherwise, and of everything', async () => {
    const answer = await subscribe({}, mara);
    expect(answer.json()).toEqual({
      id: expect.any(String),
      person: mara.userId,
      alerter: 'pigeon',
      address: emailOf(mara),
      accounts: 'all',
      technologies: 'all',
      events: ['item.changed', 'issue.opened', 'issue.fixed'],
      minScore: 0,
      dailyAt: null,
      timeZone: 'UTC',
      nextDigest: null,
      createdAt: test.clock.now().toISOString(),
      createdBy: 'Mara',
    });
  });

  it('is of some accounts, technologies, events and scores, at a time of the day in a zone', async () => {
    await givenAccount(db(), { type: 'fake', identifier: 'p1', name: 'prod' });
    const chosen = { technologies: ['fake.note'], events: ['issue.opened'], minScore: 6 };
    const answer = await subscribe(
      { ...chosen, accounts: ['prod', 'test-*'], dailyAt: '08:00', timeZone: 'Asia/Tokyo' },
      mara,
    );
    expect(answer.json()).toMatchObject({
      ...chosen,
      accounts: ['fake:p1', 'test-*'],
      dailyAt: '08:00',
      nextDigest: '2026-01-01T23:00:00.000Z',
    });
  });

  it.each([
    [{ alerter: 'owl' }, 'The alerter is wrong: nobody can subscribe to owl; there are pigeon.'],
    [{ accounts: ['nowhere'] }, 'The account is wrong: there is no account nowhere.'],
    [{ technologies: ['fake.nothing'] }, 'The technology is wrong: there is no technology fake.nothing.'],
    [
      { events: ['item.deleted'] },
      'The kind of event is wrong: pigeon does not tell of item.deleted; it tells of item.changed, issue.opened, issue.fixed.',
    ],
    [{ dailyAt: '8:00' }, 'The time of the digest is wrong: 8:00 is no time of day; write it as 08:00.'],
    [
      { timeZone: 'Mars/Base' },
      'The time zone is wrong: there is no time zone Mars/Base; write it as Europe/Berlin.',
    ],
  ])('is refused: %j', async (body, sentence) => {
    const answer = await subscribe(body, mara);
    expect([answer.statusCode, answer.json().title]).toEqual([400, 'subscription_invalid']);
    expect(answer.json().detail.split(' See ')[0]).toBe(sentence);
  });

  it('does not tell whether an account is there that one may not see', async () => {
    const { id } = await givenAccount(db(), { name: 'open' });
    await givenAccount(db(), { name: 'hidden' });
    const narrow = await test.signedIn({ role: 'view', accounts: [id] });
    expect((await subscribe({ accounts: ['open'] }, narrow)).statusCode).toBe(200);
    const hidden = (await subscribe({ accounts: ['hidden'] }, narrow)).json().detail;
    const absent = (await subscribe({ accounts: ['absent'] }, narrow)).json().detail;
    expect(hidden).toBe(absent.replace('absent', 'hidden'));
  });

  it('is listed and removed by whom it belongs to, and by administrators of everything', async () => {
    const { id } = (await subscribe({}, mara)).json();
    const other = await test.signedIn({ role: 'justify' });
    const narrow = await test.signedIn({ role: 'admin', accounts: [] });
    for (const stranger of [other, narrow]) {
      expect(await idsAt('/subscriptions', stranger)).toEqual([]);
      expect((await remove(id, stranger)).json().title).toBe('subscription_unknown');
    }
    expect(await idsAt('/subscriptions', mara)).toEqual([id]);
    expect(await idsAt('/subscriptions', admin)).toEqual([id]);
    expect((await remove(id, mara)).json()).toEqual({ done: true });
    const { id: second } = (await subscribe({}, mara)).json();
    expect((await remove(second, admin)).json()).toEqual({ done: true });
    expect(await idsAt('/subscriptions', mara)).toEqual([]);
  });

  it('is listed page by page', async () => {
    const made = [];
    for (const minScore of [1, 2, 3]) made.push((await subscribe({ minScore }, mara)).json().id);
    const first = (await test.request({ path: '/subscriptions?limit=2', as: mara })).json();
    const rest = (
      await test.request({ path: `/subscriptions?limit=2&after=${first.next}`, as: mara })
    ).json();
    expect([...first.rows, ...rest.rows].map(({ id }) => id)).toEqual(made);
    expect(rest.next).toBeNull();
  });

  it('of one person is not the fifty-first', async () => {
    for (let index = 0; index < 50; index += 1) await subscribe({}, mara);
    const answer = await subscribe({}, mara);
    expect([answer.statusCode, answer.json().title]).toEqual([400, 'subscription_invalid']);
    expect((await subscribe({}, admin)).statusCode).toBe(200);
  });
});

describe('another address', () => {
  const team = { address: 'team@example.com' };

  it('is for administrators of everything', async () => {
    const narrow = await test.signedIn({ role: 'admin', accounts: [] });
    for (const path of ['/subscriptions', '/alerters/pigeon/test']) {
      const body = path === '/subscriptions' ? { alerter: 'pigeon', ...team } : team;
      expect((await post(path, body, mara)).json().title).toBe('role_missing');
      expect((await post(path, body, narrow)).json().title).toBe('accounts_missing');
      expect((await post(path, body, admin)).statusCode).toBe(200);
    }
    expect(test.pigeon.sent.map(({ to }) => to)).toEqual(['team@example.com']);
  });

  it('that is somebody’s belongs to them, and is told what they may see', async () => {
    const answer = await subscribe({ address: emailOf(mara).toUpperCase() }, admin);
    expect(answer.json()).toMatchObject({ person: mara.userId, createdBy: 'Ada' });
    expect((await subscribe(team, admin)).json()).toMatchObject({ person: null });
  });

  it('that is one’s own in another case is one’s own', async () => {
    const address = emailOf(mara).toUpperCase();
    expect((await subscribe({ address }, mara)).json()).toMatchObject({ address, person: mara.userId });
  });
});

describe('alerters', () => {
  it('are listed with what their forms need', async () => {
    expect((await test.request({ path: '/alerters', as: mara })).json()).toEqual({
      rows: [
        {
          id: 'pigeon',
          title: 'Pigeon',
          address: { label: 'Window', example: 'mara@example.com' },
          events: ['item.changed', 'issue.opened', 'issue.fixed'],
          configured: true,
        },
      ],
    });
  });

  it('are tried at once', async () => {
    const answer = await post('/alerters/pigeon/test', {}, mara);
    expect(answer.json()).toEqual({ message: expect.any(String), address: emailOf(mara) });
    const [sent] = test.pigeon.sent;
    expect(sent).toMatchObject({ to: emailOf(mara), options: { loft: 'north' } });
    expect(sent?.message.subject).toBe('[Security Monkey] A test');
    expect(JSON.stringify(sent?.message.blocks)).toContain('Mara');
  });

  it('that take nothing say why, and the log keeps it', async () => {
    test.pigeon.refusal = 'The loft is closed.';
    const answer = await post('/alerters/pigeon/test', {}, mara);
    expect([answer.statusCode, answer.json().title]).toEqual([502, 'test_failed']);
    expect(answer.json().detail).toContain('The loft is closed');
    const { rows } = (await test.request({ path: '/deliveries', as: admin })).json();
    expect(rows).toMatchObject([
      { kind: 'message', address: emailOf(mara), state: 'dead', failure: 'The loft is closed.' },
    ]);
    expect(await idsAt('/deliveries', mara)).toEqual([]);
  });

  it('that there are not cannot be tried', async () => {
    expect((await post('/alerters/owl/test', {}, mara)).json().title).toBe('subscription_invalid');
  });
});

describe('the log of deliveries', () => {
  let dead: string;
  let pending: string;
  beforeEach(async () => {
    const { id } = (await subscribe({}, mara)).json();
    dead = await givenMessage(id, { state: 'dead', attempts: 16, failure: 'refused', subject: 'S' });
    pending = await givenMessage(id, {});
  });

  async function givenMessage(
    subscription: string,
    outcome: Parameters<typeof insertMessage>[2],
  ): Promise<string> {
    const id = givenId();
    const to = { alerter: 'pigeon', address: emailOf(mara) };
    const message = { id, subscription_id: subscription, account_id: null, kind: 'digest' } as const;
    await insertMessage(db(), { ...message, ...to, created_at: givenTime }, outcome);
    return id;
  }

  it('shows one’s own, by state', async () => {
    expect(await idsAt('/deliveries', mara)).toEqual([pending, dead]);
    expect(await idsAt('/deliveries?state=dead', mara)).toEqual([dead]);
    expect(await idsAt('/deliveries?state=dead&state=pending', admin)).toEqual([pending, dead]);
    expect(await idsAt('/deliveries?state=delivered', admin)).toEqual([]);
    const narrow = await test.signedIn({ role: 'admin', accounts: [] });
    expect(await idsAt('/deliveries', narrow)).toEqual([]);
  });

  it('lets one try again what was given up, once', async () => {
    const retry = (id: string, as: Caller) => post(`/deliveries/${id}/retry`, {}, as);
    const stranger = await test.signedIn({ role: 'justify' });
    expect((await retry(dead, stranger)).json().title).toBe('message_unknown');
    expect((await retry(pending, mara)).json().title).toBe('message_unknown');
    expect((await retry(dead, mara)).json()).toEqual({ done: true });
    expect((await retry(dead, mara)).json().title).toBe('message_unknown');
    const { rows } = (await test.request({ path: '/deliveries?state=pending', as: mara })).json();
    expect(rows).toContainEqual(
      expect.objectContaining({ id: dead, attempts: 0, nextAttempt: test.clock.now().toISOString() }),
    );
  });

  it('lets administrators try everything again', async () => {
    const retry = async (as: Caller) => (await post('/deliveries/retry', {}, as)).json();
    expect(await retry(admin)).toEqual({ retried: 1 });
    expect(await retry(admin)).toEqual({ retried: 0 });
  });
});
