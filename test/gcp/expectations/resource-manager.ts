/** What must be found on organizations, folders and projects, written from the meaning of the rules. */
import {
  defaultAccount,
  deploy,
  kim,
  lee,
  mallory,
  type ProjectId,
  release,
  stranger,
  vendor,
} from '../resources/known.ts';
import type { Expected } from './expected.ts';

const organization = { account: 'acme', technology: 'gcp.organization', region: 'global' } as const;
const folder = { account: 'acme', technology: 'gcp.folder', region: 'global' } as const;
const project = (id: ProjectId) => ({
  account: id,
  technology: 'gcp.project',
  region: 'global',
  name: id,
});

const basic = (member: string, score = 5) => `basic-role held member=${member} (${score})`;
const editor = (of: ProjectId) =>
  `default-account-editor held member=serviceAccount:${defaultAccount(of)} (7)`;
const admin = `admin-service-account held member=${deploy} (5)`;
const impersonates = (member: string) => `impersonation-role held member=${member} (6)`;
const escalates = (member: string) => `privilege-escalation held member=${member} (7)`;
const mixesKeys = `key-duties held member=${kim} (4)`;
const mixesAccounts = (member: string) => `service-account-duties held member=${member} (4)`;
const open = (member: string) => `policy-public held member=${member} (10)`;
const unknown = (member: string) => `policy-unknown-member held member=${member} (10)`;
const thirdParty = `policy-third-party-member held member=${vendor} (0)`;
const noLog = 'audit-logs-off off log=DATA_WRITE (3)';
const exempt = (log: string, member: string) => `audit-logs-off exempt log=${log} member=${member} (3)`;

export const expectedOrganizations: readonly Expected[] = [
  {
    ...organization,
    name: 'acme.example',
    issues: [
      basic(kim),
      editor('acme-web'),
      admin,
      impersonates(release),
      impersonates(lee),
      escalates(kim),
      escalates(lee),
      mixesKeys,
      mixesAccounts(lee),
      open('allAuthenticatedUsers'),
      unknown(mallory),
      thirdParty,
      noLog,
      exempt('DATA_READ', lee),
      'constraint-unset unset constraint=sql.restrictPublicIp (1)',
    ],
    why: 'everything that can be wrong; the constraint is there and enforces nothing',
  },
  {
    ...organization,
    account: 'sister',
    name: 'sister.example',
    issues: [],
    nearly: [
      'basic-role held',
      'default-account-editor held',
      'admin-service-account held',
      'impersonation-role held',
      'privilege-escalation held',
      'key-duties held',
      'service-account-duties held',
      'policy-public held',
      'policy-unknown-member held',
      'policy-third-party-member held',
      'audit-logs-off off',
      'audit-logs-off exempt',
      'constraint-unset unset',
    ],
    why: 'each role is one beside those that are told, for another kind of member, or for a time that is over; one constraint is set by its new name',
  },
];

export const expectedFolders: readonly Expected[] = [
  {
    ...folder,
    name: 'web',
    issues: [basic(kim, 2), open('allUsers'), unknown(stranger), thirdParty, noLog],
    nearly: [
      'default-account-editor held',
      'admin-service-account held',
      'impersonation-role held',
      'privilege-escalation held',
      'key-duties held',
    ],
    why: 'a viewer, everyone, a stranger and a vendor; a role of the organization that changes roles is denied above to who holds it; what is written is logged neither here nor above',
  },
  {
    ...folder,
    name: 'data',
    issues: [editor('acme-data'), admin, impersonates(release), escalates(lee), escalates(kim)],
    nearly: [
      'basic-role held',
      'service-account-duties held',
      'policy-public held',
      'policy-unknown-member held',
      'audit-logs-off off',
      'audit-logs-off exempt',
    ],
    why: 'roles that give more than they say, one of them a custom role of the organization; the rest of the logs is on here, and who is exempt above is not exempt here',
  },
  {
    ...folder,
    name: 'tools',
    issues: [mixesKeys, mixesAccounts(lee), escalates(lee), exempt('DATA_WRITE', kim)],
    nearly: [
      'impersonation-role held',
      'policy-third-party-member held',
      'audit-logs-off off',
      'basic-role held',
    ],
    why: 'duties that should be apart; who could act as service accounts is denied that here; one person is exempt',
  },
];

export const expectedProjects: readonly Expected[] = [
  {
    ...project('acme-web'),
    issues: [basic(kim), escalates(release), noLog],
    nearly: [
      'default-account-editor held',
      'os-login-off off',
      'asset-inventory-off off',
      'serial-port-enabled on',
    ],
    why: 'an owner; a group with a role of the organization that changes roles; what is written is not logged here nor above',
  },
  {
    ...project('acme-shop'),
    issues: [editor('acme-shop'), unknown(stranger), thirdParty, exempt('DATA_WRITE', kim)],
    nearly: [
      'basic-role held',
      'audit-logs-off off',
      'admin-service-account held',
      'privilege-escalation held',
    ],
    why: 'the default account edits; a role of the organization that changes roles is denied above to who holds it; a stranger and a vendor; what is written is logged here, but for one person',
  },
  {
    ...project('acme-data'),
    issues: [admin, mixesKeys],
    nearly: ['impersonation-role held', 'policy-unknown-member held', 'policy-third-party-member held'],
    why: 'a program administers; a person mixes duties; the custom role only looks',
  },
  {
    ...project('acme-lake'),
    issues: [impersonates(lee), escalates(kim)],
    nearly: ['key-duties held', 'service-account-duties held', 'admin-service-account held'],
    why: 'a custom role takes credentials; each duty is another’s',
  },
  {
    ...project('acme-ops'),
    issues: [escalates(kim), escalates(lee), mixesAccounts(lee)],
    nearly: ['policy-public held', 'impersonation-role held', 'os-login-off off', 'asset-inventory-off off'],
    why: 'a custom role changes roles, denied to somebody else; one person mixes duties, and is denied above to act as service accounts',
  },
  {
    ...project('acme-lab'),
    issues: [
      open('allUsers'),
      'os-login-off off setting=enable-oslogin (3)',
      'serial-port-enabled on setting=serial-port-enable (5)',
      'asset-inventory-off off service=cloudasset.googleapis.com (1)',
    ],
    nearly: ['privilege-escalation held', 'audit-logs-off exempt'],
    why: 'everyone; the custom role that changes roles is denied to all; exempt above is not exempt here',
  },
];
