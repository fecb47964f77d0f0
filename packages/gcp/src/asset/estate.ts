/** A project that is asked for assets of six types: by its own inventory, and by that of its organization. */
import type { Estate, ExpectedItem } from '@security-monkey/sdk/testing';
import { answersOf, configOf, isSecondPage, type TestAsset } from '../other-assets/estate-assets.ts';
import { assetTypes, foreign, outside, projectAssets } from './estate-project.ts';

const otherAssets = assetTypes.join(', ');

/** What each is known by, in the order of the assets. */
const known: readonly Pick<ExpectedItem, 'name' | 'region' | 'tags'>[] = [
  { name: 'topics/orders', region: 'global', tags: { team: 'shop' } },
  {
    name: 'services/shop',
    region: 'europe-west1',
    tags: { 'cloud.googleapis.com/location': 'europe-west1', team: 'shop' },
  },
  { name: 'workerPools/mailer', region: 'europe-west1', tags: {} },
  { name: 'securityPolicies/office', region: 'global', tags: {} },
  { name: 'keys/Maps of the shop', region: 'global', tags: {} },
  { name: 'jobs/nightly', region: 'europe-west1', tags: {} },
  { name: 'jobs/warm', region: 'europe-west1', tags: {} },
];

const births: readonly string[] = [
  '',
  ' 2026-02-01T10:00:00.123456Z',
  ' 2026-02-02T10:00:00.123456Z',
  ' 2026-01-05T01:02:03.456-08:00',
  ' 2026-01-06T01:02:03.456789Z',
  '',
  '',
];

function expected(asset: TestAsset, index: number): ExpectedItem {
  const { assetType, name } = asset;
  return {
    identity: `${assetType} ${name}${births[index]}`,
    lineage: name,
    name: '',
    ...known[index],
    config: configOf(asset),
  };
}

const common = {
  place: { partition: 'gcp', account: 'acme-web', region: 'global' },
  facts: { aliases: ['123456789012'] },
  listing: {
    operation: 'cloudasset:assets.list',
    secondPage: isSecondPage,
    whole: 'of no type is anything given before all of it is there',
  },
} satisfies Partial<Estate>;

export const estate: Estate = {
  ...common,
  fields: { otherAssets },
  answers: answersOf(projectAssets),
  otherWays: {
    'the asset inventory of the organization': {
      ...common,
      fields: { otherAssets, assetInventory: 'organizations/4242424242' },
      answers: answersOf([...projectAssets, foreign, outside]),
    },
  },
  items: projectAssets.map(expected),
};
