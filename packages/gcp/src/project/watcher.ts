/** Watches the project itself: who may do what in it, what it logs, what is constrained, and which services are on. */
import { defineWatcher, type JsonObject, parseAnswer, type WatchContext } from '@security-monkey/sdk';
import { z } from 'zod';
import { projectPage } from '../account-type/console.ts';
import { gone } from '../client/gone.ts';
import { normalBody } from '../client/normal-body.ts';
import { membersOf } from '../client/normal-policy.ts';
import { abovePermissions, aboveRelations } from '../resource-manager/ancestors.ts';
import { ephemeralPolicies, policyPermissions, unorderedPolicies } from '../resource-manager/policies.ts';
import { projectConfig } from './config.ts';
import { describePermissions, describeProject } from './describe.ts';

const getOperation = 'cloudresourcemanager:projects.get';
const roles = 'https://cloud.google.com/iam/docs/reference/rest/v1/projects.roles';

export const project = defineWatcher({
  id: 'gcp.project',
  accountType: 'gcp',
  title: { one: 'project', many: 'projects' },
  documentation: 'https://cloud.google.com/resource-manager/reference/rest/v3/projects/get',
  version: 2,
  scope: 'global',
  permissions: {
    [getOperation]: 'resourcemanager.projects.get',
    ...policyPermissions('projects'),
    ...describePermissions,
    ...abovePermissions,
  },
  gone,
  ephemeral: [
    // They move with every change.
    '/etag',
    '/updateTime',
    '/customRoles/*/etag',
    '/compute/commonInstanceMetadata/fingerprint',
    ...ephemeralPolicies,
  ],
  // Values of metadata are hidden by the redactor, which keeps the switches among them.
  secret: [],
  unordered: [
    ...unorderedPolicies,
    { path: '/customRoles', source: roles },
    { path: '/customRoles/*/includedPermissions', source: roles },
    {
      path: '/services',
      source: 'https://cloud.google.com/service-usage/docs/reference/rest/v1/services/list',
    },
    {
      path: '/compute/commonInstanceMetadata/items',
      source: 'https://cloud.google.com/compute/docs/metadata/overview',
    },
    {
      path: '/compute/enabledFeatures',
      source: 'https://cloud.google.com/compute/docs/reference/rest/v1/projects',
    },
  ],
  relations: Object.values(aboveRelations),
  config: projectConfig,
  identity: ({ name }) => name,
  lineage: ({ name }) => `//cloudresourcemanager.googleapis.com/${name}`,
  name: ({ projectId }) => projectId,
  tags: ({ labels = {} }) => labels,
  terms: ({ projectId, name, displayName, services = [], iamPolicy }) => [
    projectId,
    name.replace('projects/', ''),
    ...(displayName === undefined ? [] : [displayName]),
    ...services,
    ...membersOf(iamPolicy),
  ],
  consolePath: ({ projectId }) => projectPage('/iam-admin', { project: projectId, name: 'iam' }),
  list: listProject,
  describe: describeProject,
});

async function* listProject({ send, place }: WatchContext): AsyncIterable<readonly JsonObject[]> {
  const answer = await send(getOperation, { name: `projects/${place.account}` });
  yield [normalBody({ int64: [] }, parseAnswer(getOperation, z.record(z.string(), z.json()), answer))];
}
