/** Policies for the estates of projects, folders and organizations, as Google tells of them. */
import type { JsonObject } from '@security-monkey/sdk';
import { type EstateAnswer, providerError } from '@security-monkey/sdk/testing';

const iamPolicy = {
  bindings: [
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
    answers: {
      [`cloudresourcemanager:${collection}.getIamPolicy`]: { version: 3, etag: 'BwY=', ...iamPolicy },
      'iam:policies.listPolicies': ({ pageToken }) =>
        pageToken === undefined
          ? { policies: [denial('no-keys')], nextPageToken: 'second' }
          : { policies: [denial('no-roles')] },
      'iam:policies.get': ({ name: asked }) => {
        const found = denyPolicies.find((policy) => policy.name === asked);
        if (found === undefined) throw providerError('NOT_FOUND');
        return found;
      },
      [`orgpolicy:${collection}.policies.list`]: { policies: orgPolicies },
    },
  };
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
