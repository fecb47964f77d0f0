/** Watches an organization of Google Cloud itself: what it is, and its policy. */
import {
  defineWatcher,
  type JsonObject,
  parseAnswer,
  readParts,
  type WatchContext,
} from '@security-monkey/sdk';
import { gone } from '../client/gone.ts';
import { normalBody } from '../client/normal-body.ts';
import { membersOf, normalPolicy } from '../client/normal-policy.ts';
import { lastPart } from '../lineage.ts';
import { organizationConfig } from './config.ts';

const policies = 'https://cloud.google.com/iam/docs/reference/rest/v1/Policy';
const getOperation = 'cloudresourcemanager:organizations.get';
const policyOperation = 'cloudresourcemanager:organizations.getIamPolicy';

export const organization = defineWatcher({
  id: 'gcp.organization',
  accountType: 'gcp-organization',
  title: { one: 'organization', many: 'organizations' },
  documentation: 'https://cloud.google.com/resource-manager/reference/rest/v3/organizations/get',
  version: 1,
  scope: 'global',
  permissions: {
    [getOperation]: 'resourcemanager.organizations.get',
    [policyOperation]: 'resourcemanager.organizations.getIamPolicy',
  },
  gone,
  ephemeral: ['/etag', '/updateTime'],
  secret: [],
  unordered: [
    { path: '/iamPolicy/bindings', source: policies },
    { path: '/iamPolicy/bindings/*/members', source: policies },
  ],
  relations: [],
  config: organizationConfig,
  identity: ({ name }) => lastPart(name),
  lineage: ({ name }) => `//cloudresourcemanager.googleapis.com/${name}`,
  name: ({ name, displayName = name }) => displayName,
  terms: ({ name, displayName = '', iamPolicy }) => [lastPart(name), displayName, ...membersOf(iamPolicy)],
  consolePath: ({ name }) => `/iam-admin/iam?organizationId=${lastPart(name)}`,
  list: listOrganization,
  describe: ({ send, place }, listed) =>
    readParts({ send, gone }, listed, {
      iamPolicy: {
        operation: policyOperation,
        input: {
          resource: `organizations/${place.account}`,
          body: { options: { requestedPolicyVersion: 3 } },
        },
        take: normalPolicy,
      },
    }),
});

/** The account is the one item that there is. */
async function* listOrganization({ send, place }: WatchContext): AsyncIterable<readonly JsonObject[]> {
  const answer = await send(getOperation, { name: `organizations/${place.account}` });
  const body = parseAnswer(getOperation, organizationConfig, answer) as JsonObject;
  yield [normalBody({ int64: [] }, body)];
}
