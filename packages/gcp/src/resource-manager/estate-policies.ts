/** Policies for the estates of projects, folders and organizations, as Google tells of them. */
import type { JsonObject, Relation } from '@security-monkey/sdk';
import { type EstateAnswer, providerError } from '@security-monkey/sdk/testing';

/** A custom role of an organization. */
const auditor = {
  name: 'organizations/4242424242/roles/auditor',
  title: 'Auditor',
  stage: 'GA',
  etag: 'BwY=',
  includedPermissions: ['iam.roles.list', 'iam.roles.get'],
};

const iamPolicy = {
  bindings: [
    { role: auditor.name, members: ['group:audit@acme.example'] },
    { role: 'roles/owner', members: ['group:platform@acme.example', 'user:kim@acme.example'] },
    {
      role: 'roles/browser',
      members: ['domain:acme.example'],
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

const denials: readonly JsonObject[] = [
  {
    description: 'Nobody makes keys',
    denyRule: {
      deniedPrincipals: ['principalSet://goog/public:all', 'principal://goog/subject/kim@acme.example'],
      deniedPermissions: ['iam.googleapis.com/serviceAccountKeys.create', 'iam.googleapis.com/roles.update'],
    },
  },
  {
    denyRule: {
      deniedPrincipals: ['principal://goog/subject/lee@acme.example'],
      deniedPermissions: ['iam.googleapis.com/roles.delete'],
    },
  },
];

export type EstatePolicies = {
  /** What is recorded of them. */
  readonly config: JsonObject;
  /** What is recorded of the deny policies for what lies below. */
  readonly denied: readonly JsonObject[];
  readonly answers: Readonly<Record<string, EstateAnswer>>;
};

/** All that may be laid on it. `name`: `folders/1234`. */
export function estatePolicies(name: string): EstatePolicies {
  const collection = name.slice(0, name.indexOf('/'));
  const point = encodeURIComponent(`cloudresourcemanager.googleapis.com/${name}`);
  const denial = (id: string) => ({
    name: `policies/${point}/denypolicies/${id}`,
    uid: `uid-${id}`,
    kind: 'DenyPolicy',
    displayName: id,
    etag: 'MTc=',
    createTime: '2025-01-01T00:00:00Z',
    updateTime: '2025-01-01T00:00:00Z',
  });
  const orgPolicy = (constraint: string) => ({
    name: `${name}/policies/${constraint}`,
    etag: 'CAc=',
    spec: { etag: 'CAc=', updateTime: '2025-02-02T00:00:00Z', rules: [{ enforce: true }] },
  });
  const denyPolicies = [{ ...denial('no-keys'), rules: denials }, denial('no-roles')];
  const orgPolicies = [
    orgPolicy('compute.requireOsLogin'),
    orgPolicy('iam.disableServiceAccountKeyCreation'),
  ];
  return {
    config: { iamPolicy, denyPolicies, orgPolicies },
    denied: denyPolicies
      .map((policy) => ({ rules: [], ...policy }))
      .map(({ name: policy, rules }) => ({ name: policy, rules })),
    answers: {
      [`cloudresourcemanager:${collection}.getIamPolicy`]: { version: 3, etag: 'BwY=', ...iamPolicy },
      'iam:organizations.roles.get': auditor,
      'iam:policies.listPolicies': ({ parent, pageToken }) => {
        if (parent !== `policies/${point}/denypolicies`) return {};
        return pageToken === undefined
          ? { policies: [denial('no-keys')], nextPageToken: 'second' }
          : { policies: [denial('no-roles')] };
      },
      'iam:policies.get': ({ name: asked }) => {
        const found = denyPolicies.find((policy) => policy.name === asked);
        if (found === undefined) throw providerError('NOT_FOUND');
        return found;
      },
      [`orgpolicy:${collection}.policies.list`]: { policies: orgPolicies },
    },
  };
}

/** The relation to the custom role that {@link estatePolicies} gives. */
export const estateRole: Relation = {
  name: 'custom-roles',
  technology: 'gcp.organization',
  key: `//iam.googleapis.com/${auditor.name}`,
  value: { name: auditor.name, includedPermissions: auditor.includedPermissions.toSorted() },
};

type Laid = { readonly auditConfigs?: readonly JsonObject[]; readonly denyPolicies?: readonly JsonObject[] };

/** The relations to what lies above, and what is laid on it. `name`: `folders/1234`. */
export function estateAbove(
  name: string,
  { auditConfigs = [], denyPolicies = [] }: Laid = {},
): readonly Relation[] {
  const above = {
    technology: name.startsWith('folders/') ? 'gcp.folder' : 'gcp.organization',
    key: `//cloudresourcemanager.googleapis.com/${name}`,
  };
  return [
    { name: 'ancestors', ...above, value: { auditConfigs } },
    { name: 'denials-above', ...above, value: { denyPolicies } },
  ];
}

/** Two custom roles of a project or an organization. */
export function estateRoles(parent: string) {
  const role = (id: string, includedPermissions: readonly string[]) => ({
    name: `${parent}/roles/${id}`,
    title: id,
    stage: 'GA',
    etag: 'BwY=',
    includedPermissions,
  });
  return [
    role('deployer', ['run.services.update', 'run.services.get']),
    role('reader', ['run.services.get']),
  ];
}
