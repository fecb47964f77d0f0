/** Assets of several services, as the inventory tells them: forms after the references of each API. */
import type { JsonObject } from '@security-monkey/sdk';
import { type EstateAnswer, providerError } from '@security-monkey/sdk/testing';
import { readTime } from '../test-support/asset-way.ts';

export type TestAsset = {
  readonly name: string;
  readonly assetType: string;
  readonly ancestors: readonly string[];
  readonly resource: { readonly data: JsonObject; readonly location?: string; readonly parent?: string };
  /** None is listed of an asset without. */
  readonly iamPolicy?: JsonObject;
};

/** What the inventory answers where it holds these, of a type with several in two pages. */
export function answersOf(assets: readonly TestAsset[]): Readonly<Record<string, EstateAnswer>> {
  return {
    'cloudasset:assets.list': ({ assetTypes, pageToken }) => {
      const found = ofTypes(assets, assetTypes).map(described);
      if (found.length < 2) return { readTime, assets: found };
      return pageToken === undefined
        ? { readTime, assets: found.slice(0, 1), nextPageToken: 'second' }
        : { readTime, assets: found.slice(1) };
    },
    'cloudasset:assets.list#iamPolicy': ({ assetTypes }) => ({
      readTime,
      assets: ofTypes(assets, assetTypes).flatMap(({ name, assetType, ancestors, iamPolicy }) =>
        iamPolicy === undefined ? [] : [{ name, assetType, ancestors, iamPolicy }],
      ),
    }),
    'cloudasset:batchGetAssetsHistory': ({ assetNames }) => {
      const found = assets.filter(({ name }) => Array.isArray(assetNames) && assetNames.includes(name));
      if (found.length === 0) throw providerError('INVALID_ARGUMENT', 'rejected');
      return { assets: found.map((one) => ({ window: { startTime: readTime }, asset: described(one) })) };
    },
  };
}

function described({ name, assetType, ancestors, resource }: TestAsset) {
  return { name, assetType, ancestors, resource };
}

/** Of the last type, after which nothing more comes. */
export function isSecondPage({ assetTypes, pageToken }: JsonObject): boolean {
  const isLast = Array.isArray(assetTypes) && assetTypes.includes('cloudscheduler.googleapis.com/Job');
  return isLast && pageToken !== undefined;
}

function ofTypes(assets: readonly TestAsset[], types: unknown): readonly TestAsset[] {
  return assets.filter(({ assetType }) => Array.isArray(types) && types.includes(assetType));
}

/** What is recorded of the asset. */
export function configOf({ name, assetType, resource, iamPolicy }: TestAsset): JsonObject {
  const { data, location, parent } = resource;
  return {
    assetType,
    name,
    ...(location !== undefined && { location }),
    ...(parent !== undefined && { parent }),
    resource: data,
    iamPolicy: { bindings: iamPolicy?.['bindings'] ?? [] },
  };
}
