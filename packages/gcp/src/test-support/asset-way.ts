/** The way to a project's items through the asset inventory of its organization, for the estates of watchers. */
import type { JsonObject } from '@security-monkey/sdk';
import type { EstateAnswer, OtherWay } from '@security-monkey/sdk/testing';

export type AssetWay = {
  /** The assets with their resources, in the two pages that they come in. */
  readonly resources: readonly [readonly JsonObject[], readonly JsonObject[]];
  /** The assets with their policies; those without one are not listed. */
  readonly policies?: readonly JsonObject[];
  /** Calls of other APIs, for what the inventory lacks. */
  readonly answers?: Readonly<Record<string, EstateAnswer>>;
};

export const readTime = '2026-05-06T07:08:09.123456Z';

/** What every asset of the project acme-web says of where it lies. */
export const ancestors = ['projects/123456789012', 'folders/222222', 'organizations/4242424242'];

/** Of another project, which no item of this one may become. */
export const elsewhere = ['projects/210987654321', 'organizations/4242424242'];

/** Each asset was made, deleted and made again, as far as the inventory remembers. */
function historyOf(assets: readonly JsonObject[]): EstateAnswer {
  return ({ assetNames = [] }) => ({
    assets: assets
      .filter(({ name = '' }) => Array.isArray(assetNames) && assetNames.includes(name))
      .flatMap((asset) => [
        { asset, window: { startTime: '2026-11-07T00:00:00.000001Z' }, priorAssetState: 'DELETED' },
        {
          asset,
          window: { startTime: '2026-11-05T00:00:00Z', endTime: '2026-11-06T00:00:00Z' },
          priorAssetState: 'DOES_NOT_EXIST',
        },
        {
          asset: { name: asset['name'] ?? '', assetType: asset['assetType'] ?? '' },
          deleted: true,
          window: { startTime: '2026-11-06T00:00:00Z', endTime: '2026-11-07T00:00:00.000001Z' },
        },
      ]),
  });
}

export function assetWay({ resources, policies, answers }: AssetWay): OtherWay {
  const [first, second] = resources;
  return {
    place: { partition: 'gcp', account: 'acme-web', region: 'global' },
    facts: { aliases: ['123456789012'] },
    fields: { assetInventory: 'organizations/4242424242' },
    answers: {
      'cloudasset:assets.list': ({ pageToken }: JsonObject) =>
        pageToken === undefined
          ? { readTime, assets: first, nextPageToken: 'second' }
          : { readTime, assets: second },
      'cloudasset:batchGetAssetsHistory': historyOf([...first, ...second]),
      ...(policies !== undefined && {
        'cloudasset:assets.list#iamPolicy': () => ({ readTime, assets: policies }),
        'cloudasset:batchGetAssetsHistory#iamPolicy': historyOf(policies),
      }),
      ...answers,
    },
    listing: {
      operation: 'cloudasset:assets.list',
      whole:
        'the listing is for all projects of the organization: none gets anything before all of it is there',
    },
  };
}
