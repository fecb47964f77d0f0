/** Assets of types that no technology knows, as Cloud Asset Inventory tells them, in the forms of Google's references; by type. */
import type { Estate } from '../fake-gcp/start.ts';
import { acme, estateOf } from './estate.ts';

export type Asset = Readonly<Record<string, unknown>> & { readonly name: string; readonly assetType: string };

export const types = {
  topic: 'pubsub.googleapis.com/Topic',
  subscription: 'pubsub.googleapis.com/Subscription',
  service: 'run.googleapis.com/Service',
  fun: 'cloudfunctions.googleapis.com/CloudFunction',
  template: 'compute.googleapis.com/InstanceTemplate',
  key: 'apikeys.googleapis.com/Key',
  tagKey: 'cloudresourcemanager.googleapis.com/TagKey',
} as const;

export const otherAssets = Object.values(types).join(', ');

const web = ['projects/100000000001', 'folders/111111', 'organizations/4242424242'];
const data = ['projects/100000000002', 'folders/222222', 'organizations/4242424242'];
const organization = ['organizations/4242424242'];

/** Assembled here, so that scanners of repositories do not take it for a leak. */
export const apiKey = ['AI', 'zaSyA0123456789abcdefghijklmnopqrstuv'].join('');
/** None of them may be stored. */
export const secrets = [
  'hunter2-env',
  'hunter2-build',
  'hunter2-script',
  'hunter2-push',
  'hunter2-run',
  apiKey,
];

type Told = { readonly ancestors: readonly string[]; readonly location?: string; readonly data: object };

function asset(assetType: string, name: string, told: Told): Asset {
  const { ancestors, ...resource } = told;
  const parent = `//cloudresourcemanager.googleapis.com/${ancestors[0]}`;
  return {
    name,
    assetType,
    ancestors,
    updateTime: '2026-03-01T08:02:05.000001Z',
    resource: { parent, ...resource },
  };
}

export const topic = (name: string, rest: object = {}, ancestors = web): Asset => {
  const own = `projects/${ancestors === web ? 'acme-web' : 'acme-data'}/topics/${name}`;
  return asset(types.topic, `//pubsub.googleapis.com/${own}`, { ancestors, data: { name: own, ...rest } });
};

export const service = (rest: { readonly image?: string; readonly generation?: number } = {}): Asset => {
  const { image = 'shop:1', generation = 4 } = rest;
  return asset(types.service, '//run.googleapis.com/projects/acme-web/locations/europe-west1/services/shop', {
    ancestors: web,
    location: 'europe-west1',
    data: {
      apiVersion: 'serving.knative.dev/v1',
      kind: 'Service',
      metadata: {
        name: 'shop',
        namespace: '100000000001',
        uid: '0a1b2c3d-1111-2222-3333-444455556666',
        creationTimestamp: '2026-02-01T10:00:00.123456Z',
        generation,
        resourceVersion: `AAYz8mQ${generation}`,
        labels: { team: 'shop' },
      },
      spec: {
        template: {
          spec: { containers: [{ image, env: [{ name: 'DATABASE_URL', value: 'hunter2-run' }] }] },
        },
      },
      status: {
        observedGeneration: generation,
        conditions: [
          { type: 'Ready', status: 'True', lastTransitionTime: `2026-02-0${generation}T10:01:00Z` },
        ],
      },
    },
  });
};

const subscription = asset(
  types.subscription,
  '//pubsub.googleapis.com/projects/acme-web/subscriptions/hook',
  {
    ancestors: web,
    data: {
      name: 'projects/acme-web/subscriptions/hook',
      topic: 'projects/acme-web/topics/orders',
      ackDeadlineSeconds: 10,
      pushConfig: { pushEndpoint: 'https://hooks.acme.example/push?token=hunter2-push' },
    },
  },
);

const fun = asset(
  types.fun,
  '//cloudfunctions.googleapis.com/projects/acme-web/locations/europe-west1/functions/mail',
  {
    ancestors: web,
    location: 'europe-west1',
    data: {
      name: 'projects/acme-web/locations/europe-west1/functions/mail',
      status: 'ACTIVE',
      runtime: 'nodejs22',
      environmentVariables: { LOG: 'hunter2-env' },
      buildEnvironmentVariables: { REGISTRY: 'hunter2-build' },
      updateTime: '2026-02-03T10:00:00.123Z',
      versionId: '3',
    },
  },
);

const template = asset(
  types.template,
  '//compute.googleapis.com/projects/acme-web/global/instanceTemplates/worker',
  {
    ancestors: web,
    location: 'global',
    data: {
      id: 7234567890123456,
      creationTimestamp: '2026-01-05T01:02:03.456-08:00',
      name: 'worker',
      properties: {
        machineType: 'e2-small',
        metadata: {
          fingerprint: 'fP1=',
          items: [{ key: 'startup-script', value: '#!/bin/sh\nexport HOME_OF=hunter2-script' }],
        },
        networkInterfaces: [{ networkIP: '10.0.0.7' }],
      },
    },
  },
);

const key = asset(
  types.key,
  '//apikeys.googleapis.com/projects/100000000001/locations/global/keys/0a1b2c3d-1234-4321-8888-0123456789ab',
  {
    ancestors: web,
    location: 'global',
    data: {
      name: 'projects/100000000001/locations/global/keys/0a1b2c3d-1234-4321-8888-0123456789ab',
      displayName: 'Maps of the shop',
      uid: '0a1b2c3d-1234-4321-8888-0123456789ab',
      createTime: '2026-01-06T01:02:03.456789Z',
      keyString: apiKey,
      etag: 'W/"abc=="',
    },
  },
);

const tagKey = asset(types.tagKey, '//cloudresourcemanager.googleapis.com/tagKeys/281475012345678', {
  ancestors: organization,
  location: 'global',
  data: {
    name: 'tagKeys/281475012345678',
    parent: 'organizations/4242424242',
    shortName: 'environment',
    createTime: '2026-01-02T03:04:05.678901Z',
    etag: 'abc=',
  },
});

export const topics: readonly Asset[] = [
  topic('orders', { labels: { team: 'shop' } }),
  topic('returns'),
  topic('mails', { messageRetentionDuration: '86400s' }),
  topic('clicks', {}, data),
];

/** Of everything that is not about projects or topics, one. */
export const all: Readonly<Record<string, readonly Asset[]>> = {
  [types.topic]: topics,
  [types.subscription]: [subscription],
  [types.service]: [service()],
  [types.fun]: [fun],
  [types.template]: [template],
  [types.key]: [key],
  [types.tagKey]: [tagKey],
};

export const bindings: readonly object[] = [
  { role: 'roles/pubsub.viewer', members: ['group:audit@acme.example'] },
  { role: 'roles/pubsub.publisher', members: ['user:kim@acme.example', 'group:shop@acme.example'] },
];

/** As Google would send one that cannot be read: without its body. */
export const withoutBody: Asset = {
  name: `${topics[0]?.name}-broken`,
  assetType: types.topic,
  ancestors: web,
};

export type Holding = {
  /** In place of what there is of their types. */
  readonly assets?: Readonly<Record<string, readonly Asset[]>>;
  readonly bindings?: readonly object[];
  /** What has become of single assets of acme-web, by name. */
  readonly history?: Readonly<Record<string, readonly object[]>>;
};

const inventory = '/cloudasset.googleapis.com/v1';
const listings = [
  { parent: 'organizations/4242424242', of: undefined },
  { parent: 'projects/acme-web', of: 'projects/100000000001' },
  { parent: 'projects/acme-data', of: 'projects/100000000002' },
];

/** The organization with these assets, as its own inventory and those of its projects tell them. */
export function estateWith({ assets = {}, bindings: own = bindings, history = {} }: Holding = {}): Estate {
  const { parents, holds } = estateOf(acme.projects);
  const lies = (one: Asset, within: string | undefined) =>
    within === undefined || Object(one)['ancestors'].includes(within);
  const resources = listings.flatMap(({ parent, of }) =>
    Object.entries({ ...all, ...assets }).map(([type, held]) => [
      `${inventory}/${parent}/assets?contentType=RESOURCE&assetTypes=${type}`,
      held.filter((one) => lies(one, of)),
    ]),
  );
  const { name = '', assetType = '' } = topics[0] ?? {};
  const governed = { name, assetType, ancestors: web, iamPolicy: { etag: 'BwY=', bindings: own } };
  const policies = listings
    .filter(({ parent }) => parent !== 'projects/acme-data')
    .map(({ parent }) => [
      `${inventory}/${parent}/assets?contentType=IAM_POLICY&assetTypes=${types.topic}`,
      [governed],
    ]);
  const histories = Object.entries(history).map(([of, told]) => [
    `${inventory}/projects/acme-web:batchGetAssetsHistory?assetNames=${of}`,
    { assets: told },
  ]);
  return { parents, holds: { ...holds, ...Object.fromEntries([...resources, ...policies, ...histories]) } };
}
