/** What Resource Manager and its neighbours answer of organization, folders and projects: https://cloud.google.com/resource-manager/reference/rest/v3 */
import type { JsonObject } from '@security-monkey/sdk';
import type { Hierarchy } from '../technologies/hierarchy.ts';
import { policyAnswer } from '../world/allow-policy.ts';
import { directory } from '../world/organisation.ts';
import { denied, type GoogleAnswers, type GoogleCall, listed, named } from './google-call.ts';

export const hierarchyAnswers: GoogleAnswers = {
  'cloudresourcemanager:organizations.get': (call) => nodeAnswer(nodeOf(call, 'name')),
  'cloudresourcemanager:folders.get': (call) => nodeAnswer(nodeOf(call, 'name')),
  'cloudresourcemanager:folders.list': (call) =>
    listed(call, {
      member: 'folders',
      all: call.world.hierarchy
        .filter(({ name, parent }) => name.startsWith('folders/') && parent === named(call, 'parent'))
        .map(nodeAnswer),
    }),
  'cloudresourcemanager:projects.get': (call) => nodeAnswer(nodeOf(call, 'name')),
  'cloudresourcemanager:organizations.getIamPolicy': allowPolicyOf,
  'cloudresourcemanager:folders.getIamPolicy': allowPolicyOf,
  'cloudresourcemanager:projects.getIamPolicy': allowPolicyOf,
  'orgpolicy:organizations.policies.list': constraintsOf,
  'orgpolicy:folders.policies.list': constraintsOf,
  'orgpolicy:projects.policies.list': constraintsOf,
  'serviceusage:services.list': (call) => {
    const { name, services } = nodeOf(call, 'parent');
    return listed(call, {
      member: 'services',
      all: services.map((host) => ({
        name: `${name}/services/${host}`,
        parent: name,
        state: 'ENABLED',
        config: { name: host, title: host },
      })),
    });
  },
};

/** What is asked for, by number or id: of the projects the watched one only, and everything above them. */
function nodeOf(call: GoogleCall, member: string): Hierarchy {
  const name = named(call, member);
  const isMeant = (one: Hierarchy) =>
    one.name.startsWith('projects/')
      ? one.account === call.account && [one.name, `projects/${one.account}`].includes(name)
      : one.name === name;
  const node = call.world.hierarchy.find(isMeant);
  // Google does not tell what may not be seen from what is not there.
  if (node === undefined) throw denied(name);
  return node;
}

function nodeAnswer({ account, name, parent, displayName, created, tags }: Hierarchy): JsonObject {
  const isProject = name.startsWith('projects/');
  return {
    name,
    ...(parent !== undefined && { parent }),
    ...(isProject && { projectId: account }),
    displayName,
    state: 'ACTIVE',
    createTime: created,
    updateTime: created,
    etag: 'W/"demo4shop"',
    ...(parent === undefined && { directoryCustomerId: directory }),
    ...(isProject && { labels: tags }),
  };
}

function allowPolicyOf(call: GoogleCall): JsonObject {
  const { bindings, logs } = nodeOf(call, 'resource');
  const auditConfigs = [{ service: 'allServices', auditLogConfigs: logs.map((logType) => ({ logType })) }];
  return policyAnswer(bindings, logs.length === 0 ? {} : { auditConfigs });
}

function constraintsOf(call: GoogleCall): JsonObject {
  const { name, constraints, created } = nodeOf(call, 'parent');
  return listed(call, {
    member: 'policies',
    all: constraints.map((constraint) => ({
      name: `${name}/policies/${constraint}`,
      etag: 'CAQ=',
      spec: { etag: 'CAQ=', updateTime: created, rules: [{ enforce: true }] },
    })),
  });
}
