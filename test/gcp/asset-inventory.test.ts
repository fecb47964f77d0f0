/** An organization read through its asset inventory, over the wire: the same items as by each API, and nothing concluded from what fails. */
import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../packages/server/src/store/testing/test-database.ts';
import type { Fault } from '../fake-gcp/start.ts';
import { assetsOf, firewalls, withoutBody } from './assets.ts';
import { useInventory } from './through-inventory.ts';

const database = useTestDatabase();
const { fake, given, become, turn, scanned } = useInventory(database);

/** Everything that is recorded of the projects' items. */
async function recorded() {
  const db = database();
  const items = await db
    .selectFrom('item')
    .selectAll()
    .where('technology', 'in', inventoried)
    .orderBy('technology')
    .orderBy('identity')
    .execute();
  const revisions = await db
    .selectFrom('revision')
    .select(['id', 'item_id', 'config_hash', 'kind'])
    .orderBy('id')
    .execute();
  return {
    items: items.map(({ technology, identity, lineage, name, region, config }) => ({
      technology,
      identity,
      lineage,
      name,
      region,
      config,
    })),
    revisions,
  };
}

const inventoried = [
  'gcp.compute-firewall',
  'gcp.compute-network',
  'gcp.compute-subnetwork',
  'gcp.iam-service-account',
  'gcp.kms-key',
  'gcp.storage-bucket',
];

/** Of the calls those that the inventory makes needless. */
const needless =
  /^(compute\.(firewalls|networks)\.list|compute\.subnetworks|storage\.buckets\.(list|getIamPolicy)|iam\.projects\.serviceAccounts\.(list|getIamPolicy)|cloudkms\.)/;

const clean = { partialItems: 0, failedItems: 0, failedScopes: [], failedAccounts: [], frozen: [] };

const unchanged = { created: 0, changed: 0, deleted: 0, held: 0, partialItems: 0, failedScopes: [] };

describe('the inventory of an organization', () => {
  it('gives the same items as the single APIs: to switch it on and off again changes nothing', async () => {
    await given('off');
    const direct = await scanned();
    expect(direct.summary).toMatchObject({ failedScopes: [], partialItems: 0 });
    expect(direct.methods.filter((method) => method.startsWith('cloudasset'))).toEqual([]);
    const before = await recorded();
    expect([...new Set(before.items.map(({ technology }) => technology))]).toEqual(inventoried);
    await turn('on');
    const through = await scanned();
    expect(through.summary).toMatchObject(unchanged);
    expect(through.methods.filter((method) => needless.test(method))).toEqual([]);
    expect(await recorded()).toEqual(before);
    await turn('off');
    expect((await scanned()).summary).toMatchObject(unchanged);
    expect(await recorded()).toEqual(before);
  });

  it('gives the same items to whom it is on from the beginning', async () => {
    await given('on');
    expect((await scanned()).summary).toMatchObject({ failedScopes: [], partialItems: 0 });
    const before = await recorded();
    expect(before.items.map(({ technology, identity }) => `${technology} ${identity}`)).toEqual([
      'gcp.compute-firewall 1',
      'gcp.compute-firewall 2',
      'gcp.compute-firewall 3',
      'gcp.compute-network 4',
      'gcp.compute-subnetwork 5234567890123456789',
      'gcp.iam-service-account 111111111111111111111',
      'gcp.kms-key projects/acme-web/locations/europe-west1/keyRings/shop/cryptoKeys/orders',
      'gcp.storage-bucket acme-assets 2026-01-01T00:00:00Z',
      'gcp.storage-bucket acme-lake 2026-01-01T00:00:00Z',
      'gcp.storage-bucket acme-reports 2026-02-01T00:00:00.000Z',
    ]);
    await turn('off');
    expect((await scanned()).summary).toMatchObject(unchanged);
    expect(await recorded()).toEqual(before);
  });

  it('is listed once for all projects, and anew in the next scan', async () => {
    await given('on');
    for (const round of [1, 2]) {
      const { methods } = await scanned();
      // Six types, of which four have policies; firewall rules and buckets fill two pages.
      expect([round, methods.filter((method) => method === 'cloudasset.assets.list').length]).toEqual([
        round,
        12,
      ]);
    }
  });
});

describe('an inventory that fails', () => {
  const cases: readonly (readonly [string, Omit<Fault, 'match'> & { readonly match?: RegExp }, object])[] = [
    [
      'in the middle of its pages',
      { kind: 'UNAVAILABLE', match: /assets\?.*Firewall.*pageToken/ },
      { class: 'server_error' },
    ],
    ['with half a page', { kind: 'half-page' }, { class: 'network' }],
    ['by its quota', { kind: 'RESOURCE_EXHAUSTED' }, { class: 'throttled' }],
    [
      'because resources may not be listed',
      { kind: 'PERMISSION_DENIED', permission: 'cloudasset.assets.listResource' },
      { class: 'access_denied', permission: 'cloudasset.assets.listResource' },
    ],
    [
      'because its API is off where the credentials live',
      { kind: 'SERVICE_DISABLED' },
      { class: 'misconfigured' },
    ],
    ['by a perimeter', { kind: 'SECURITY_POLICY_VIOLATED' }, { class: 'organization_denied' }],
  ];

  it.each(cases)('%s fails its scopes and loses no item', async (_name, fault, failure) => {
    await given('on');
    expect((await scanned('--technology', 'gcp.compute-firewall')).summary).toMatchObject(clean);
    const before = await recorded();
    fake().put({ match: /\/assets\?.*Firewall/, ...fault });
    const { summary } = await scanned('--technology', 'gcp.compute-firewall');
    expect(summary).toMatchObject({ created: 0, changed: 0, deleted: 0, held: 0, frozen: [] });
    expect(summary['failedScopes']).toMatchObject(
      ['acme-data', 'acme-ops', 'acme-web'].map((account) => ({
        account,
        technology: 'gcp.compute-firewall',
        failure,
      })),
    );
    expect(await recorded()).toEqual(before);
    fake().heal();
    const { summary: healed } = await scanned('--technology', 'gcp.compute-firewall');
    expect(healed).toMatchObject(unchanged);
  });

  it('names the permission to list policies, where that alone is missing', async () => {
    await given('on');
    fake().put({
      match: /\/assets\?.*KeyRing.*IAM_POLICY/,
      kind: 'PERMISSION_DENIED',
      permission: 'cloudasset.assets.listIamPolicy',
    });
    const { summary } = await scanned('--account', 'acme-web');
    expect(summary['failedScopes']).toMatchObject([
      {
        technology: 'gcp.kms-key',
        failure: { class: 'access_denied', permission: 'cloudasset.assets.listIamPolicy' },
      },
    ]);
  });

  it('because its API is off says nothing of the API of the items, also where the project itself counts the calls', async () => {
    await given('on');
    fake().put({ match: /\/assets\?/, kind: 'SERVICE_DISABLED', consumer: '100000000001' });
    const { summary } = await scanned('--account', 'acme-web');
    expect(summary['frozen']).toEqual([]);
    expect(summary['failedScopes']).toMatchObject(
      inventoried.map((technology) => ({
        technology,
        failure: {
          class: 'misconfigured',
          message: expect.stringContaining('Switch on cloudasset.googleapis.com'),
        },
      })),
    );
  });

  it('by one asset without a body fails that project alone, and loses none of its items', async () => {
    await given('on');
    expect((await scanned()).summary).toMatchObject(clean);
    const before = await recorded();
    await become(assetsOf({ 'compute.googleapis.com/Firewall': [...firewalls.slice(1), withoutBody] }));
    const { summary } = await scanned();
    expect(summary).toMatchObject({ deleted: 0, held: 0 });
    expect(summary['failedScopes']).toMatchObject([
      { account: 'acme-web', technology: 'gcp.compute-firewall', failure: { class: 'invalid_response' } },
    ]);
    expect((await recorded()).items).toEqual(before.items);
  });

  it('has the API of an item confirm that it is gone', async () => {
    await given('on');
    expect((await scanned()).summary).toMatchObject(clean);
    const [gone, ...rest] = firewalls;
    expect(gone?.['name']).toMatch('deny-all');
    await become(assetsOf({ 'compute.googleapis.com/Firewall': rest }));
    // Compute Engine still has it: the inventory lags behind.
    expect((await scanned()).summary).toMatchObject({ deleted: 0, changed: 0, failedScopes: [] });
  });
});
