/** A project as Resource Manager, IAM and their neighbours tell of it, with everything configured. */
import type { Estate } from '@security-monkey/sdk/testing';
import { estateAbove, estatePolicies, estateRole, estateRoles } from '../resource-manager/estate-policies.ts';

const name = 'projects/123456789012';

const web = {
  name,
  parent: 'folders/222222222222',
  projectId: 'acme-web',
  state: 'ACTIVE',
  displayName: 'Shop',
  createTime: '2024-03-01T09:00:00.000Z',
  updateTime: '2026-05-05T05:05:05.000Z',
  etag: 'W/"1"',
  labels: { team: 'shop', stage: 'prod' },
};

const { config: policies, answers } = estatePolicies(name);

const customRoles = estateRoles('projects/acme-web');

const compute = {
  kind: 'compute#project',
  id: '9876543210987654321',
  name: 'acme-web',
  selfLink: 'https://www.googleapis.com/compute/v1/projects/acme-web',
  creationTimestamp: '2024-03-01T01:00:00.000-08:00',
  defaultServiceAccount: '123456789012-compute@developer.gserviceaccount.com',
  defaultNetworkTier: 'PREMIUM',
  xpnProjectStatus: 'UNSPECIFIED_XPN_PROJECT_STATUS',
  enabledFeatures: ['FEATURE_ONE', 'FEATURE_TWO'],
};

const items = [
  { key: 'enable-oslogin', value: 'TRUE' },
  { key: 'ssh-keys', value: 'kim:ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 kim' },
];

const service = (host: string) => ({
  name: `${name}/services/${host}`,
  parent: name,
  state: 'ENABLED',
  config: { name: host, title: host },
});

export const estate: Estate = {
  place: { partition: 'gcp', account: 'acme-web', region: 'global' },
  answers: {
    ...answers,
    'cloudresourcemanager:projects.get': () => web,
    'cloudresourcemanager:folders.get': () => ({ name: web.parent, parent: 'organizations/424242424242' }),
    'cloudresourcemanager:folders.getIamPolicy': () => ({ version: 1, etag: 'ACAB' }),
    'cloudresourcemanager:organizations.getIamPolicy': () => ({
      version: 1,
      etag: 'BwY=',
      auditConfigs: [{ service: 'allServices', auditLogConfigs: [{ logType: 'DATA_WRITE' }] }],
    }),
    'iam:projects.roles.list': () => ({ roles: customRoles }),
    'serviceusage:services.list': ({ pageToken }) =>
      pageToken === undefined
        ? { services: [service('storage.googleapis.com')], nextPageToken: 'second' }
        : { services: [service('compute.googleapis.com')] },
    'compute:projects.get': () => ({
      ...compute,
      commonInstanceMetadata: { kind: 'compute#metadata', fingerprint: 'q1w2e3r4', items },
      quotas: [{ metric: 'SNAPSHOTS', limit: 1000, usage: 7 }],
    }),
  },
  listing: {
    operation: 'cloudresourcemanager:projects.get',
    whole: 'An account is one project.',
  },
  describing: ['cloudresourcemanager:projects.getIamPolicy'],
  items: [
    {
      identity: name,
      lineage: `//cloudresourcemanager.googleapis.com/${name}`,
      name: 'acme-web',
      console: '/iam-admin/iam?project=acme-web',
      tags: { team: 'shop', stage: 'prod' },
      config: {
        ...web,
        ...policies,
        customRoles,
        services: ['compute.googleapis.com', 'storage.googleapis.com'],
        compute: { ...compute, commonInstanceMetadata: { fingerprint: 'q1w2e3r4', items } },
      },
      relations: [
        estateRole,
        ...estateAbove('folders/222222222222'),
        ...estateAbove('organizations/424242424242', {
          auditConfigs: [{ service: 'allServices', auditLogConfigs: [{ logType: 'DATA_WRITE' }] }],
        }),
      ],
    },
  ],
};
