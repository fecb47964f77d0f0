/** An organization as Resource Manager describes it. */
import type { Estate } from '@security-monkey/sdk/testing';

const acme = {
  name: 'organizations/4242424242',
  displayName: 'acme.example',
  directoryCustomerId: 'C01234567',
  state: 'ACTIVE',
  createTime: '2020-01-01T00:00:00Z',
  updateTime: '2026-01-01T00:00:00Z',
  etag: 'abc=',
};

const bindings = [
  {
    role: 'roles/resourcemanager.organizationAdmin',
    members: ['user:kim@acme.example', 'group:ops@acme.example'],
  },
  { role: 'roles/browser', members: ['domain:acme.example'] },
];
const auditConfigs = [
  { service: 'allServices', auditLogConfigs: [{ logType: 'DATA_READ' }, { logType: 'DATA_WRITE' }] },
];

export const estate: Estate = {
  place: { partition: 'gcp', account: '4242424242', region: 'global' },
  answers: {
    'cloudresourcemanager:organizations.get': acme,
    'cloudresourcemanager:organizations.getIamPolicy': { version: 1, etag: 'BwX=', bindings, auditConfigs },
  },
  listing: {
    operation: 'cloudresourcemanager:organizations.get',
    whole: 'The account is the one organization that there is.',
  },
  items: [
    {
      identity: '4242424242',
      lineage: '//cloudresourcemanager.googleapis.com/organizations/4242424242',
      name: 'acme.example',
      tags: {},
      config: { ...acme, iamPolicy: { bindings, auditConfigs } },
    },
  ],
};
