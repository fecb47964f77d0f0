/** Signing in to a project, over the wire, and what is found out about it. */
import { type JsonObject, OperationError, type Send } from '@security-monkey/sdk';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type Estate,
  type FakeGcp,
  type FakeOptions,
  startFakeGcp,
} from '../../../../test/fake-gcp/start.ts';
import { federation, fileWith, serviceAccountKey } from '../test-support/key-file.ts';
import { classifyGcpError } from './classify.ts';
import { connectProject } from './connect.ts';
import { projectFields } from './fields.ts';
import { probeProject } from './probe.ts';

const crm = '/cloudresourcemanager.googleapis.com/v3';
const web = { name: 'projects/123456789012', projectId: 'acme-web', state: 'ACTIVE', parent: 'folders/22' };
const estate: Estate = {
  parents: ['projects/acme-web'],
  holds: {
    [`${crm}/projects/acme-web`]: web,
    [`${crm}/projects/123456789012`]: web,
    [`${crm}/projects/acme-doomed`]: {
      name: 'projects/210000000000',
      projectId: 'acme-doomed',
      state: 'DELETE_REQUESTED',
    },
    [`${crm}/projects/acme-other`]: web,
    [`${crm}/folders/22`]: { name: 'folders/22', parent: 'folders/11' },
    [`${crm}/folders/11`]: { name: 'folders/11', parent: 'organizations/4242424242' },
  },
};
const key = fileWith(serviceAccountKey);

let fake: FakeGcp;
const start = async (options?: FakeOptions) => (fake = await startFakeGcp(estate, options));

afterEach(async () => {
  await fake.close();
});

async function connecting(fields: object = {}, identifier = 'acme-web') {
  const settings = {
    identifier,
    name: 'web',
    fields: projectFields.parse({ endpoint: fake.url, keyFile: key, ...fields }),
  };
  const connection = await connectProject(settings);
  const signal = new AbortController().signal;
  const send: Send = async (operation, input) => {
    try {
      return await connection.send({ operation, input, region: 'global', signal });
    } catch (error) {
      throw new OperationError({ ...classifyGcpError(error), operation });
    }
  };
  return { send, settings };
}

const listFirewalls = ['compute:firewalls.list', { project: 'acme-web' }] as const;

describe('a connection', () => {
  it.each([
    ['a key file', {}, 'token-of-key'],
    ['a workload identity', { keyFile: fileWith(federation(fileWith('jwt'))) }, 'token-of-federation'],
    [
      'another service account',
      { impersonate: 'reader@acme-ops.iam.gserviceaccount.com' },
      'token-of-reader@acme-ops.iam.gserviceaccount.com',
    ],
  ])('signs in with %s', async (_name, fields, token) => {
    await start();
    const { send } = await connecting(fields);
    expect(await send(...listFirewalls)).toEqual({});
    expect(fake.requests.at(-1)?.token).toBe(token);
  });

  it('names the project that calls are counted for', async () => {
    await start();
    const { send } = await connecting({ quotaProject: 'acme-ops' });
    await send(...listFirewalls);
    expect(fake.requests.at(-1)?.quotaProject).toBe('acme-ops');
  });

  it('asks for a token once, and again after it was refused', async () => {
    await start();
    const { send } = await connecting();
    const signIns = () => fake.requests.filter(({ path }) => path.startsWith('/oauth2')).length;
    await send(...listFirewalls);
    expect(signIns()).toBe(1);
    fake.put({ match: /firewalls/, kind: 'ACCESS_TOKEN_EXPIRED', times: 1 });
    await expect(send(...listFirewalls)).rejects.toMatchObject({ failure: { class: 'credentials' } });
    await send(...listFirewalls);
    expect(signIns()).toBe(2);
  });

  it('ends with its signal', async () => {
    await start();
    const connection = await connectProject({
      identifier: 'acme-web',
      name: 'web',
      fields: projectFields.parse({ endpoint: fake.url, keyFile: key }),
    });
    const reason = new Error('stopped');
    const call = { operation: listFirewalls[0], input: listFirewalls[1], region: 'global' };
    await expect(connection.send({ ...call, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it.each([
    ['SERVICE_DISABLED', '123456789012', 'api_disabled'],
    ['SERVICE_DISABLED', undefined, 'misconfigured'],
    ['BILLING_DISABLED', '123456789012', 'account_suspended'],
    ['PERMISSION_DENIED', undefined, 'access_denied'],
    ['RESOURCE_EXHAUSTED', undefined, 'throttled'],
    ['UNAVAILABLE', undefined, 'server_error'],
    ['SECURITY_POLICY_VIOLATED', undefined, 'organization_denied'],
    ['USER_PROJECT_DENIED', undefined, 'misconfigured'],
    ['ACCESS_TOKEN_SCOPE_INSUFFICIENT', undefined, 'misconfigured'],
    ['not-json', undefined, 'invalid_response'],
    ['half-page', undefined, 'network'],
  ] as const)('tells %s of project %s as %s', async (...[kind, consumer, expected]) => {
    await start();
    const { send } = await connecting();
    fake.put({ match: /firewalls/, kind, ...(consumer !== undefined && { consumer }) });
    await expect(send(...listFirewalls)).rejects.toMatchObject({ failure: { class: expected } });
  });
});

describe('connecting is refused', () => {
  it.each([
    ['a key file that is not there', { keyFile: '/nowhere/key.json' }, 'cannot be read'],
    ['a key file that is no JSON', { keyFile: fileWith('-----BEGIN') }, 'is no JSON'],
    ['a file of another kind', { keyFile: fileWith({ type: 'note' }) }, 'no key of Google'],
    [
      'a key file without its key',
      { keyFile: fileWith({ ...serviceAccountKey, private_key: '' }) },
      'lacks private_key',
    ],
    [
      'a key file with a broken key',
      { keyFile: fileWith({ ...serviceAccountKey, private_key: 'secret-of-acme' }) },
      'private key in the key file cannot be read',
    ],
  ])('for %s, without telling what it holds', async (_name, fields, message) => {
    await start();
    const refused: unknown = await connecting(fields).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      failure: { class: 'credentials', message: expect.stringContaining(message) },
    });
    expect(JSON.stringify(refused)).not.toContain('secret-of-acme');
  });

  it('for a key that Google has revoked', async () => {
    await start();
    fake.put({ match: /oauth2/, kind: 'ACCESS_TOKEN_EXPIRED' });
    await expect(connecting()).rejects.toMatchObject({ failure: { class: 'credentials' } });
  });

  it('when it may not act as the other service account', async () => {
    await start();
    fake.put({
      match: /generateAccessToken/,
      kind: 'PERMISSION_DENIED',
      permission: 'iam.serviceAccounts.getAccessToken',
    });
    await expect(
      connecting({ impersonate: 'reader@acme-ops.iam.gserviceaccount.com' }),
    ).rejects.toMatchObject({
      failure: { class: 'credentials', permission: 'iam.serviceAccounts.getAccessToken' },
    });
  });

  it('with the permission, for a project that may not be seen', async () => {
    await start();
    fake.put({
      match: /projects\/acme-web/,
      kind: 'PERMISSION_DENIED',
      permission: 'resourcemanager.projects.get',
    });
    await expect(connecting()).rejects.toMatchObject({
      failure: {
        class: 'access_denied',
        permission: 'resourcemanager.projects.get',
        message: expect.stringContaining('acme-web may not be seen, or there is none'),
      },
    });
  });

  it.each([
    ['a project that is to be deleted', 'acme-doomed', 'account_suspended'],
    ['another project than was asked for', 'acme-other', 'account_mismatch'],
    ['a project that nobody has', 'acme-typo', 'not_found'],
  ])('for %s', async (_name, identifier, expected) => {
    await start();
    await expect(connecting({}, identifier)).rejects.toMatchObject({ failure: { class: expected } });
  });

  it('when Resource Manager is off where the credentials live', async () => {
    await start();
    fake.put({ match: /cloudresourcemanager/, kind: 'SERVICE_DISABLED' });
    await expect(connecting()).rejects.toMatchObject({
      failure: { class: 'misconfigured', message: expect.stringContaining('project 999900001111') },
    });
  });
});

describe('a probe', () => {
  it.each([
    ['acme-web', ['123456789012']],
    ['123456789012', ['acme-web']],
  ])('of %s finds its other name and the organization', async (identifier, aliases) => {
    await start();
    const { send, settings } = await connecting({}, identifier);
    expect(await probeProject({ send, account: settings })).toEqual({
      facts: { partition: 'gcp', organizationId: '4242424242', aliases },
      regions: [],
      homeRegion: 'global',
    });
  });

  it('does not ask for an organization that is configured', async () => {
    await start();
    const { send, settings } = await connecting({ organizationId: '123123123' });
    const { facts } = await probeProject({ send, account: settings });
    expect([facts.organizationId, fake.calls()['cloudresourcemanager.folders.get']]).toEqual([
      '123123123',
      undefined,
    ]);
  });

  it('says that the organization could not be read', async () => {
    await start();
    const { send, settings } = await connecting();
    fake.put({ match: /folders\/11/, kind: 'PERMISSION_DENIED', permission: 'resourcemanager.folders.get' });
    const { facts } = await probeProject({ send, account: settings });
    expect(facts).toMatchObject({
      aliases: ['123456789012'],
      unreadable: [{ class: 'access_denied', permission: 'resourcemanager.folders.get' }],
    });
  });

  it('ends where folders go round in a circle', async () => {
    const circle: JsonObject = { parent: 'folders/1' };
    const send: Send = async (operation) =>
      operation.endsWith('projects.get') ? { ...web, ...circle } : circle;
    const account = { identifier: 'acme-web', name: 'web', fields: projectFields.parse({}) };
    await start();
    expect((await probeProject({ send, account })).facts).toEqual({
      partition: 'gcp',
      aliases: ['123456789012'],
    });
  });
});
