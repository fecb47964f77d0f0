/** An organization of Google Cloud by the command line, over the wire: from `account discover` to items, failures by kind, and projects that go. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import gcp from '../../packages/gcp/src/index.ts';
import { fileWith, serviceAccountKey } from '../../packages/gcp/src/test-support/key-file.ts';
import { systemClock } from '../../packages/server/src/cli/runtime/system-clock.ts';
import { createKeyboard, type Keyboard } from '../../packages/server/src/cli/testing/type-command.ts';
import { createRegistry } from '../../packages/server/src/engine/registry.ts';
import { useTestDatabase } from '../../packages/server/src/store/testing/test-database.ts';
import { type FakeGcp, startFakeGcp } from '../fake-gcp/start.ts';
import { acme, estateOf } from './estate.ts';

const database = useTestDatabase();
const key = fileWith(serviceAccountKey);
let keyboard: Keyboard;
let fake: FakeGcp;

beforeEach(() => {
  const registry = createRegistry([gcp]);
  keyboard = createKeyboard(database(), ({ runtime }) => ({ ...runtime, registry, clock: systemClock }));
});
afterEach(async () => {
  await fake.close();
});

const discover = () =>
  keyboard.type(
    'account',
    'discover',
    'gcp',
    '--organization',
    acme.id,
    '--name',
    'acme',
    '--field',
    `endpoint=${fake.url}`,
    '--field',
    `keyFile=${key}`,
  );

async function given(projects: Parameters<typeof estateOf>[0] = acme.projects) {
  fake = await startFakeGcp(estateOf(projects), { pageCap: 2 });
}

/** Each scope in short. */
async function coverage(): Promise<readonly string[]> {
  const rows = await keyboard.json('coverage');
  return rows.map(({ account, technology, state, failure }) => {
    const { class: kind } = Object(failure);
    return [account, technology, state, kind].filter((part) => part !== undefined).join(' ');
  });
}

describe('an organization', () => {
  it('is discovered and scanned, and two scans make two times the same', async () => {
    await given();
    expect(await discover()).toEqual({
      code: 0,
      lines: ['acme: 4 accounts found, 3 new, 0 frozen.'],
      error: '',
    });
    const first = await keyboard.type('scan');
    expect([first.code, first.error]).toEqual([0, '']);
    const items = await keyboard.json('items');
    expect(
      items.map(({ account, technology, name }) => [account, technology, name].join(' ')).toSorted(),
    ).toEqual([
      'acme gcp.folder data',
      'acme gcp.folder tools',
      'acme gcp.folder web',
      'acme gcp.organization acme.example',
      'acme-data gcp.project acme-data',
      'acme-data gcp.storage-bucket acme-lake',
      'acme-ops gcp.project acme-ops',
      'acme-web gcp.compute-firewall allow-ssh',
      'acme-web gcp.compute-firewall allow-web',
      'acme-web gcp.compute-firewall deny-all',
      'acme-web gcp.compute-network main',
      'acme-web gcp.project acme-web',
      'acme-web gcp.storage-bucket acme-assets',
    ]);
    const second = await keyboard.json('scan');
    expect(second[0]).toMatchObject({ created: 0, changed: 0, deleted: 0, failedScopes: [] });
  });

  it('shows a new project within one scan, and freezes one that is to be deleted with what was known of it', async () => {
    await given(acme.projects.slice(1));
    await discover();
    await keyboard.type('scan');
    await fake.close();
    await given(
      acme.projects.map((one) =>
        one.projectId === 'acme-data' ? { ...one, state: 'DELETE_REQUESTED' } : one,
      ),
    );
    await keyboard.type('account', 'update', 'acme', '--field', `endpoint=${fake.url}`);
    const [summary] = await keyboard.json('scan');
    expect(summary).toMatchObject({ discovered: ['acme-web'], deleted: 0 });
    const frozen = (await coverage()).filter((row) => row.startsWith('acme-data'));
    expect(new Set(frozen.map((row) => row.split(' ').slice(2).join(' ')))).toEqual(
      new Set(['frozen account_suspended']),
    );
    const [lake] = await keyboard.json('items', 'name:acme-lake');
    expect(lake).toMatchObject({ status: 'frozen' });
  });

  it('fails loudly when projects may not be listed, and adds not even the project of the credentials', async () => {
    await given();
    fake.put({
      match: /v3\/projects\?/,
      kind: 'PERMISSION_DENIED',
      permission: 'resourcemanager.projects.list',
    });
    const refused = await discover();
    expect([refused.code, refused.error]).toEqual([
      1,
      expect.stringContaining('Grant resourcemanager.projects.list to the role'),
    ]);
    expect((await keyboard.json('account', 'list')).map(({ name }) => name)).toEqual(['acme']);
    expect((await keyboard.type('scan')).code).toBe(1);
    const doctor = await keyboard.type('doctor');
    expect(doctor.lines.join('\n')).toContain('resourcemanager.projects.list');
  });
});

describe('coverage tells apart', () => {
  const number = '100000000001';

  it.each([
    ['an API that is not in use', { kind: 'SERVICE_DISABLED', consumer: number }, 'frozen api_disabled'],
    ['an API that is off where the credentials live', { kind: 'SERVICE_DISABLED' }, 'failed misconfigured'],
    ['a permission that is missing', { kind: 'PERMISSION_DENIED' }, 'failed access_denied'],
    ['a perimeter', { kind: 'SECURITY_POLICY_VIOLATED' }, 'failed organization_denied'],
    ['an answer that is no JSON', { kind: 'not-json' }, 'failed invalid_response'],
  ] as const)('%s', async (_name, fault, expected) => {
    await given();
    await discover();
    await keyboard.type('scan');
    const before = await keyboard.json('items', 'technology:gcp.compute-firewall');
    fake.put({ match: /acme-web\/global\/firewalls/, ...fault });
    await keyboard.type('scan', '--account', 'acme-web');
    expect(await coverage()).toContain(`acme-web gcp.compute-firewall ${expected}`);
    const after = await keyboard.json('items', 'technology:gcp.compute-firewall');
    expect(after.length).toBe(before.length);
  });
});

it('coverage names the permission that Google names, where a call takes several', async () => {
  await given();
  await discover();
  fake.put({
    match: /v1\/b\?project=acme-web/,
    kind: 'PERMISSION_DENIED',
    permission: 'storage.buckets.getIamPolicy',
  });
  const [summary] = await keyboard.json('scan');
  expect(summary?.['failedScopes']).toMatchObject([
    { technology: 'gcp.storage-bucket', failure: { permission: 'storage.buckets.getIamPolicy' } },
  ]);
});

it('account test names the permission that is missing', async () => {
  await given();
  await discover();
  fake.put({
    match: /acme-web\/global\/networks/,
    kind: 'PERMISSION_DENIED',
    permission: 'compute.networks.list',
  });
  const { code, lines } = await keyboard.type('account', 'test', 'acme-web');
  expect([code, lines.filter((line) => line.includes('compute.networks.list'))]).toEqual([
    1,
    [expect.stringContaining('Required'), expect.stringContaining('Grant compute.networks.list')],
  ]);
  fake.heal();
  fake.put({ match: /v3\/folders\?/, kind: 'PERMISSION_DENIED', permission: 'resourcemanager.folders.list' });
  const organization = await keyboard.type('account', 'test', 'acme');
  expect([organization.code, organization.lines.join('\n')]).toEqual([
    1,
    expect.stringContaining('Grant resourcemanager.folders.list'),
  ]);
});
