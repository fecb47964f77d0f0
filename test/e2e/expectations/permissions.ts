/** What must be found where an identity has the statements of a case, written from the meaning of the rules. */
import type { PermissionCase } from '../estate/permission-cases.ts';

export type ExpectedPermissions = {
  /** Of users, roles, groups and managed policies alike. */
  readonly issues: readonly string[];
  readonly nearly: readonly string[];
  /** Of users and roles only, of which all policies are looked at together. */
  readonly together?: readonly string[];
  readonly nearlyTogether?: readonly string[];
  readonly why: string;
};

const granted = (rule: string, subject: string, score: number) => `${rule} granted ${subject} (${score})`;
const everyAction = (resources: string) => granted('administrator-access', `resources=${resources}`, 10);
const management = (resources: string, service: string) =>
  granted('permissions-management', `resources=${resources} service=${service}`, 10);
const write = (resources: string, service: string) =>
  granted('sensitive-service-write', `resources=${resources} service=${service}`, 1);
const passing = (resources: string) => granted('pass-role', `resources=${resources}`, 10);
const credentials = (resources: string, service: string) =>
  granted('credentials-exposure', `resources=${resources} service=${service}`, 4);
const taking = (resources: string, service: string) =>
  granted('data-exfiltration', `resources=${resources} service=${service}`, 2);
const escalation = (path: string) => `privilege-escalation possible path=${path} (7)`;

const bucket = 'arn:aws:s3:::acme-private';
const workers = 'arn:aws:iam::*:role/workers/*';
const groups = 'arn:aws:ec2:*:*:security-group/*';

export const expectedPermissions: Readonly<Record<PermissionCase, ExpectedPermissions>> = {
  everything: {
    issues: [everyAction('*')],
    nearly: ['iam-full-access granted', 'permissions-management granted', 'not-action used'],
    nearlyTogether: ['effective-administrator administrator', 'privilege-escalation possible'],
    why: 'every action on everything: all else goes without saying',
  },
  'everything-on-a-bucket': {
    issues: [everyAction(bucket)],
    nearly: ['iam-full-access granted', 'pass-role granted', 'credentials-exposure granted'],
    nearlyTogether: ['effective-administrator administrator'],
    why: 'every action, though on one bucket only',
  },
  'everything-until-2020': {
    issues: [],
    nearly: ['administrator-access granted'],
    nearlyTogether: ['effective-administrator administrator', 'privilege-escalation possible'],
    why: 'the permission has ended and cannot begin again',
  },
  'all-of-s3': {
    issues: [management('*', 's3'), write('*', 's3'), taking('*', 's3')],
    nearly: ['administrator-access granted', 'iam-full-access granted', 'credentials-exposure granted'],
    nearlyTogether: ['privilege-escalation possible'],
    why: 'every action of one service: who may do what there, what lies there, and all of it to take away',
  },
  'all-of-iam': {
    issues: [
      granted('iam-full-access', 'resources=*', 10),
      management('*', 'iam'),
      write('*', 'iam'),
      passing('*'),
      credentials('*', 'iam'),
    ],
    nearly: ['administrator-access granted'],
    together: ['effective-administrator administrator through=policies (9)'],
    nearlyTogether: ['privilege-escalation possible'],
    why: 'who rules IAM can have the rest: an administrator has nothing to gain, but is one',
  },
  'reading-of-iam': {
    issues: [],
    nearly: [
      'iam-full-access granted',
      'permissions-management granted',
      'pass-role granted',
      'credentials-exposure granted',
      'sensitive-service-write granted',
    ],
    nearlyTogether: ['privilege-escalation possible'],
    why: 'IAM as a whole, but only to look at',
  },
  'keys-of-anyone': {
    issues: [credentials('*', 'iam'), write('*', 'iam')],
    nearly: ['iam-full-access granted', 'permissions-management granted'],
    together: [escalation('credentials-access-key')],
    nearlyTogether: ['effective-administrator administrator'],
    why: 'whoever makes a key of somebody else’s acts as she does',
  },
  'keys-of-oneself': {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of IAM's
    issues: [write('arn:aws:iam::*:user/${aws:username}', 'iam')],
    nearly: ['credentials-exposure granted'],
    nearlyTogether: ['privilege-escalation possible'],
    why: 'another key of one’s own gives nothing that one lacks',
  },
  'sessions-of-workers': {
    issues: [credentials(workers, 'sts'), write(workers, 'sts')],
    nearly: ['pass-role granted'],
    nearlyTogether: ['privilege-escalation possible'],
    why: 'a session of a role is a credential; the role’s own trust says to whom it is open',
  },
  'passing-of-workers': {
    issues: [passing(workers), write(workers, 'iam')],
    nearly: ['iam-full-access granted', 'credentials-exposure granted'],
    nearlyTogether: ['privilege-escalation possible'],
    why: 'roles may be passed, but nothing may be started that would take them',
  },
  'passing-of-linked-roles': {
    issues: [write('arn:aws:iam::*:role/aws-service-role/*', 'iam')],
    nearly: ['pass-role granted'],
    why: 'a role that is linked to a service cannot be passed to another',
  },
  'machines-as-workers': {
    issues: [passing(workers), write(workers, 'iam'), write('*', 'ec2')],
    nearly: ['credentials-exposure granted', 'administrator-access granted'],
    together: [escalation('pass-ec2-instance')],
    nearlyTogether: ['effective-administrator administrator'],
    why: 'a machine may be started as a worker, and told what to run',
  },
  'opening-of-groups': {
    issues: [granted('security-group-changes', `resources=${groups}`, 7), write(groups, 'ec2')],
    nearly: ['permissions-management granted'],
    why: 'doors may be opened in any group',
  },
  'closing-of-groups': {
    issues: [write(groups, 'ec2')],
    nearly: ['security-group-changes granted'],
    why: 'doors may be closed, which opens nothing',
  },
  'all-but-one-action': {
    issues: [
      'not-action used element=NotAction resources=arn:aws:s3:::acme-private (10)',
      management(bucket, '*'),
      write(bucket, '*'),
    ],
    nearly: ['administrator-access granted', 'not-resource used', 'data-exfiltration granted'],
    nearlyTogether: ['effective-administrator administrator', 'privilege-escalation possible'],
    why: 'whatever there is or will be but for one action, though on one bucket only',
  },
  'nothing-without-mfa': {
    issues: [],
    nearly: ['not-action used', 'sensitive-service-write granted'],
    why: 'NotAction in a Deny takes away, which is how it is meant',
  },
  'all-but-one-bucket': {
    issues: [
      'not-resource used actions=s3:GetObject element=NotResource (10)',
      taking(`all but ${bucket}/*`, 's3'),
    ],
    nearly: ['not-action used', 'sensitive-service-write granted'],
    why: 'the objects of every bucket there is or will be, but for one',
  },
  'only-one-bucket': {
    issues: [],
    nearly: ['not-resource used', 'data-exfiltration granted'],
    why: 'of all objects the Deny leaves those of one bucket',
  },
  'taking-of-secrets': {
    issues: [taking('*', 'secretsmanager')],
    nearly: ['credentials-exposure granted', 'sensitive-service-write granted'],
    nearlyTogether: ['privilege-escalation possible'],
    why: 'the content of every secret',
  },
  'one-secret': {
    issues: [],
    nearly: ['data-exfiltration granted'],
    why: 'the content of one secret, which is named',
  },
  'opening-of-a-bucket': {
    issues: [management(bucket, 's3')],
    nearly: ['sensitive-service-write granted', 'administrator-access granted'],
    why: 'who may do what with the bucket can be decided anew',
  },
  'writing-to-a-bucket': {
    issues: [write(`${bucket}/*`, 's3')],
    nearly: ['permissions-management granted', 'data-exfiltration granted'],
    why: 'what lies in the bucket can be changed, but not who may do so',
  },
  'listing-of-buckets': {
    issues: [],
    nearly: [
      'sensitive-service-write granted',
      'data-exfiltration granted',
      'identity-policy-malformed unreadable',
    ],
    why: 'the names of buckets, by a policy of good grammar',
  },
  'misspelt-operator': {
    issues: [
      'identity-policy-malformed unreadable part=the condition StringIs aws:username is of no known form (3)',
    ],
    nearly: ['sensitive-service-write granted'],
    why: 'an operator that there is not holds nobody back, and somebody should know',
  },
};
