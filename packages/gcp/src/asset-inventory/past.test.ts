/** Who is asked about, how far back, and what a watcher makes of an asset of then. */
import type { JsonObject, PastItem, WatchContext } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { type Past, pastThroughInventory } from './past.ts';

const assetType = 'iam.googleapis.com/ServiceAccount';
const until = new Date('2026-11-30T00:00:00.000Z');
const folder = '//iam.googleapis.com/projects/acme-web/serviceAccounts';
const ancestors = ['projects/123456789012'];

/** An account by its number, which Google has in the name of the asset, and by its address, which the product has. */
const item = (id: string, knownSince = until): PastItem => ({
  identity: id,
  lineage: `${folder}/${id}@acme.example`,
  name: `${id}@acme.example`,
  region: 'global',
  knownSince,
});

const asset = (id: string, data: JsonObject = { id }): JsonObject => ({
  name: `${folder}/${id}`,
  assetType,
  ancestors,
  resource: { data },
});

type Given = { readonly listed: readonly JsonObject[]; readonly history: readonly JsonObject[] };

function contextOf({ listed, history }: Given, assetInventory?: string) {
  const calls: (readonly [string, JsonObject])[] = [];
  const context: WatchContext = {
    send: async (operation, input) => {
      calls.push([operation, input]);
      return { assets: operation.startsWith('cloudasset:assets.list') ? listed : history };
    },
    shared: (_key, load) => load(),
    place: { partition: 'gcp', account: 'acme-web', region: 'global' },
    facts: { partition: 'gcp', aliases: ['123456789012'] },
    fields: { ...(assetInventory !== undefined && { assetInventory }) },
  };
  const asked = (): readonly (readonly [string, JsonObject])[] =>
    calls.filter(([operation]) => operation.startsWith('cloudasset:batch'));
  return { context, calls, asked };
}

const past: Past = { source: { assetType, form: { int64: [] }, policies: [], lacks: ['keys'] } };
const organization = 'organizations/4242424242';
const span = (of: JsonObject, startTime: string, rest: JsonObject = {}): JsonObject => ({
  asset: of,
  window: { startTime },
  ...rest,
});

describe('the inventory', () => {
  it('is not asked where it is off', async () => {
    const { context, calls } = contextOf({ listed: [], history: [] });
    const question = { items: [item('1')], until };
    expect([await pastThroughInventory(context, question, past), calls]).toEqual([undefined, []]);
  });

  it('is not asked about what is known for as long as it remembers', async () => {
    const { context, calls } = contextOf({ listed: [asset('1')], history: [] }, organization);
    const question = { items: [item('1', new Date('2026-10-26T00:00:00.000Z'))], until };
    expect([await pastThroughInventory(context, question, past), calls]).toEqual([[], []]);
  });

  it('is asked about what it lists, by its own names, five weeks back', async () => {
    const { context, asked } = contextOf({ listed: [asset('1'), asset('3')], history: [] }, organization);
    await pastThroughInventory(context, { items: [item('1'), item('2')], until }, past);
    expect(asked()).toEqual([
      [
        'cloudasset:batchGetAssetsHistory',
        {
          parent: 'projects/123456789012',
          assetNames: [`${folder}/1`],
          contentType: 'RESOURCE',
          'readTimeWindow.startTime': '2026-10-26T01:00:00.000Z',
        },
      ],
    ]);
  });
});

describe('a state', () => {
  const told = async (history: readonly JsonObject[], rest: Partial<Past> = {}, knownSince = until) => {
    const { context } = contextOf({ listed: [asset('1')], history }, organization);
    const states = await pastThroughInventory(
      context,
      { items: [item('1', knownSince)], until },
      { ...past, ...rest },
    );
    return (states ?? []).map(({ from, config, unreadable = [] }) => [
      from.toISOString().slice(0, 10),
      config,
      ...unreadable.map(({ path, class: kind }) => `${path} ${kind}`),
    ]);
  };

  it('is of the time before the item was known', async () => {
    const history = [span(asset('1'), '2026-11-01T00:00:00Z'), span(asset('1'), '2026-11-20T00:00:00Z')];
    expect(await told(history, {}, new Date('2026-11-10T00:00:00Z'))).toEqual([['2026-11-01', { id: '1' }]]);
  });

  it('has nothing of what the inventory writes as empty and does not have', async () => {
    const history = [span(asset('1', { id: '1', keys: [], labels: {} }), '2026-11-01T00:00:00Z')];
    expect(await told(history)).toEqual([['2026-11-01', { id: '1' }]]);
  });

  it('is shaped by the watcher, and what that would ask for is not known', async () => {
    const shape: Past['describe'] = async ({ send }, listed) => {
      const failure = await send('iam:keys.list', {}).then(
        () => [],
        () => [{ path: '/keys', class: 'not_found' as const, message: '' }],
      );
      return { config: { ...listed, seen: true }, unreadable: failure };
    };
    const history = [span(asset('1'), '2026-11-01T00:00:00Z')];
    expect(await told(history, { describe: shape })).toEqual([
      ['2026-11-01', { id: '1', seen: true }, '/keys not_found'],
    ]);
  });

  it('that the watcher cannot make sense of, or that has no body, is not known', async () => {
    const shape: Past['describe'] = () => Promise.reject(new TypeError('no id'));
    const history = [span(asset('1'), '2026-11-01T00:00:00Z')];
    expect(await told(history, { describe: shape })).toEqual([['2026-11-01', {}, ' not_found']]);
    const { resource: _, ...bare } = asset('1');
    expect(await told([span(bare, '2026-11-01T00:00:00Z')])).toEqual([['2026-11-01', {}, ' not_found']]);
  });

  it('that was deleted did not exist', async () => {
    const history = [span(asset('1'), '2026-11-02T00:00:00Z', { deleted: true })];
    expect(await told(history)).toEqual([['2026-11-02', null]]);
  });
});
