/** The fake itself: that it is Google where it must be, and that it lets nothing pass that Google's documents do not know. */
import { afterEach, describe, expect, it } from 'vitest';
import { valueProblems } from './check-value.ts';
import type { Fault } from './faults.ts';
import { type Estate, type FakeGcp, type FakeOptions, startFakeGcp } from './start.ts';
import { loadTables } from './tables.ts';

const compute = '/compute.googleapis.com/compute/v1/projects/acme-web';
const crm = '/cloudresourcemanager.googleapis.com/v3';
const storage = '/storage.googleapis.com/storage/v1';

const rule = (name: string, id: string) => ({ id, name, sourceRanges: ['10.0.0.0/8'], disabled: false });
const conditional = {
  version: 3,
  etag: 'BwX=',
  bindings: [{ role: 'roles/viewer', members: ['user:a@acme.example'], condition: { expression: 'true' } }],
};
const estate: Estate = {
  parents: ['projects/acme-web', 'folders/77'],
  holds: {
    [`${compute}/global/firewalls`]: [rule('a', '1'), rule('b', '2'), rule('c', '3')],
    [`${crm}/projects/acme-web`]: { name: 'projects/123456789012', projectId: 'acme-web', state: 'ACTIVE' },
    [`${crm}/projects?parent=folders/77`]: [
      { name: 'projects/1', projectId: 'one', state: 'ACTIVE' },
      { name: 'projects/2', projectId: 'two', state: 'DELETE_REQUESTED' },
    ],
    [`POST ${crm}/projects/acme-web:getIamPolicy`]: conditional,
    [`${storage}/b?project=acme-web`]: [
      { id: 'acme-logs', name: 'acme-logs', acl: [{ entity: 'allUsers', role: 'READER' }] },
    ],
  },
};

let fake: FakeGcp | undefined;
const start = async (options?: FakeOptions) => (fake = await startFakeGcp(estate, options));

afterEach(async () => {
  const running = fake;
  fake = undefined;
  running?.takeProblems();
  await running?.close();
});

type Asking = { readonly method?: string; readonly body?: string; readonly token?: string };

async function ask(path: string, { method = 'GET', body, token = 'Bearer t' }: Asking = {}) {
  const headers = token === '' ? {} : { authorization: token };
  const response = await fetch(`${fake?.url}${path}`, { method, headers, ...(body && { body }) });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  return { status: response.status, body: isJson ? JSON.parse(text) : text };
}

describe('a listing', () => {
  it('comes in pages whose tokens lead on', async () => {
    await start({ pageCap: 2 });
    const first = await ask(`${compute}/global/firewalls`);
    expect(first.body.items.map(({ name }: { name: string }) => name)).toEqual(['a', 'b']);
    const second = await ask(`${compute}/global/firewalls?pageToken=${first.body.nextPageToken}`);
    expect(second.body).toEqual({ items: [rule('c', '3')] });
  });

  it('is as short as asked', async () => {
    await start();
    const { body } = await ask(`${compute}/global/firewalls?maxResults=1`);
    expect(body.items.length).toBe(1);
  });

  it('refuses a token with other parameters', async () => {
    const { takeProblems } = await start({ pageCap: 1 });
    const { body } = await ask(`${compute}/global/firewalls`);
    const other = await ask(`${compute}/global/firewalls?filter=x&pageToken=${body.nextPageToken}`);
    expect([other.status, takeProblems().length]).toEqual([400, 1]);
  });

  it('that is empty has no list', async () => {
    await start();
    expect((await ask(`${compute}/global/networks`)).body).toEqual({});
  });

  it('of a project that is not there is not found', async () => {
    await start();
    const { status, body } = await ask(`${compute.replace('acme-web', 'no-such')}/global/networks`);
    expect([status, body.error.errors[0].reason]).toEqual([404, 'notFound']);
  });
});

describe('a single resource', () => {
  it('is found by its address', async () => {
    await start();
    expect((await ask(`${crm}/projects/acme-web`)).body.name).toBe('projects/123456789012');
  });

  it('is found in its list', async () => {
    await start();
    expect((await ask(`${compute}/global/firewalls/b`)).body.id).toBe('2');
    expect((await ask(`${storage}/b/acme-logs`)).body.id).toBe('acme-logs');
  });
});

describe('Google leaves out', () => {
  it('projects that are to be deleted, unless asked', async () => {
    await start();
    const ids = async (query: string) =>
      (await ask(`${crm}/projects?parent=folders/77${query}`)).body.projects.map(
        ({ projectId }: { projectId: string }) => projectId,
      );
    expect([await ids(''), await ids('&showDeleted=true')]).toEqual([['one'], ['one', 'two']]);
  });

  it('the ACLs of a bucket, unless asked', async () => {
    await start();
    const acl = async (query: string) =>
      (await ask(`${storage}/b?project=acme-web${query}`)).body.items[0].acl;
    expect([await acl(''), (await acl('&projection=full')).length]).toEqual([undefined, 1]);
  });

  it('the conditions of a policy, unless asked', async () => {
    await start();
    const policy = async (body: string) =>
      (await ask(`${crm}/projects/acme-web:getIamPolicy`, { method: 'POST', body })).body;
    expect(await policy('{"options":{"requestedPolicyVersion":3}}')).toEqual(conditional);
    expect((await policy('{}')).bindings).toEqual([
      { role: 'roles/viewer_withcond_0123456789abcdef0123', members: ['user:a@acme.example'] },
    ]);
  });
});

describe('what the documents do not know', () => {
  it.each([
    ['an address', '/compute.googleapis.com/compute/v1/projects/acme-web/global/firewallz', {}, 404],
    ['an API', '/unknown.googleapis.com/v1/things', {}, 404],
    ['a write', `${compute}/global/firewalls`, { method: 'POST', body: '{}' }, 404],
    ['a parameter', `${compute}/global/firewalls?page=2`, {}, 400],
    ['a value of a parameter', `${storage}/b?project=acme-web&projection=all`, {}, 400],
    ['a number that is none', `${compute}/global/firewalls?maxResults=many`, {}, 400],
    ['a call that lacks a parameter', `${storage}/b`, {}, 400],
    ['a name of another form', `${crm}/projects/a/b`, {}, 404],
    [
      'a field that is sent',
      `${crm}/projects/acme-web:getIamPolicy`,
      { method: 'POST', body: '{"option":{}}' },
      400,
    ],
    [
      'a type that is sent',
      `${crm}/projects/acme-web:getIamPolicy`,
      { method: 'POST', body: '{"options":{"requestedPolicyVersion":"3"}}' },
      400,
    ],
  ] as const)('fails the test at its end: %s', async (...[, path, asking, status]) => {
    const running = await startFakeGcp(estate);
    fake = running;
    expect((await ask(path, asking)).status).toBe(status);
    fake = undefined;
    await expect(running.close()).rejects.toThrow("Google's documents do not know");
  });

  it.each([
    ['an address', { [`${compute}/global/firewallz`]: [] }, 'is no address'],
    ['a field', { [`${compute}/global/firewalls`]: [{ nam: 'a' }] }, '/nam is no field'],
    ['a number for digits', { [`${compute}/global/firewalls`]: [{ id: 1 }] }, '/id is 1'],
    ['a value that is none of the known', { [`${crm}/projects/p`]: { state: 'GONE' } }, 'none of'],
  ])('is refused in the estate: %s', async (_name, holds, message) => {
    await expect(startFakeGcp({ parents: [], holds })).rejects.toThrow(message);
  });
});

describe('a fault', () => {
  const firewalls = `${compute}/global/firewalls`;

  it.each<[string, Fault, string, number, string | undefined, string | undefined]>([
    [
      'of an old API that is off',
      { match: /./, kind: 'SERVICE_DISABLED' },
      firewalls,
      403,
      'accessNotConfigured',
      'SERVICE_DISABLED',
    ],
    [
      'of a new API that is off',
      { match: /./, kind: 'SERVICE_DISABLED' },
      `${crm}/projects/acme-web`,
      403,
      undefined,
      'SERVICE_DISABLED',
    ],
    [
      'of an old API that denies',
      { match: /./, kind: 'PERMISSION_DENIED' },
      firewalls,
      403,
      'forbidden',
      undefined,
    ],
    [
      'of a new API that denies',
      { match: /./, kind: 'PERMISSION_DENIED' },
      `${crm}/projects/acme-web`,
      403,
      undefined,
      'IAM_PERMISSION_DENIED',
    ],
    [
      'of Compute that limits',
      { match: /./, kind: 'RESOURCE_EXHAUSTED' },
      firewalls,
      403,
      'rateLimitExceeded',
      'RATE_LIMIT_EXCEEDED',
    ],
    [
      'of a new API that limits',
      { match: /./, kind: 'RESOURCE_EXHAUSTED' },
      `${crm}/projects/acme-web`,
      429,
      undefined,
      'RATE_LIMIT_EXCEEDED',
    ],
    [
      'of an API that is down',
      { match: /./, kind: 'UNAVAILABLE' },
      firewalls,
      503,
      'backendError',
      undefined,
    ],
    ['that it is not there', { match: /./, kind: 'NOT_FOUND' }, firewalls, 404, 'notFound', undefined],
  ])('has the form %s', async (...[, fault, path, status, legacy, reason]) => {
    const { put } = await start();
    put(fault);
    const { status: given, body } = await ask(path);
    expect([given, body.error.errors?.[0].reason, body.error.details?.[0].reason]).toEqual([
      status,
      legacy,
      reason,
    ]);
  });

  it('hits as often as told', async () => {
    const { put } = await start();
    put({ match: /firewalls/, kind: 'UNAVAILABLE', times: 1 });
    expect([(await ask(firewalls)).status, (await ask(firewalls)).status]).toEqual([503, 200]);
  });

  it('may be the page of a proxy', async () => {
    const { put } = await start();
    put({ match: /firewalls/, kind: 'not-json' });
    expect(await ask(firewalls)).toMatchObject({ status: 200, body: expect.stringContaining('<html>') });
  });

  it('may cut the answer', async () => {
    const { put } = await start();
    put({ match: /firewalls/, kind: 'half-page' });
    await expect(ask(firewalls)).rejects.toThrow('terminated');
  });
});

it('lets nobody in without a token', async () => {
  await start();
  expect((await ask(`${compute}/global/firewalls`, { token: '' })).status).toBe(401);
});

it('notes every request', async () => {
  const { requests, calls } = await start();
  await ask(`${compute}/global/firewalls`);
  await ask(`${compute}/global/firewalls/a`);
  expect(calls()).toEqual({ 'compute.firewalls.get': 1, 'compute.firewalls.list': 1 });
  expect(requests.map(({ path, token, status }) => [path, token, status])[0]).toEqual([
    `${compute}/global/firewalls`,
    't',
    200,
  ]);
});

it('holds only schemas that its tables define', () => {
  const lacking = loadTables().flatMap(({ api, schemas, methods }) =>
    [...JSON.stringify([schemas, methods]).matchAll(/"(?:#|body":"|gives":")(\w+)"/g)]
      .map(([, name = '']) => name)
      .filter((name) => schemas[name] === undefined)
      .map((name) => `${api} lacks ${name}`),
  );
  expect(lacking).toEqual([]);
});

it('names origin, revision and licence of every table', () => {
  for (const { origin, revision, license } of loadTables())
    expect([origin.startsWith('https://'), /^\d{8}$/.test(revision), license]).toEqual([
      true,
      true,
      'Apache-2.0',
    ]);
});

it.each([
  ['string', 1],
  ['boolean', 'true'],
  ['integer', 1.5],
  ['number', '1'],
  ['int64', 1],
  ['time', 'yesterday'],
  ['=A|B', 'C'],
  [['string'], 'a'],
  [['string'], [1]],
  [{ a: 'string' }, { b: 'x' }],
  [{ a: 'string' }, []],
  [{ '*': 'integer' }, { any: 'x' }],
] as const)('a value that is no %j is found out', (type, value) => {
  expect(valueProblems({}, type, { value }).length).toBe(1);
});
