/** The same service accounts as the asset inventory tells them: by number in their names, and without their keys. */
import { providerError } from '@security-monkey/sdk/testing';
import { ancestors, assetWay } from '../test-support/asset-way.ts';

const common = {
  assetType: 'iam.googleapis.com/ServiceAccount',
  updateTime: '2026-03-01T08:02:05.000001Z',
  ancestors,
};
const resource = {
  version: 'v1',
  discoveryDocumentUri: 'https://iam.googleapis.com/$discovery/rest',
  discoveryName: 'ServiceAccount',
  parent: '//cloudresourcemanager.googleapis.com/projects/123456789012',
  location: 'global',
};
const deployName = '//iam.googleapis.com/projects/acme-web/serviceAccounts/111111111111111111111';

const deploy = {
  ...common,
  name: deployName,
  resource: {
    ...resource,
    data: {
      description: 'Rolls out the shop',
      disabled: true,
      displayName: 'Deployment',
      email: 'deploy@acme-web.iam.gserviceaccount.com',
      name: 'projects/acme-web/serviceAccounts/deploy@acme-web.iam.gserviceaccount.com',
      oauth2ClientId: '111111111111111111111',
      projectId: 'acme-web',
      uniqueId: '111111111111111111111',
    },
  },
};

const compute = {
  ...common,
  name: '//iam.googleapis.com/projects/acme-web/serviceAccounts/222222222222222222222',
  resource: {
    ...resource,
    data: {
      description: '',
      email: '123456789012-compute@developer.gserviceaccount.com',
      name: 'projects/acme-web/serviceAccounts/123456789012-compute@developer.gserviceaccount.com',
      oauth2ClientId: '222222222222222222222',
      projectId: 'acme-web',
      uniqueId: '222222222222222222222',
    },
  },
};

const policies = [
  {
    ...common,
    name: deployName,
    iamPolicy: {
      version: 3,
      etag: 'BwYx',
      bindings: [
        {
          role: 'roles/iam.workloadIdentityUser',
          members: ['serviceAccount:acme-web.svc.id.goog[shop/deploy]'],
          condition: {
            title: 'this year',
            expression: 'request.time < timestamp("2027-01-01T00:00:00Z")',
          },
        },
        {
          role: 'roles/iam.serviceAccountTokenCreator',
          members: ['user:kim@acme.example', 'group:release@acme.example'],
        },
      ],
    },
  },
];

const path = 'projects/acme-web/serviceAccounts/deploy@acme-web.iam.gserviceaccount.com';
const keys = [
  {
    name: `${path}/keys/1a1b2c3d4e5f60718293a4b5c6d7e8f901234567`,
    validAfterTime: '2024-01-01T00:00:00Z',
    validBeforeTime: '9999-12-31T23:59:59Z',
    keyAlgorithm: 'KEY_ALG_RSA_2048',
    keyOrigin: 'GOOGLE_PROVIDED',
    keyType: 'USER_MANAGED',
    disabled: true,
  },
  {
    name: `${path}/keys/0a1b2c3d4e5f60718293a4b5c6d7e8f901234567`,
    validAfterTime: '2025-11-01T00:00:00Z',
    validBeforeTime: '9999-12-31T23:59:59Z',
    keyAlgorithm: 'KEY_ALG_RSA_2048',
    keyOrigin: 'GOOGLE_PROVIDED',
    keyType: 'USER_MANAGED',
  },
];

export const assetEstate = assetWay({
  resources: [[deploy], [compute]],
  policies,
  answers: {
    'iam:projects.serviceAccounts.keys.list': ({ name }) => {
      if (name === path) return { keys };
      if (name === compute.resource.data.name) return {};
      throw providerError('NOT_FOUND');
    },
  },
});
