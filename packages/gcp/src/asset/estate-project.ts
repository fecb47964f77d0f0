/** What lies in the project acme-web of types that no technology knows. */
import type { TestAsset } from '../other-assets/estate-assets.ts';
import { ancestors, elsewhere } from '../test-support/asset-way.ts';

const project = '//cloudresourcemanager.googleapis.com/projects/123456789012';

export const topic: TestAsset = {
  name: '//pubsub.googleapis.com/projects/acme-web/topics/orders',
  assetType: 'pubsub.googleapis.com/Topic',
  ancestors,
  resource: {
    parent: project,
    data: {
      name: 'projects/acme-web/topics/orders',
      labels: { team: 'shop' },
      messageRetentionDuration: '86400s',
      messageStoragePolicy: { allowedPersistenceRegions: ['europe-west1', 'europe-west4'] },
    },
  },
  iamPolicy: {
    etag: 'BwY=',
    bindings: [
      { role: 'roles/pubsub.viewer', members: ['group:audit@acme.example'] },
      { role: 'roles/pubsub.publisher', members: ['user:kim@acme.example', 'group:shop@acme.example'] },
    ],
  },
};

export const service: TestAsset = {
  name: '//run.googleapis.com/projects/acme-web/locations/europe-west1/services/shop',
  assetType: 'run.googleapis.com/Service',
  ancestors,
  resource: {
    parent: project,
    location: 'europe-west1',
    data: {
      apiVersion: 'serving.knative.dev/v1',
      kind: 'Service',
      metadata: {
        name: 'shop',
        namespace: '123456789012',
        uid: '0a1b2c3d-1111-2222-3333-444455556666',
        creationTimestamp: '2026-02-01T10:00:00.123456Z',
        generation: 4,
        resourceVersion: 'AAYz8mQ1xyz',
        labels: { 'cloud.googleapis.com/location': 'europe-west1', team: 'shop' },
      },
      spec: {
        template: {
          spec: {
            containers: [
              {
                image: 'europe-docker.pkg.dev/acme-web/shop/web:1.2.3',
                env: [
                  { name: 'DATABASE', value: 'orders' },
                  { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'shop-token', key: 'latest' } } },
                ],
              },
            ],
          },
        },
      },
      status: {
        observedGeneration: 4,
        conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: '2026-02-01T10:01:00Z' }],
        url: 'https://shop-abc.a.run.app',
      },
    },
  },
  iamPolicy: { bindings: [{ role: 'roles/run.invoker', members: ['allUsers'] }] },
};

const pool: TestAsset = {
  name: '//run.googleapis.com/projects/acme-web/locations/europe-west1/workerPools/mailer',
  assetType: 'run.googleapis.com/WorkerPool',
  ancestors,
  resource: {
    parent: project,
    location: 'europe-west1',
    data: {
      name: 'projects/acme-web/locations/europe-west1/workerPools/mailer',
      uid: '0a1b2c3d-7777-8888-9999-444455556666',
      createTime: '2026-02-02T10:00:00.123456Z',
      updateTime: '2026-02-03T10:00:00.123456Z',
      generation: '2',
      observedGeneration: '2',
      etag: '"CKa="',
      template: { containers: [{ image: 'europe-docker.pkg.dev/acme-web/shop/mailer:7' }] },
    },
  },
};

const rules: TestAsset = {
  name: '//compute.googleapis.com/projects/acme-web/global/securityPolicies/office',
  assetType: 'compute.googleapis.com/SecurityPolicy',
  ancestors,
  resource: {
    parent: project,
    location: 'global',
    data: {
      id: '7234567890123456789',
      creationTimestamp: '2026-01-05T01:02:03.456-08:00',
      name: 'office',
      fingerprint: 'fP1=',
      labelFingerprint: '42WmSpB8rSM=',
      rules: [
        {
          action: 'allow',
          priority: 1000,
          match: { versionedExpr: 'SRC_IPS_V1', config: { srcIpRanges: ['203.0.113.0/24', '198.51.100.7'] } },
        },
      ],
    },
  },
};

const key: TestAsset = {
  name: '//apikeys.googleapis.com/projects/123456789012/locations/global/keys/0a1b2c3d-1234-4321-8888-0123456789ab',
  assetType: 'apikeys.googleapis.com/Key',
  ancestors,
  resource: {
    parent: project,
    location: 'global',
    data: {
      name: 'projects/123456789012/locations/global/keys/0a1b2c3d-1234-4321-8888-0123456789ab',
      displayName: 'Maps of the shop',
      uid: '0a1b2c3d-1234-4321-8888-0123456789ab',
      createTime: '2026-01-06T01:02:03.456789Z',
      updateTime: '2026-01-06T01:02:04.456789Z',
      etag: 'W/"abc=="',
      restrictions: { serverKeyRestrictions: { allowedIps: ['203.0.113.9'] } },
    },
  },
};

const job = (name: string, target: TestAsset['resource']['data']): TestAsset => ({
  name: `//cloudscheduler.googleapis.com/projects/acme-web/locations/europe-west1/jobs/${name}`,
  assetType: 'cloudscheduler.googleapis.com/Job',
  ancestors,
  resource: {
    parent: project,
    location: 'europe-west1',
    data: {
      name: `projects/acme-web/locations/europe-west1/jobs/${name}`,
      schedule: '*/5 * * * *',
      timeZone: 'Etc/UTC',
      state: 'ENABLED',
      ...target,
    },
  },
});

const jobs = [
  job('nightly', {
    pubsubTarget: { topicName: 'projects/acme-web/topics/orders', data: 'eyJkYXkiOiJzdW5kYXkifQ==' },
  }),
  job('warm', {
    httpTarget: { uri: 'https://shop.acme.example/warm', httpMethod: 'POST', body: 'd2FybQ==' },
  }),
];

/** In the order of the types in the field. */
export const projectAssets: readonly TestAsset[] = [topic, service, pool, rules, key, ...jobs];

export const assetTypes = [...new Set(projectAssets.map(({ assetType }) => assetType))];

/** Of another project, which the inventory of the organization tells too. */
export const foreign: TestAsset = {
  ...topic,
  name: '//pubsub.googleapis.com/projects/acme-data/topics/orders',
  ancestors: elsewhere,
};

/** Of the organization itself. */
export const outside: TestAsset = {
  ...topic,
  name: '//pubsub.googleapis.com/organizations/4242424242/topics/orders',
  ancestors: ['organizations/4242424242'],
};
