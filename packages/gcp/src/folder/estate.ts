/** Three folders of an organization, one of them within another, as Resource Manager lists them. */
import type { JsonObject } from '@security-monkey/sdk';
import { type Estate, type EstateAnswer, providerError } from '@security-monkey/sdk/testing';
import { estateAbove, estatePolicies, estateRole } from '../resource-manager/estate-policies.ts';

const organization = 'organizations/4242424242';

const folder = (number: string, displayName: string, parent: string) => ({
  name: `folders/${number}`,
  parent,
  displayName,
  state: 'ACTIVE',
  createTime: '2024-01-01T00:00:00Z',
  updateTime: '2026-01-01T00:00:00Z',
  etag: 'abc=',
});

const prod = folder('111111111111', 'prod', organization);
const test = folder('222222222222', 'test', organization);
const tools = folder('333333333333', 'tools', prod.name);
const folders = [prod, test, tools];

const full = estatePolicies(prod.name);
const getIamPolicy = 'cloudresourcemanager:folders.getIamPolicy';
const bare = { iamPolicy: { bindings: [] }, denyPolicies: [], orgPolicies: [] };

/** Only one of them has something laid on it. */
function answering(
  operation: string,
  isAbout: (input: JsonObject) => boolean,
  otherwise: JsonObject,
): EstateAnswer {
  const answer = full.answers[operation];
  return (input, context) => {
    if (!isAbout(input)) return otherwise;
    return typeof answer === 'function' ? answer(input, context) : answer;
  };
}

const ofOrganization = estateAbove(organization);
const ofProd = estateAbove(prod.name, {
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
  denyPolicies: full.denied,
});

export const estate: Estate = {
  place: { partition: 'gcp', account: '4242424242', region: 'global' },
  answers: {
    ...full.answers,
    'cloudresourcemanager:folders.list': ({ parent, pageToken }) => {
      if (parent === prod.name) return { folders: [tools] };
      if (parent !== organization) return {};
      return pageToken === undefined ? { folders: [prod], nextPageToken: 'second' } : { folders: [test] };
    },
    'cloudresourcemanager:folders.get': ({ name }) => {
      const found = folders.find((one) => one.name === name);
      if (found === undefined) throw providerError('NOT_FOUND');
      return found;
    },
    [getIamPolicy]: answering(getIamPolicy, ({ resource }) => resource === prod.name, { etag: 'ACAB' }),
    'orgpolicy:folders.policies.list': answering(
      'orgpolicy:folders.policies.list',
      ({ parent }) => parent === prod.name,
      {},
    ),
    'cloudresourcemanager:organizations.getIamPolicy': { version: 1, etag: 'ACAB' },
  },
  listing: {
    operation: 'cloudresourcemanager:folders.list',
    secondPage: ({ pageToken }) => pageToken !== undefined,
  },
  describing: [getIamPolicy],
  items: folders.map((one) => ({
    identity: one.name,
    lineage: `//cloudresourcemanager.googleapis.com/${one.name}`,
    name: one.displayName,
    console: `/iam-admin/iam?folder=${one.name.replace('folders/', '')}`,
    tags: {},
    config: { ...one, ...(one === prod ? full.config : bare) },
    relations: [...(one === prod ? [estateRole] : []), ...(one === tools ? ofProd : []), ...ofOrganization],
  })),
};
