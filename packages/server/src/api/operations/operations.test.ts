/** Health, readiness and figures: what they say, and to whom. */
import { beforeEach, describe, expect, it } from 'vitest';
import { givenAccount, givenIssue, givenItem, useTestDatabase } from '../../store/testing/test-database.ts';
import { type ApiTest, createApiTest } from '../testing/api-test.ts';

const db = useTestDatabase();
const metricsToken = 'a token for prometheus';
let test: ApiTest;

beforeEach(async () => {
  test = await createApiTest(db(), { metricsToken });
});

const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  test.app.inject({ method: 'GET', url, headers: { ...headers } });

describe('the figures', () => {
  const withToken = { authorization: `Bearer ${metricsToken}` };

  it('count what is watched and open, and how requests went', async () => {
    const account = await givenAccount(db());
    const item = await givenItem(db(), { account_id: account.id });
    await givenIssue(db(), item, { score: 9 });
    await get('/api/v1/session');
    const { body, headers } = await get('/metrics', withToken);
    expect(headers['content-type']).toMatch(/^text\/plain/);
    expect(body).toContain('security_monkey_accounts 1\n');
    expect(body).toContain('security_monkey_items 1\n');
    expect(body).toContain('security_monkey_open_issues{severity="critical"} 1\n');
    expect(body).toContain('security_monkey_open_issues{severity="low"} 0\n');
    expect(body).toContain('security_monkey_scopes{state="failed"} 0\n');
    expect(body).toContain('security_monkey_deliveries{state="dead"} 0\n');
    expect(body).toContain(
      'security_monkey_http_request_duration_seconds_count{method="GET",route="/api/v1/session",status="200"} 1\n',
    );
  });

  it('are counted at most once a minute', async () => {
    await get('/metrics', withToken);
    await givenAccount(db());
    expect((await get('/metrics', withToken)).body).toContain('security_monkey_accounts 0\n');
    test.clock.advance(60_000);
    expect((await get('/metrics', withToken)).body).toContain('security_monkey_accounts 1\n');
  });

  it.each([
    ['nobody', {}, 401],
    ['a wrong token', { authorization: 'Bearer a token for prometheuS' }, 401],
    ['the token alone', { authorization: metricsToken }, 401],
  ])('are refused to %s', async (_, headers, status) => {
    expect((await get('/metrics', headers)).statusCode).toBe(status);
  });

  it.each([
    ['an administrator', { role: 'admin' }, 200],
    ['somebody who justifies', { role: 'justify' }, 403],
    ['an administrator who sees some accounts only', { role: 'admin', accounts: [] }, 403],
  ] as const)('are for %s: %j gets %i', async (_, person, status) => {
    const { cookie } = await test.signedIn(person);
    const answer = await get('/metrics', { cookie: `security-monkey=${cookie}` });
    expect(answer.statusCode).toBe(status);
  });
});

describe('health', () => {
  it('is told to anybody, and tells nothing else', async () => {
    expect((await get('/healthz')).json()).toEqual({ alive: true });
    expect((await get('/readyz')).json()).toEqual({ ready: true });
  });
});
