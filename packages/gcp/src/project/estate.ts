/** A project as Resource Manager, IAM and their neighbours tell of it, with everything configured. */
import type { JsonObject } from '@security-monkey/sdk';
import { type Estate, providerError } from '@security-monkey/sdk/testing';

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

const iamPolicy = {
  bindings: [
    { role: 'roles/owner', members: ['group:platform@acme.example', 'user:kim@acme.example'] },
    {
      role: 'projects/acme-web/roles/deployer',
      members: ['serviceAccount:deploy@acme-web.iam.gserviceaccount.com'],
      condition: { title: 'this year', expression: 'request.time < timestamp("2027-01-01T00:00:00Z")' },
    },
  ],
  auditConfigs: [
    {
      service: 'allServices',
      auditLogConfigs: [
        { logType: 'ADMIN_READ' },
        { logType: 'DATA_READ', exemptedMembers: ['user:lee@acme.example'] },
      ],
    },
    { service: 'storage.googleapis.com', auditLogConfigs: [{ logType: 'DATA_WRITE' }] },
  ],
};

const attached = 'policies/cloudresourcemanager.googleapis.com%2Fprojects%2F123456789012/denypolicies';

const denial = (id: string) => ({
  name: `${attached}/${id}`,
  uid: `uid-${id}`,
  kind: 'DenyPolicy',
  displayName: id,
  etag: 'MTc=',
  createTime: '2025-01-01T00:00:00Z',
  updateTime: '2025-01-01T00:00:00Z',
});

const denyPolicies: readonly JsonObject[] = [
  {
    ...denial('no-keys'),
    rules: [
      {
        description: 'Nobody makes keys',
        denyRule: {
          deniedPrincipals: ['principalSet://goog/public:all', 'principal://goog/subject/kim@acme.example'],
          deniedPermissions: [
            'iam.googleapis.com/serviceAccountKeys.create',
            'iam.googleapis.com/roles.update',
          ],
        },
      },
      {
        denyRule: {
          deniedPrincipals: ['principal://goog/subject/lee@acme.example'],
          deniedPermissions: ['iam.googleapis.com/roles.delete'],
        },
      },
    ],
  },
  denial('no-roles'),
];

const orgPolicy = (constraint: string) => ({
  name: `${name}/policies/${constraint}`,
  etag: 'CAc=',
  spec: { etag: 'CAc=', updateTime: '2025-02-02T00:00:00Z', rules: [{ enforce: true }] },
});

const orgPolicies = [orgPolicy('compute.requireOsLogin'), orgPolicy('iam.disableServiceAccountKeyCreation')];

const role = (id: string, includedPermissions: readonly string[]) => ({
  name: `projects/acme-web/roles/${id}`,
  title: id,
  stage: 'GA',
  etag: 'BwY=',
  includedPermissions,
});

const customRoles = [
  role('deployer', ['run.services.update', 'run.services.get']),
  role('reader', ['run.services.get']),
];

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

const read = <Value>(found: Value | undefined): Value => {
  if (found === undefined) throw providerError('NOT_FOUND');
  return found;
};

export const estate: Estate = {
  place: { partition: 'gcp', account: 'acme-web', region: 'global' },
  answers: {
    'cloudresourcemanager:projects.get': () => web,
    'cloudresourcemanager:projects.getIamPolicy': () => ({ version: 3, etag: 'BwY=', ...iamPolicy }),
    'cloudresourcemanager:folders.get': () => ({ name: web.parent, parent: 'organizations/424242424242' }),
    'cloudresourcemanager:folders.getIamPolicy': () => ({ version: 1, etag: 'ACAB' }),
    'cloudresourcemanager:organizations.getIamPolicy': () => ({
      version: 1,
      etag: 'BwY=',
      auditConfigs: [{ service: 'allServices', auditLogConfigs: [{ logType: 'DATA_WRITE' }] }],
    }),
    'iam:policies.listPolicies': ({ pageToken }) => {
      return pageToken === undefined
        ? { policies: [denial('no-keys')], nextPageToken: 'second' }
        : { policies: [denial('no-roles')] };
    },
    'iam:policies.get': ({ name: asked }) => read(denyPolicies.find((policy) => policy.name === asked)),
    'orgpolicy:projects.policies.list': () => ({ policies: orgPolicies }),
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
      tags: { team: 'shop', stage: 'prod' },
      config: {
        ...web,
        iamPolicy,
        denyPolicies,
        orgPolicies,
        customRoles,
        services: ['compute.googleapis.com', 'storage.googleapis.com'],
        compute: { ...compute, commonInstanceMetadata: { fingerprint: 'q1w2e3r4', items } },
      },
      relations: [
        {
          name: 'ancestors',
          technology: 'gcp.folder',
          key: '//cloudresourcemanager.googleapis.com/folders/222222222222',
          value: { auditConfigs: [] },
        },
        {
          name: 'ancestors',
          technology: 'gcp.organization',
          key: '//cloudresourcemanager.googleapis.com/organizations/424242424242',
          value: { auditConfigs: [{ service: 'allServices', auditLogConfigs: [{ logType: 'DATA_WRITE' }] }] },
        },
      ],
    },
  ],
};
