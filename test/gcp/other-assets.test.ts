/** Assets of types that no technology knows, over the wire: named in a field, recorded with history, without a secret and without churn. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import gcp from '../../packages/gcp/src/index.ts';
import { createKeyboard, type Keyboard } from '../../packages/server/src/cli/testing/type-command.ts';
import { createRegistry } from '../../packages/server/src/engine/registry.ts';
import { useTestDatabase } from '../../packages/server/src/store/testing/test-database.ts';
import { readComplaints, readHistory, readItems } from '../e2e/rows.ts';
import { type FakeGcp, startFakeGcp } from '../fake-gcp/start.ts';
import { impatientClock } from './calm-time.ts';
import {
  bindings,
  estateWith,
  type Holding,
  otherAssets,
  secrets,
  service,
  topic,
  topics,
  types,
  withoutBody,
} from './other-assets-estate.ts';
import { discoverAcme, succeed } from './watching.ts';

const database = useTestDatabase();
let keyboard: Keyboard;
let fake: FakeGcp;

beforeEach(() => {
  const registry = createRegistry([gcp]);
  keyboard = createKeyboard(database(), ({ runtime }) => ({ ...runtime, registry, clock: impatientClock() }));
});
afterEach(async () => {
  await fake.close();
});

/** The organization, discovered with these types in its field. */
async function given(holding: Holding = {}, fields: readonly string[] = [`otherAssets=${otherAssets}`]) {
  fake = await startFakeGcp(estateWith(holding), { pageCap: 2 });
  await discoverAcme(keyboard, fake.url, fields);
}

/** Google holds something else from now on. */
async function become(holding: Holding, fields: readonly string[] = []) {
  await fake.close();
  fake = await startFakeGcp(estateWith(holding), { pageCap: 2 });
  await update(`endpoint=${fake.url}`, ...fields);
}

/** The organization's fields; its projects follow with the next discovery. */
async function update(...fields: readonly string[]) {
  await succeed(keyboard, ['account', 'update', 'acme', ...fields.flatMap((field) => ['--field', field])]);
  await keyboard.type('scan', '--account', 'acme', ...only);
}

/** What other technologies find is told elsewhere. */
async function scanned(...options: readonly string[]) {
  const before = fake.requests.length;
  const [summary = {}] = await keyboard.json('scan', ...only, ...options);
  return { summary, requests: fake.requests.slice(before) };
}

const only = ['gcp.asset', 'gcp.organization-asset'].flatMap((id) => ['--technology', id]);

const namesOf = async (query: string) =>
  (await readItems(keyboard, query)).map(({ name }) => name).toSorted();

const countRevisions = async () => {
  const rows = await database().selectFrom('revision').select('id').execute();
  return rows.length;
};

const clean = {
  partialItems: 0,
  failedItems: 0,
  failedScopes: [],
  failedAccounts: [],
  failedDiscoveries: [],
};
const unchanged = { ...clean, created: 0, changed: 0, deleted: 0, held: 0 };

describe('assets of types that are named', () => {
  it('are recorded in each project that inherits the field, and above them, and found', async () => {
    await given();
    expect((await scanned()).summary).toMatchObject(clean);
    expect(await namesOf('technology:gcp.asset account:acme-web')).toEqual([
      'functions/mail',
      'instanceTemplates/worker',
      'keys/Maps of the shop',
      'services/shop',
      'subscriptions/hook',
      'topics/mails',
      'topics/orders',
      'topics/returns',
    ]);
    expect(await namesOf('technology:gcp.asset account:acme-data')).toEqual(['topics/clicks']);
    expect(await namesOf('technology:gcp.asset account:acme-ops')).toEqual([]);
    expect(await namesOf('technology:gcp.organization-asset')).toEqual(['tagKeys/environment']);
    expect(await namesOf('technology:gcp.asset pubsub')).toHaveLength(5);
    expect(await namesOf('technology:gcp.asset 10.0.0.7')).toEqual(['instanceTemplates/worker']);
    expect(await namesOf('technology:gcp.asset kim@acme.example')).toEqual(['topics/orders']);
    const [orders] = await readItems(keyboard, 'technology:gcp.asset topics/orders');
    expect(orders).toMatchObject({ region: 'global', tags: { team: 'shop' } });
    const [shop] = await readItems(keyboard, 'technology:gcp.asset services/shop');
    expect(shop).toMatchObject({ region: 'europe-west1' });
  });

  it('leave no secret in anything that is stored', async () => {
    await given();
    await scanned();
    const db = database();
    const stored = await Promise.all([
      db.selectFrom('item').selectAll().execute(),
      db.selectFrom('revision').selectAll().execute(),
      db.selectFrom('config').selectAll().execute(),
    ]);
    const text = JSON.stringify(stored);
    expect(text).toContain('topics/orders');
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  });

  it('are read through one listing of the organization’s inventory where that is on, as the same items', async () => {
    await given();
    await scanned();
    const revisions = await countRevisions();
    await update('assetInventory=on');
    expect((await scanned()).summary).toMatchObject(unchanged);
    expect(await countRevisions()).toBe(revisions);
    const { requests } = await scanned();
    const asked = requests.filter(({ method }) => method === 'cloudasset.assets.list');
    expect(new Set(asked.map(({ path }) => path))).toEqual(
      new Set(['/cloudasset.googleapis.com/v1/organizations/4242424242/assets']),
    );
    // Seven types with their policies, for three projects and what lies in none; topics fill two pages.
    expect(asked).toHaveLength(7 * 2 + 1);
  });

  it('make no revision when nothing has changed, whatever the order and what every change moves', async () => {
    await given();
    await scanned();
    const revisions = await countRevisions();
    expect((await scanned()).summary).toMatchObject(unchanged);
    await become({
      assets: { [types.topic]: topics.toReversed(), [types.service]: [service({ generation: 5 })] },
      bindings: bindings.toReversed().map((one) => ({ ...one, members: Object(one).members.toReversed() })),
    });
    expect((await scanned()).summary).toMatchObject(unchanged);
    expect(await countRevisions()).toBe(revisions);
  });

  it('make one revision of one change that lasts', async () => {
    await given();
    await scanned();
    const revisions = await countRevisions();
    await become({ assets: { [types.service]: [service({ image: 'shop:2', generation: 5 })] } });
    expect((await scanned()).summary).toMatchObject({ ...clean, created: 0, changed: 1, deleted: 0 });
    expect(await countRevisions()).toBe(revisions + 1);
    const [shop] = await readItems(keyboard, 'technology:gcp.asset services/shop');
    const history = await readHistory(keyboard, shop?.id ?? '');
    expect(history.map(({ kind }) => kind)).toEqual(['changed', 'created']);
  });

  it('are none, and nothing is asked, where none are named', async () => {
    await given({}, []);
    const { summary, requests } = await scanned();
    expect(summary).toMatchObject(clean);
    expect(await namesOf('technology:gcp.asset')).toEqual([]);
    expect(requests.filter(({ path }) => path.includes('cloudasset'))).toEqual([]);
  });
});

describe('an asset that is missing', () => {
  const [orders] = topics;
  const rest = topics.slice(1);
  const missing = { [types.topic]: rest };

  it.each([
    ['goes when the inventory says that it is deleted', [{ deleted: true, asset: orders }], 1],
    ['stays while the inventory still knows it', [{ asset: orders }], 0],
  ])('%s', async (_name, told, deleted) => {
    await given();
    await scanned();
    await become({ assets: missing, history: { [orders?.name ?? '']: told } });
    expect((await scanned()).summary).toMatchObject({ ...clean, deleted, held: 0 });
    expect(await namesOf('technology:gcp.asset topics/orders')).toHaveLength(1 - deleted);
  });

  it('goes when the inventory does not know it', async () => {
    await given();
    await scanned();
    await become({ assets: missing });
    fake.put({ match: /batchGetAssetsHistory/, kind: 'INVALID_ARGUMENT' });
    expect((await scanned()).summary).toMatchObject({ ...clean, deleted: 1, held: 0 });
  });

  it('stays, and the permission is told, when the inventory may not be asked', async () => {
    await given();
    await scanned();
    await become({ assets: missing });
    const permission = 'cloudasset.assets.exportResource';
    fake.put({ match: /batchGetAssetsHistory/, kind: 'PERMISSION_DENIED', permission });
    expect((await scanned()).summary).toMatchObject({ deleted: 0, held: 1 });
    expect(await readComplaints(keyboard)).toMatchObject([
      { class: 'access_denied', permission, operation: 'cloudasset:batchGetAssetsHistory' },
    ]);
  });

  it('was replaced when another one has its name', async () => {
    await given({ assets: { [types.topic]: [topic('orders', { createTime: '2026-01-01T00:00:00Z' })] } });
    await scanned();
    await become({ assets: { [types.topic]: [topic('orders', { createTime: '2026-02-02T00:00:00Z' })] } });
    expect((await scanned()).summary).toMatchObject({ ...clean, created: 1, deleted: 1 });
  });
});

describe('a type that is taken out of the field', () => {
  const others = Object.values(types).filter((type) => type !== types.topic);

  it.each([
    ['of several', `otherAssets=${others.join(' ')}`, 5],
    ['of all', 'otherAssets=', 11],
  ])('%s leaves its items as they were, says so, and is nothing to fix', async (_name, field, kept) => {
    await given();
    await scanned();
    const before = await namesOf('technology:gcp.asset,gcp.organization-asset');
    await update(field);
    const { summary, requests } = await scanned();
    expect(summary).toMatchObject({
      ...clean,
      created: 0,
      changed: 0,
      deleted: 0,
      held: kept === 11 ? 10 : 4,
    });
    expect(requests.filter(({ path }) => path.includes('batchGetAssetsHistory'))).toEqual([]);
    expect(await namesOf('technology:gcp.asset,gcp.organization-asset')).toEqual(before);
    expect(await readComplaints(keyboard)).toEqual([]);
    const { lines } = await keyboard.type('doctor');
    expect(lines.join('\n')).toContain('that a setting or a field of the account switches off');
    // Named again, all is as before.
    await update(`otherAssets=${otherAssets}`);
    expect((await scanned()).summary).toMatchObject(unchanged);
    expect((await keyboard.type('doctor')).lines.join('\n')).not.toContain('switches off');
  });
});

describe('a listing that fails', () => {
  it.each([
    [
      'because Google does not know the type',
      { kind: 'INVALID_ARGUMENT', match: /assets\?.*Topic.*RESOURCE/ },
      {
        class: 'misconfigured',
        message: expect.stringContaining(`does not know the asset type ${types.topic}`),
      },
    ],
    [
      'because resources may not be listed',
      {
        kind: 'PERMISSION_DENIED',
        match: /assets\?.*Topic.*RESOURCE/,
        permission: 'cloudasset.assets.listResource',
      },
      { class: 'access_denied', permission: 'cloudasset.assets.listResource' },
    ],
    [
      'because policies may not be listed',
      {
        kind: 'PERMISSION_DENIED',
        match: /assets\?.*Topic.*IAM_POLICY/,
        permission: 'cloudasset.assets.listIamPolicy',
      },
      { class: 'access_denied', permission: 'cloudasset.assets.listIamPolicy' },
    ],
    [
      'because its API is off, which says nothing of what was asked for',
      { kind: 'SERVICE_DISABLED', consumer: '100000000001', match: /assets\?.*Topic/ },
      { class: 'misconfigured', message: expect.stringContaining('Switch on cloudasset.googleapis.com') },
    ],
    [
      'in the middle of its pages',
      { kind: 'UNAVAILABLE', match: /assets\?.*Topic.*pageToken/ },
      { class: 'server_error' },
    ],
    ['with half a page', { kind: 'half-page', match: /assets\?.*Topic/ }, { class: 'network' }],
  ] as const)('%s fails its scope by that type’s name, and loses nothing', async (_name, fault, failure) => {
    await given();
    await scanned();
    const before = await namesOf('technology:gcp.asset');
    fake.put(fault);
    const { summary } = await scanned('--account', 'acme-web');
    expect(summary).toMatchObject({ created: 0, changed: 0, deleted: 0, held: 0 });
    expect(summary['failedScopes']).toMatchObject([
      { account: 'acme-web', technology: 'gcp.asset', failure },
    ]);
    expect(JSON.stringify(summary['failedScopes'])).toContain(types.topic);
    expect(await namesOf('technology:gcp.asset')).toEqual(before);
    fake.heal();
    expect((await scanned()).summary).toMatchObject(unchanged);
  });

  it('by one asset without a body records all others, and concludes nothing', async () => {
    await given();
    await scanned();
    await become({
      assets: { [types.topic]: [withoutBody, topic('new')], [types.service]: [service({ image: 'shop:2' })] },
    });
    const { summary } = await scanned('--account', 'acme-web');
    expect(summary).toMatchObject({ created: 1, changed: 1, deleted: 0, held: 0 });
    expect(summary['failedScopes']).toMatchObject([
      {
        technology: 'gcp.asset',
        failure: { class: 'invalid_response', message: expect.stringContaining(withoutBody.name) },
      },
    ]);
  });
});

it('a type that a technology records, and one that is none, are refused in one line each', async () => {
  await given();
  const typed = ['account', 'update', 'acme', '--field'];
  const { code, error } = await keyboard.type(...typed, 'otherAssets=storage.googleapis.com/Bucket, topics');
  expect(code).toBe(2);
  expect(error).toContain(
    'storage.googleapis.com/Bucket is recorded by gcp.storage-bucket already: leave it out',
  );
  expect(error).toContain('topics is no asset type, such as pubsub.googleapis.com/Topic');
});

it('account test names the permission that is missing', async () => {
  await given();
  const permission = 'cloudasset.assets.listResource';
  fake.put({ match: /assets\?/, kind: 'PERMISSION_DENIED', permission });
  await keyboard.type('scan', '--account', 'acme');
  const { code, lines } = await keyboard.type('account', 'test', 'acme-web');
  expect([code, lines.join('\n')]).toEqual([1, expect.stringContaining(`Grant ${permission}`)]);
});

it('the role has the permissions of the inventory', async () => {
  fake = await startFakeGcp(estateWith());
  for (const type of ['gcp', 'gcp-organization'])
    for (const format of ['gcloud', 'terraform']) {
      const { lines } = await keyboard.type('permissions', type, '--format', format);
      for (const what of ['exportResource', 'listIamPolicy', 'listResource'])
        expect(lines.join('\n')).toContain(`cloudasset.assets.${what}`);
    }
});
