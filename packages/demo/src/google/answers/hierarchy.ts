/** What Resource Manager and its neighbours answer of organization, folders and projects: https://cloud.google.com/resource-manager/reference/rest/v3 */
import type { JsonObject } from '@security-monkey/sdk';
import { ProviderError } from '../../answers/provider-error.ts';
import { peopleDomain } from '../../world/organisation.ts';
import type { Denial, Hierarchy } from '../technologies/hierarchy.ts';
import { policyAnswer } from '../world/allow-policy.ts';
import { directory } from '../world/organisation.ts';
import { denied, type GoogleAnswers, type GoogleCall, listed, named, notFound } from './google-call.ts';

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
  'iam:projects.roles.list': rolesOf,
  'iam:organizations.roles.list': rolesOf,
  'iam:organizations.roles.get': (call) => {
    const name = named(call, 'name');
    const roles = call.world.hierarchy.flatMap((node) => roleAnswers(node));
    const role = roles.find((one) => one['name'] === name);
    if (role === undefined) throw new ProviderError(notFound, 'There is no such role');
    return role;
  },
  'iam:policies.listPolicies': (call) => {
    const node = attachedTo(call, 'parent');
    // A listing leaves out the rules.
    const all = node.denials.map((one) => {
      const { rules: _, ...told } = denialAnswer(node, one);
      return told;
    });
    return listed(call, { member: 'policies', all });
  },
  'iam:policies.get': (call) => {
    const node = attachedTo(call, 'name');
    const policy = node.denials
      .map((one) => denialAnswer(node, one))
      .find((one) => one['name'] === named(call, 'name'));
    if (policy === undefined) throw new ProviderError(notFound, 'There is no such deny policy');
    return policy;
  },
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

/** Projects are asked for by their ids, and have no roles of their own here. */
function rolesOf(call: GoogleCall): JsonObject {
  return listed(call, { member: 'roles', all: roleAnswers(nodeOf(call, 'parent')) });
}

function roleAnswers({ roles }: Hierarchy): readonly JsonObject[] {
  return Object.entries(roles).map(([name, includedPermissions]) => ({
    name,
    title: name.slice(name.lastIndexOf('/') + 1),
    stage: 'GA',
    etag: 'BwYdemo4shop=',
    includedPermissions,
  }));
}

/** `policies/cloudresourcemanager.googleapis.com%2Fprojects%2F1/denypolicies`, and a name behind it for one of them. */
function attachedTo(call: GoogleCall, member: string): Hierarchy {
  const [, point = ''] = named(call, member).split('/');
  const name = decodeURIComponent(point).replace('cloudresourcemanager.googleapis.com/', '');
  return nodeOf({ ...call, input: { name } }, 'name');
}

function denialAnswer({ name, created }: Hierarchy, { id, permissions, except }: Denial): JsonObject {
  const point = encodeURIComponent(`cloudresourcemanager.googleapis.com/${name}`);
  return {
    name: `policies/${point}/denypolicies/${id}`,
    uid: `demo-${id}`,
    kind: 'DenyPolicy',
    etag: 'MTc=',
    createTime: created,
    updateTime: created,
    rules: [
      {
        denyRule: {
          deniedPrincipals: ['principalSet://goog/public:all'],
          exceptionPrincipals: except.map((one) => `principal://goog/subject/${one}@${peopleDomain}`),
          deniedPermissions: permissions,
        },
      },
    ],
  };
}
