/** What the asset inventory remembers of a project's items is told as their history, over the wire: as it was, no more than is known, and once. */
import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../packages/server/src/store/testing/test-database.ts';
import { systemViewer } from '../../packages/server/src/store/viewer.ts';
import { itemConfigAt } from '../../packages/server/src/store/views/item-at.ts';
import type { Fault } from '../fake-gcp/start.ts';
import { type AssetSpan, assetsOf, historyOf, listedAssets } from './assets.ts';
import { useInventory } from './through-inventory.ts';

const database = useTestDatabase();
const { keyboard, fake, given, turn, scanned } = useInventory(database);

const day = 86_400_000;
const begun = Date.now();
const ago = (days: number): Date => new Date(begun - days * day);

/** That everything has been as it is for ten days. */
const since = (contentType: 'RESOURCE' | 'IAM_POLICY'): readonly AssetSpan[] =>
  listedAssets(contentType).map((asset) => ({ asset, from: ago(10) }));

type Story = { readonly resources?: readonly AssetSpan[]; readonly policies?: readonly AssetSpan[] };

const holding = ({ resources = since('RESOURCE'), policies = since('IAM_POLICY') }: Story) => ({
  ...assetsOf(),
  ...historyOf('RESOURCE', resources),
  ...historyOf('IAM_POLICY', policies),
});

/** Of each technology's items the revisions in short: days ago, kind, source. */
async function told(): Promise<Readonly<Record<string, readonly string[]>>> {
  const rows = await database()
    .selectFrom('revision')
    .innerJoin('item', 'item.id', 'revision.item_id')
    .innerJoin('coverage', (join) =>
      join
        .onRef('coverage.account_id', '=', 'item.account_id')
        .onRef('coverage.technology', '=', 'item.technology'),
    )
    .where('coverage.past_filled_at', 'is not', null)
    .select(['item.name', 'revision.valid_from', 'revision.kind', 'revision.source', 'revision.unreadable'])
    .orderBy('item.technology')
    .orderBy('item.name')
    .orderBy('revision.valid_from')
    .execute();
  const texts = rows.map(({ name, valid_from, kind, source, unreadable }) => {
    const days = Math.round((begun - valid_from.getTime()) / day);
    const unknown = unreadable.map(({ path }) => path).join(' ');
    return [name, `${days} ${kind} ${source}${unknown === '' ? '' : ` without ${unknown}`}`] as const;
  });
  const byName = Map.groupBy(texts, ([name]) => name);
  return Object.fromEntries([...byName].map(([name, own]) => [name, own.map(([, text]) => text)]));
}

const historyCalls = (methods: readonly string[]): number =>
  methods.filter((method) => method === 'cloudasset.batchGetAssetsHistory').length;

describe('the history of assets', () => {
  it('begins each item when it became as it is, in the very form of the listing', async () => {
    await given('on', holding({}));
    const { summary, methods } = await scanned();
    expect(summary).toMatchObject({ failedScopes: [], partialItems: 0, changed: 0 });
    const whole = ['10 created backfill'];
    expect(await told()).toEqual({
      'allow-ssh': whole,
      'allow-web': whole,
      'deny-all': whole,
      main: [...whole, ...whole],
      // Its own policy is empty, of which the history says nothing.
      orders: ['10 created backfill without /iamPolicy', '0 rebaseline scan'],
      'acme-assets': whole,
      'acme-lake': whole,
      'acme-reports': [
        '10 created backfill without /acl /defaultObjectAcl /owner /iamPolicy',
        '0 rebaseline scan',
      ],
      'deploy@acme-web.iam.gserviceaccount.com': ['10 created backfill without /keys', '0 rebaseline scan'],
    });
    // acme-web has items of six technologies, of which four have policies; acme-data has buckets.
    expect(historyCalls(methods)).toBe(12);
    const again = await scanned();
    expect([historyCalls(again.methods), again.summary]).toMatchObject([0, { changed: 0, created: 0 }]);
  });

  it('is not asked for where the inventory is off, and told as soon as it is on', async () => {
    await given('off', holding({}));
    expect(historyCalls((await scanned()).methods)).toBe(0);
    expect(await told()).toEqual({});
    await turn('on');
    await scanned();
    const history = await told();
    expect(Object.keys(history)).toHaveLength(9);
    // What each API gave has the very form in which the inventory remembers it.
    expect(
      Object.values(history)
        .flat()
        .filter((text) => text.includes('changed')),
    ).toEqual([]);
  });
});

describe('a bucket whose policy changed', () => {
  const bucket =
    listedAssets('RESOURCE').find(({ name }) => name === '//storage.googleapis.com/acme-assets') ?? {};
  const policy =
    listedAssets('IAM_POLICY').find(({ name }) => name === '//storage.googleapis.com/acme-assets') ?? {};
  const { resource: whole, ...bare } = bucket;
  const resource = Object(whole);
  const bodied = (body: object): AssetSpan['asset'] => ({
    ...bucket,
    resource: { ...resource, data: { ...resource.data, ...body } },
  });
  const everybody = {
    ...policy,
    iamPolicy: { etag: 'BwX=', bindings: [{ role: 'roles/storage.objectViewer', members: ['allUsers'] }] },
  };
  const resources: readonly AssetSpan[] = [
    { asset: bodied({ timeCreated: '2020-01-01T00:00:00Z' }), from: ago(90), to: ago(30) },
    { asset: bare, from: ago(30), to: ago(28), deleted: true },
    {
      asset: bodied({ labels: { team: 'web' }, etag: 'CAA=', metageneration: 0 }),
      from: ago(28),
      to: ago(12),
    },
    { asset: bodied({ etag: 'CAB=' }), from: ago(12), to: ago(9) },
    { asset: bucket, from: ago(9) },
  ];
  const policies: readonly AssetSpan[] = [
    { asset: policy, from: ago(25), to: ago(20) },
    { asset: everybody, from: ago(20), to: ago(6) },
    { asset: policy, from: ago(5) },
  ];
  const story = holding({ resources, policies });

  it('has each of its states, without the bucket of that name before it, and the gap marked', async () => {
    await given('on', story);
    await scanned('--account', 'acme-web', '--technology', 'gcp.storage-bucket');
    expect((await told())['acme-assets']).toEqual([
      '28 created backfill without /iamPolicy',
      '25 rebaseline backfill',
      '20 changed backfill',
      '12 changed backfill',
      '6 rebaseline backfill without /iamPolicy',
      '5 changed backfill',
    ]);
    const { id } = await database()
      .selectFrom('item')
      .select('id')
      .where('name', '=', 'acme-assets')
      .executeTakeFirstOrThrow();
    const at = async (days: number): Promise<unknown> => {
      const state = await itemConfigAt(database(), systemViewer, {
        item: id,
        ref: { kind: 'time', at: ago(days) },
      });
      const { labels, iamPolicy } = Object(state?.config);
      return [labels, iamPolicy?.bindings[0].members];
    };
    expect(await at(29)).toEqual([undefined, undefined]);
    expect(await at(27)).toEqual([{ team: 'web' }, undefined]);
    expect(await at(24)).toEqual([{ team: 'web' }, ['projectOwner:acme-web']]);
    expect(await at(15)).toEqual([{ team: 'web' }, ['allUsers']]);
    expect(await at(10)).toEqual([undefined, ['allUsers']]);
    expect(await at(2)).toEqual([undefined, ['projectOwner:acme-web']]);
  });

  it('says in its history who tells of it, and to nobody else', async () => {
    await given('on', story);
    await scanned('--account', 'acme-web', '--technology', 'gcp.storage-bucket');
    const history = await keyboard().json('item', 'history', 'acme-assets');
    expect(
      history.map(({ kind, source, summary }) => [kind, source, String(summary).replace(/: .*/, '')]),
    ).toEqual([
      ['changed', 'backfill', '2 changes'],
      ['changed', 'backfill', '/labels removed'],
      ['changed', 'backfill', '2 changes'],
      ['created', 'backfill', 'Created'],
    ]);
    const { lines } = await keyboard().type('item', 'history', 'acme-assets');
    expect(lines.join('\n')).toContain("the provider's history");
    const kinds = await database().selectFrom('outbox').select('kind').execute();
    expect(kinds.filter(({ kind }) => kind.startsWith('item.'))).toEqual([]);
  });
});

describe('a history that cannot be had', () => {
  const firewalls = ['--account', 'acme-web', '--technology', 'gcp.compute-firewall'] as const;
  const keys = ['--account', 'acme-web', '--technology', 'gcp.kms-key'] as const;
  const cases: readonly (readonly [string, Omit<Fault, 'match'>, object])[] = [
    ['by the server', { kind: 'UNAVAILABLE' }, { class: 'server_error' }],
    ['with half an answer', { kind: 'half-page' }, { class: 'network' }],
    ['by a proxy', { kind: 'not-json' }, { class: 'invalid_response' }],
    ['by its quota', { kind: 'RESOURCE_EXHAUSTED' }, { class: 'throttled' }],
    ['by a perimeter', { kind: 'SECURITY_POLICY_VIOLATED' }, { class: 'organization_denied' }],
    [
      'because its API is off where the credentials live',
      { kind: 'SERVICE_DISABLED' },
      { class: 'misconfigured' },
    ],
    [
      'because its API is off in the project',
      { kind: 'SERVICE_DISABLED', consumer: '100000000001' },
      { class: 'misconfigured' },
    ],
    ['because it is denied', { kind: 'PERMISSION_DENIED' }, { class: 'access_denied' }],
  ];
  const contents = [
    {
      contentType: 'RESOURCE',
      scope: firewalls,
      permission: 'cloudasset.assets.exportResource',
      operation: 'cloudasset:batchGetAssetsHistory',
      items: 3,
    },
    {
      contentType: 'IAM_POLICY',
      scope: keys,
      permission: 'cloudasset.assets.exportIamPolicy',
      operation: 'cloudasset:batchGetAssetsHistory#iamPolicy',
      items: 1,
    },
  ];
  const rows = contents.flatMap((content) =>
    cases.map(([how, fault, failure]) => ({ ...content, how, fault, failure })),
  );

  it.each(rows)(
    'of $contentType, $how, is told with what would help, harms nothing, and is had later',
    async (row) => {
      const { contentType, scope, permission, operation, items } = row;
      await given('on', holding({}));
      fake().put({ match: new RegExp(`batchGetAssetsHistory.*${contentType}`), permission, ...row.fault });
      const { summary } = await scanned(...scope);
      expect(summary).toMatchObject({ failedScopes: [], failedItems: 0, partialItems: 0, frozen: [] });
      expect(summary['created']).toBe(items);
      const ofHistory = async () =>
        (await keyboard().json('doctor')).filter((one) => one['operation'] === operation);
      expect(await ofHistory()).toMatchObject([
        { ...row.failure, permission, scopes: 1, accounts: ['acme-web'] },
      ]);
      expect(await told()).toEqual({});
      fake().heal();
      expect((await scanned(...scope)).summary).toMatchObject({ created: 0, changed: 0, deleted: 0 });
      expect(await ofHistory()).toEqual([]);
      const texts = Object.values(await told()).flat();
      expect(texts.filter((text) => text.startsWith('10 created backfill'))).toHaveLength(items);
    },
  );
});
