/** Assets of types that no technology knows, as the inventory of a project tells them, or that of the organization. */
import { kim, organization, projects } from './known.ts';
import { type Fields, grant, type Holds, holdsOf, policy } from './wire.ts';

/** As the field of the organization names them. */
export const otherAssets =
  'pubsub.googleapis.com/Topic, run.googleapis.com/Service, compute.googleapis.com/Address, cloudresourcemanager.googleapis.com/TagKey';

const inventory = '/cloudasset.googleapis.com/v1';
const above = `organizations/${organization.id}`;
const inShop = [`projects/${projects['acme-shop'].number}`, 'folders/111111', above];

type Of = { readonly name: string; readonly ancestors: readonly string[]; readonly location?: string };

const asset = (assetType: string, { name, ancestors, location }: Of, data: Fields): Fields => ({
  name,
  assetType,
  ancestors,
  resource: { version: 'v1', ...(location !== undefined && { location }), data },
});

const topicType = 'pubsub.googleapis.com/Topic';
const topicName = (name: string) => `//pubsub.googleapis.com/projects/acme-shop/topics/${name}`;

const topics = ['orders', 'returns'].map((name) =>
  asset(
    topicType,
    { name: topicName(name), ancestors: inShop },
    { name: `projects/acme-shop/topics/${name}` },
  ),
);

const governed: Fields = {
  name: topicName('orders'),
  assetType: topicType,
  ancestors: inShop,
  iamPolicy: policy([grant('roles/pubsub.publisher', kim)]),
};

const service = asset(
  'run.googleapis.com/Service',
  {
    name: '//run.googleapis.com/projects/acme-shop/locations/europe-west1/services/cart',
    ancestors: inShop,
    location: 'europe-west1',
  },
  {
    apiVersion: 'serving.knative.dev/v1',
    kind: 'Service',
    metadata: {
      name: 'cart',
      uid: '0a1b2c3d-1111-2222-3333-444455556666',
      creationTimestamp: '2025-03-01T09:00:00Z',
      generation: 3,
    },
    spec: {
      template: { spec: { containers: [{ image: 'cart:3', env: [{ name: 'MODE', value: 'live' }] }] } },
    },
  },
);

const address = asset(
  'compute.googleapis.com/Address',
  {
    name: '//compute.googleapis.com/projects/acme-shop/regions/europe-west1/addresses/door',
    ancestors: inShop,
    location: 'europe-west1',
  },
  {
    id: 5234567890123456,
    name: 'door',
    address: '203.0.113.77',
    creationTimestamp: '2025-03-01T01:00:00.000-08:00',
  },
);

const tagKey = asset(
  'cloudresourcemanager.googleapis.com/TagKey',
  { name: '//cloudresourcemanager.googleapis.com/tagKeys/281475012345678', ancestors: [above] },
  { name: 'tagKeys/281475012345678', shortName: 'stage', createTime: '2025-03-01T09:00:00Z' },
);

const listing = (parent: string, type: string, contentType = 'RESOURCE') =>
  `${inventory}/${parent}/assets?contentType=${contentType}&assetTypes=${type}`;

/** The organization's inventory tells those of its projects too. */
export const otherAssetHolds: Holds = holdsOf([
  {
    [listing('projects/acme-shop', topicType, 'IAM_POLICY')]: [governed],
    [listing(above, 'cloudresourcemanager.googleapis.com/TagKey')]: [tagKey],
  },
  ...['projects/acme-shop', above].map((parent) => ({
    [listing(parent, topicType)]: topics,
    [listing(parent, 'run.googleapis.com/Service')]: [service],
    [listing(parent, 'compute.googleapis.com/Address')]: [address],
  })),
]);
