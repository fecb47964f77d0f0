/** What checks of members conclude when not all that lies above may be read. */
import { gcpExampleWorld, type JsonObject, runCheck } from '@security-monkey/sdk';
import { expect, it } from 'vitest';
import { folderImpersonationRole } from '../../folder/checks/impersonation-role.ts';
import { projectBasicRole } from '../../project/checks/basic-role.ts';
import { projectPolicyPublic } from '../../project/checks/policy-public.ts';
import { projectPrivilegeEscalation } from '../../project/checks/privilege-escalation.ts';
import { projectExample } from '../../project/example.ts';
import { aboveRelations } from '../ancestors.ts';

const ofOrganization = 'organizations/424242424242/roles/releaser';
const item = {
  account: 'acme-web',
  partition: 'gcp',
  technology: 'gcp.project',
  region: 'global',
  name: 'acme-web',
  lineage: '//cloudresourcemanager.googleapis.com/projects/123456789012',
  tags: {},
};

type Input = Parameters<typeof runCheck>[0];

/** Of a project whose policy gives a role, and of which no deny policy and nothing above may be read. */
function judged(
  check: Input['check'],
  {
    role,
    member = 'user:kim@acme.example',
    config = {},
  }: {
    readonly role: string;
    readonly member?: string;
    readonly config?: JsonObject;
  },
) {
  const result = runCheck({
    check,
    item,
    config: projectExample({ iamPolicy: { bindings: [{ role, members: [member] }] }, ...config }),
    unreadable: ['/denyPolicies', ...Object.values(aboveRelations).map((name) => `@${name}`)],
    now: Date.parse('2026-06-01T00:00:00Z'),
    options: undefined,
    related: {},
    world: gcpExampleWorld,
  });
  return result.kind === 'judged' ? result.findings.length : result;
}

const unknown = { kind: 'unknown', path: `@${aboveRelations.roles}` };

it.each([
  ['a project, to gain more', projectPrivilegeEscalation],
  ['a folder, to act as service accounts', folderImpersonationRole],
])('nobody knows whether a role that may not be read allows somebody in %s', (_, check) => {
  expect(judged(check, { role: ofOrganization })).toEqual(unknown);
});

it('who holds it is told nevertheless', () => {
  expect(judged(projectPolicyPublic, { role: ofOrganization, member: 'allUsers' })).toBe(1);
  expect(judged(projectBasicRole, { role: 'roles/owner' })).toBe(1);
});

it('roles that may be read are judged, as if nothing were denied here and above', () => {
  const role = 'projects/acme-web/roles/releaser';
  const customRoles = [{ name: role, includedPermissions: ['iam.roles.update'] }];
  expect(judged(projectPrivilegeEscalation, { role: 'roles/iam.roleAdmin' })).toBe(1);
  expect(judged(projectPrivilegeEscalation, { role, config: { customRoles } })).toBe(1);
  expect(judged(projectPrivilegeEscalation, { role, config: { customRoles: [] } })).toEqual(unknown);
});

const roleOfProject = 'projects/acme-web/roles/releaser';

type GainedBy = {
  readonly role: string;
  readonly config?: JsonObject;
  readonly related?: Input['related'];
  readonly path: string;
};

const includedPermissions = ['iam.roles.get', 'iam.roles.update'];
const roleGiven = {
  technology: 'gcp.organization',
  key: `//iam.googleapis.com/${ofOrganization}`,
  value: { name: ofOrganization, includedPermissions },
};

it.each<[string, GainedBy]>([
  [
    'the organization',
    {
      role: ofOrganization,
      related: { [aboveRelations.roles]: { items: [roleGiven], complete: true } },
      path: `@${aboveRelations.roles}`,
    },
  ],
  [
    'the project',
    {
      role: roleOfProject,
      config: { customRoles: [{ name: roleOfProject, includedPermissions }] },
      path: '/customRoles/0/includedPermissions/1',
    },
  ],
])('what a custom role of %s lets gain is named, and is evidence', (_, { role, config, related, path }) => {
  const bindings = [{ role, members: ['user:kim@acme.example'] }];
  const result = runCheck({
    check: projectPrivilegeEscalation,
    item,
    config: projectExample({ iamPolicy: { bindings }, ...config }),
    unreadable: [],
    now: Date.parse('2026-06-01T00:00:00Z'),
    options: undefined,
    related: { [aboveRelations.denials]: { items: [], complete: true }, ...related },
    world: gcpExampleWorld,
  });
  expect(result).toMatchObject({
    kind: 'judged',
    findings: [
      {
        details: { roles: `${role} (iam.roles.update)` },
        evidence: [
          { path: '/iamPolicy/bindings/0', value: { role } },
          { path, value: 'iam.roles.update' },
        ],
      },
    ],
  });
});
