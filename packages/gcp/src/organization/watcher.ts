/** Watches an organization of Google Cloud itself: what it is, and the policies that hold for everything in it. */
import { defineWatcher, type JsonObject, parseAnswer, type WatchContext } from '@security-monkey/sdk';
import { gone } from '../client/gone.ts';
import { normalBody } from '../client/normal-body.ts';
import { membersOf } from '../client/normal-policy.ts';
import { lastPart } from '../lineage.ts';
import {
  describePolicies,
  ephemeralPolicies,
  plainList,
  policyPermissions,
  unorderedPolicies,
} from '../resource-manager/policies.ts';
import { organizationConfig } from './config.ts';

const roles = 'https://cloud.google.com/iam/docs/reference/rest/v1/organizations.roles';
const getOperation = 'cloudresourcemanager:organizations.get';
const rolesOperation = 'iam:organizations.roles.list';

export const organization = defineWatcher({
  id: 'gcp.organization',
  accountType: 'gcp-organization',
  title: { one: 'organization', many: 'organizations' },
  documentation: 'https://cloud.google.com/resource-manager/reference/rest/v3/organizations/get',
  version: 1,
  scope: 'global',
  permissions: {
    [getOperation]: 'resourcemanager.organizations.get',
    ...policyPermissions('organizations'),
    [rolesOperation]: 'iam.roles.list',
  },
  gone,
  // They move with every change.
  ephemeral: ['/etag', '/updateTime', '/customRoles/*/etag', ...ephemeralPolicies],
  secret: [],
  unordered: [
    ...unorderedPolicies,
    { path: '/customRoles', source: roles },
    { path: '/customRoles/*/includedPermissions', source: roles },
  ],
  relations: [],
  config: organizationConfig,
  identity: ({ name }) => lastPart(name),
  lineage: ({ name }) => `//cloudresourcemanager.googleapis.com/${name}`,
  name: ({ name, displayName = name }) => displayName,
  terms: ({ name, displayName = '', iamPolicy }) => [lastPart(name), displayName, ...membersOf(iamPolicy)],
  consolePath: ({ name }) => `/iam-admin/iam?organizationId=${lastPart(name)}`,
  list: listOrganization,
  describe: ({ send, place }, listed) => {
    const name = `organizations/${place.account}`;
    const customRoles = () => plainList(send, rolesOperation, { parent: name, view: 'FULL' });
    return describePolicies(send, { listed, name, loads: { customRoles } });
  },
});

/** The account is the one item that there is. */
async function* listOrganization({ send, place }: WatchContext): AsyncIterable<readonly JsonObject[]> {
  const answer = await send(getOperation, { name: `organizations/${place.account}` });
  const body = parseAnswer(getOperation, organizationConfig, answer) as JsonObject;
  yield [normalBody({ int64: [] }, body)];
}
