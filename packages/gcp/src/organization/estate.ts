/** An organization as Resource Manager describes it, with all that is laid on it. */
import type { Estate } from '@security-monkey/sdk/testing';
import { estatePolicies, estateRoles } from '../resource-manager/estate-policies.ts';

const acme = {
  name: 'organizations/4242424242',
  displayName: 'acme.example',
  directoryCustomerId: 'C01234567',
  state: 'ACTIVE',
  createTime: '2020-01-01T00:00:00Z',
  updateTime: '2026-01-01T00:00:00Z',
  etag: 'abc=',
};

const customRoles = estateRoles(acme.name);

const { config, answers } = estatePolicies(acme.name);

export const estate: Estate = {
  place: { partition: 'gcp', account: '4242424242', region: 'global' },
  answers: {
    ...answers,
    'cloudresourcemanager:organizations.get': acme,
    'iam:organizations.roles.list': { roles: customRoles },
  },
  listing: {
    operation: 'cloudresourcemanager:organizations.get',
    whole: 'The account is the one organization that there is.',
  },
  describing: ['cloudresourcemanager:organizations.getIamPolicy'],
  items: [
    {
      identity: '4242424242',
      lineage: '//cloudresourcemanager.googleapis.com/organizations/4242424242',
      name: 'acme.example',
      console: '/iam-admin/iam?organizationId=4242424242',
      tags: {},
      config: { ...acme, ...config, customRoles },
    },
  ],
};
