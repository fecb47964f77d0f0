/** What must not be held on a project, folder or organization, whichever of them it is. */
import {
  escalationsOf,
  gcpExampleWorld,
  type HeldRole,
  impersonates,
  isAdminServiceAccount,
  isBasicAdminRole,
  isBasicRole,
  isImpersonation,
  isKeyUserRole,
  isOfDefaultServiceAccount,
  isPolicyAdminRole,
  type MemberRule,
} from '@security-monkey/sdk';

const person = 'user:kim@acme.example';
const deploy = 'serviceAccount:deploy@acme-web.iam.gserviceaccount.com';
const ofCompute = 'serviceAccount:123456789012-compute@developer.gserviceaccount.com';
const googleApis = 'serviceAccount:123456789012@cloudservices.gserviceaccount.com';
const world = gcpExampleWorld;

const roleLink = 'https://cloud.google.com/iam/docs/roles-overview';

function isAdministrator({ role }: HeldRole): boolean {
  return isBasicAdminRole(role);
}

/** Agents hold what Google gives them, and would lack it if it were taken away. */
function isAgent({ member }: HeldRole): boolean {
  return member.kind === 'service-account' && member.account?.maker === 'agent';
}

function isNobody({ member }: HeldRole): boolean {
  return member.kind === 'deleted' || member.kind === 'unreadable';
}

export const basicRole: MemberRule = {
  name: 'basic-role',
  version: 2,
  score: 5,
  category: 'administrator-access',
  title: 'A member holds a basic role',
  why: 'Basic roles give thousands of permissions over all services, and get more whenever Google adds a service. Owner, Editor, Admin and Writer change nearly everything, Viewer and Reader read nearly everything.',
  fix: 'Give the predefined or custom roles that are needed, by groups rather than people, and take the basic role away. The role recommendations of IAM tell which permissions were used.',
  links: [roleLink, 'https://cloud.google.com/policy-intelligence/docs/role-recommendations-overview'],
  frameworks: {},
  message: '{who} holds {roles}',
  isMeant: (held) =>
    isBasicRole(held.role) && !isAgent(held) && !isNobody(held) && !isOfDefaultServiceAccount(held),
  scoreOf: (held) => (held.some(isAdministrator) ? 5 : 2),
  good: [
    { name: 'a predefined role', world, grants: [{ role: 'roles/storage.admin', member: person }] },
    {
      name: 'the agent of Google’s that needs it',
      world,
      grants: [{ role: 'roles/editor', member: googleApis }],
    },
    {
      name: 'a default service account, which another check tells',
      world,
      grants: [{ role: 'roles/editor', member: ofCompute }],
    },
    {
      name: 'a person who is deleted',
      world,
      grants: [{ role: 'roles/owner', member: 'deleted:user:old@acme.example?uid=123456789012345678901' }],
    },
  ],
  bad: [
    { name: 'an owner', world, grants: [{ role: 'roles/owner', member: person }], reports: [person] },
    { name: 'an editor', world, grants: [{ role: 'roles/editor', member: deploy }], reports: [deploy] },
    { name: 'an admin', world, grants: [{ role: 'roles/admin', member: person }], reports: [person] },
    { name: 'a writer', world, grants: [{ role: 'roles/writer', member: person }], reports: [person] },
    {
      name: 'a reader',
      world,
      grants: [{ role: 'roles/reader', member: person }],
      reports: [person],
      score: 2,
    },
    {
      name: 'a viewer',
      world,
      grants: [{ role: 'roles/viewer', member: person }],
      reports: [person],
      score: 2,
    },
  ],
};

export const defaultAccountEditor: MemberRule = {
  name: 'default-account-editor',
  version: 2,
  score: 7,
  category: 'administrator-access',
  title: 'A default service account may change nearly everything',
  why: 'Instances, functions and applications act as the default service account unless somebody chose another. With Editor, Owner or one of the newer basic roles Writer and Admin, whoever takes over one of them has the whole project.',
  fix: 'Give each workload a service account of its own with the roles that it needs, then take the basic role from the default one. The organization policy iam.automaticIamGrantsForDefaultServiceAccounts keeps new projects free of it.',
  links: ['https://cloud.google.com/iam/docs/service-account-types#default'],
  frameworks: {},
  message: 'The default service account {who} holds {roles}',
  isMeant: (held) => isAdministrator(held) && isOfDefaultServiceAccount(held),
  good: [
    { name: 'a narrow role', world, grants: [{ role: 'roles/logging.logWriter', member: ofCompute }] },
    { name: 'a service account that users made', world, grants: [{ role: 'roles/editor', member: deploy }] },
  ],
  bad: [
    {
      name: 'that of Compute Engine',
      world,
      grants: [{ role: 'roles/editor', member: ofCompute }],
      reports: [ofCompute],
    },
    {
      name: 'that of Compute Engine, by the newer role',
      world,
      grants: [{ role: 'roles/writer', member: ofCompute }],
      reports: [ofCompute],
    },
    {
      name: 'that of App Engine',
      world,
      grants: [{ role: 'roles/owner', member: 'serviceAccount:acme-web@appspot.gserviceaccount.com' }],
      reports: ['serviceAccount:acme-web@appspot.gserviceaccount.com'],
    },
  ],
};

export const adminServiceAccount: MemberRule = {
  name: 'admin-service-account',
  version: 2,
  score: 5,
  category: 'administrator-access',
  title: 'A service account administers',
  why: 'A program with an administrator’s role gives that role to whoever finds a flaw in it, and to everyone who may deploy it.',
  fix: 'Give the service account the roles that its work needs, on the resources that it works on.',
  links: [roleLink, 'https://cloud.google.com/iam/docs/best-practices-service-accounts'],
  frameworks: { 'cis-gcp-5.0': ['1.6'] },
  message: 'The service account {who} holds {roles}',
  isMeant: isAdminServiceAccount,
  good: [
    {
      name: 'a role that is no administrator’s',
      world,
      grants: [{ role: 'roles/storage.objectViewer', member: deploy }],
    },
    { name: 'a person', world, grants: [{ role: 'roles/storage.admin', member: person }] },
    { name: 'an agent of Google’s', world, grants: [{ role: 'roles/editor', member: googleApis }] },
  ],
  bad: [
    {
      name: 'an administrator of storage',
      world,
      grants: [{ role: 'roles/storage.admin', member: deploy }],
      reports: [deploy],
    },
    { name: 'an owner', world, grants: [{ role: 'roles/owner', member: deploy }], reports: [deploy] },
    { name: 'a writer', world, grants: [{ role: 'roles/writer', member: deploy }], reports: [deploy] },
  ],
};

export const impersonationRole: MemberRule = {
  name: 'impersonation-role',
  version: 2,
  gains: impersonating,
  score: 6,
  category: 'sensitive-permissions',
  title: 'A member may act as every service account',
  why: 'Held here and not on one service account, the role is good for all of them, also for those that are made later: together they can do more than anybody should. Deny policies here and above are counted where they may be read and certainly take the permission away.',
  fix: 'Give the role on the service accounts that the member needs, and take it away here.',
  links: ['https://cloud.google.com/iam/docs/service-account-permissions'],
  frameworks: { 'cis-gcp-5.0': ['1.7'] },
  message: '{who} may act as all service accounts by {roles}',
  isMeant: (held) => !isBasicRole(held.role) && !isAgent(held) && !isNobody(held) && mayImpersonate(held),
  good: [
    {
      name: 'a role that only looks',
      world,
      grants: [{ role: 'roles/iam.serviceAccountViewer', member: person }],
    },
    { name: 'an owner, whom another check tells', world, grants: [{ role: 'roles/owner', member: person }] },
    {
      name: 'the agent that runs instances',
      world,
      grants: [
        {
          role: 'roles/compute.serviceAgent',
          member: 'serviceAccount:service-123456789012@compute-system.iam.gserviceaccount.com',
        },
      ],
    },
  ],
  bad: [
    {
      name: 'the role that attaches them',
      world,
      grants: [{ role: 'roles/iam.serviceAccountUser', member: person }],
      reports: [person],
    },
    {
      name: 'the role that takes their credentials',
      world,
      grants: [{ role: 'roles/iam.serviceAccountTokenCreator', member: 'group:release@acme.example' }],
      reports: ['group:release@acme.example'],
    },
  ],
};

function mayImpersonate(held: HeldRole): boolean {
  return held.permissions === undefined ? isImpersonation(held) : impersonating(held.permissions).length > 0;
}

function impersonating(permissions: readonly string[]): readonly string[] {
  return permissions.filter((permission) => impersonates([permission]));
}

function mayGainMore({ role, permissions }: HeldRole): boolean {
  return permissions === undefined ? isPolicyAdminRole(role) : gaining(permissions).length > 0;
}

/** By ways that need no acting as a service account, which has a check of its own. */
function gaining(permissions: readonly string[]): readonly string[] {
  const ways = escalationsOf(permissions, 'organization').filter((way) => !impersonates(way.permissions));
  return [...new Set(ways.flatMap((way) => way.permissions))];
}

export const privilegeEscalation: MemberRule = {
  name: 'privilege-escalation',
  version: 2,
  gains: gaining,
  score: 7,
  category: 'sensitive-permissions',
  title: 'A member can give itself more',
  why: 'Who may set allow policies, change custom roles or lift organization policies holds every permission that it wants, whatever the name of its role says. Of custom roles those count too that have a service run what the member writes: builds, deployments, scripts of all machines. Deny policies here and above are counted where they may be read and certainly take the permission away.',
  fix: 'Keep such roles for the few who administer access, give them for a time only, and let a deny policy take them from everyone else.',
  links: [
    'https://cloud.google.com/iam/docs/roles-permissions',
    'https://cloud.google.com/iam/docs/deny-overview',
  ],
  frameworks: {},
  message: '{who} can give itself more by {roles}',
  isMeant: (held) => !isBasicRole(held.role) && !isAgent(held) && !isNobody(held) && mayGainMore(held),
  good: [
    {
      name: 'a role that only reads policies',
      world,
      grants: [{ role: 'roles/iam.securityReviewer', member: person }],
    },
    { name: 'an owner, whom another check tells', world, grants: [{ role: 'roles/owner', member: person }] },
  ],
  bad: [
    {
      name: 'the administrator of policies',
      world,
      grants: [{ role: 'roles/iam.securityAdmin', member: person }],
      reports: [person],
    },
  ],
};

export const serviceAccountDuties: MemberRule = {
  name: 'service-account-duties',
  score: 4,
  category: 'sensitive-permissions',
  title: 'A member both makes service accounts and acts as them',
  why: 'Who administers service accounts decides who may act as them. Who may also act as them needs nobody else to take on any of their roles.',
  fix: 'Let one group administer service accounts and another use them.',
  links: ['https://cloud.google.com/iam/docs/service-account-permissions'],
  frameworks: { 'cis-gcp-5.0': ['1.9'] },
  message: '{who} holds {roles}',
  isMeant: ({ role }) => role === 'roles/iam.serviceAccountAdmin' || role === 'roles/iam.serviceAccountUser',
  isEnough: (held) => new Set(held.map(({ role }) => role)).size > 1,
  good: [
    { name: 'one of the two', world, grants: [{ role: 'roles/iam.serviceAccountAdmin', member: person }] },
    {
      name: 'each with another',
      world,
      grants: [
        { role: 'roles/iam.serviceAccountAdmin', member: person },
        { role: 'roles/iam.serviceAccountUser', member: 'user:lee@acme.example' },
      ],
    },
  ],
  bad: [
    {
      name: 'both with one',
      world,
      grants: [
        { role: 'roles/iam.serviceAccountAdmin', member: person },
        { role: 'roles/iam.serviceAccountUser', member: person },
      ],
      reports: [person],
    },
  ],
};

export const keyDuties: MemberRule = {
  name: 'key-duties',
  score: 4,
  category: 'sensitive-permissions',
  title: 'A member both administers keys and uses them',
  why: 'Keys protect data from those who keep it as long as nobody both decides who may use a key and uses it.',
  fix: 'Let one group administer the keys of Cloud KMS and another encrypt and decrypt by them.',
  links: ['https://cloud.google.com/kms/docs/separation-of-duties'],
  frameworks: { 'cis-gcp-5.0': ['1.12'] },
  message: '{who} holds {roles}',
  isMeant: ({ role }) => role === 'roles/cloudkms.admin' || isKeyUserRole(role),
  isEnough: (held) =>
    held.some(({ role }) => role === 'roles/cloudkms.admin') && held.some(({ role }) => isKeyUserRole(role)),
  good: [
    { name: 'an administrator of keys', world, grants: [{ role: 'roles/cloudkms.admin', member: person }] },
    {
      name: 'one who encrypts and decrypts by two roles',
      world,
      grants: [
        { role: 'roles/cloudkms.cryptoKeyEncrypter', member: person },
        { role: 'roles/cloudkms.cryptoKeyDecrypter', member: person },
      ],
    },
  ],
  bad: [
    {
      name: 'one who administers and decrypts',
      world,
      grants: [
        { role: 'roles/cloudkms.admin', member: person },
        { role: 'roles/cloudkms.cryptoKeyDecrypter', member: person },
      ],
      reports: [person],
    },
  ],
};
