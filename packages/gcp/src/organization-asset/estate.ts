/** An organization with assets of its own and of a folder, beside those of its projects, which are none of them. */
import type { JsonObject } from '@security-monkey/sdk';
import type { Estate } from '@security-monkey/sdk/testing';
import { estate as projectEstate } from '../asset/estate.ts';
import { projectAssets } from '../asset/estate-project.ts';
import { answersOf, configOf, isSecondPage, type TestAsset } from '../other-assets/estate-assets.ts';

const organization = 'organizations/4242424242';

const bindings: readonly JsonObject[] = [
  { role: 'roles/resourcemanager.tagUser', members: ['group:ops@acme.example', 'user:kim@acme.example'] },
  { role: 'roles/resourcemanager.tagViewer', members: ['domain:acme.example'] },
];

const tagKey: TestAsset = {
  name: '//cloudresourcemanager.googleapis.com/tagKeys/281475012345678',
  assetType: 'cloudresourcemanager.googleapis.com/TagKey',
  ancestors: [organization],
  resource: {
    parent: `//cloudresourcemanager.googleapis.com/${organization}`,
    location: 'global',
    data: {
      name: 'tagKeys/281475012345678',
      parent: organization,
      shortName: 'environment',
      namespacedName: '4242424242/environment',
      createTime: '2026-01-02T03:04:05.678901Z',
      updateTime: '2026-01-02T03:04:05.678901Z',
      etag: 'abc=',
    },
  },
  iamPolicy: { etag: 'BwY=', bindings },
};

const sink = (id: string, within: string, ancestors: readonly string[]): TestAsset => ({
  name: `//logging.googleapis.com/${within}/sinks/${id}`,
  assetType: 'logging.googleapis.com/LogSink',
  ancestors,
  resource: {
    parent: `//cloudresourcemanager.googleapis.com/${within}`,
    location: 'global',
    data: {
      name: id,
      destination: 'storage.googleapis.com/acme-logs',
      filter: 'logName:cloudaudit',
      createTime: '2026-01-03T03:04:05.678901Z',
      updateTime: '2026-01-03T03:04:05.678901Z',
    },
  },
});

const sinks = [
  sink('all', organization, [organization]),
  sink('web', 'folders/222222', ['folders/222222', organization]),
];
const inProject = sink('own', 'projects/acme-web', ['projects/123456789012', 'folders/222222', organization]);

/** That a body of the family has each path is seen in the project's: a path is declared for both. */
const others: readonly TestAsset[] = projectAssets.map((asset) => ({ ...asset, ancestors: [organization] }));

const own: readonly TestAsset[] = [tagKey, ...sinks];

const assetTypes = [...new Set([...own, ...others].map(({ assetType }) => assetType))];

export const estate: Estate = {
  place: { partition: 'gcp', account: '4242424242', region: 'global' },
  fields: { otherAssets: assetTypes.join(' ') },
  answers: answersOf([inProject, ...own, ...others]),
  listing: {
    operation: 'cloudasset:assets.list',
    secondPage: isSecondPage,
    whole: 'of no type is anything given before all of it is there',
  },
  items: [
    {
      identity: `${tagKey.assetType} ${tagKey.name} 2026-01-02T03:04:05.678901Z`,
      lineage: tagKey.name,
      name: 'tagKeys/environment',
      config: configOf(tagKey),
    },
    ...sinks.map((one) => ({
      identity: `${one.assetType} ${one.name} 2026-01-03T03:04:05.678901Z`,
      lineage: one.name,
      name: one === sinks[0] ? 'sinks/all' : 'sinks/web',
      config: configOf(one),
    })),
    ...projectEstate.items,
  ],
};
