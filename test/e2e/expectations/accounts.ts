/** What must be found in the accounts themselves, written from the meaning of the rules. */
import { partner, prod } from '../estate/known.ts';
import type { Expected } from './expected.ts';

const account = { technology: 'aws.account', region: 'global' } as const;
const notBlocked = (setting: string) => `public-access-not-blocked off setting=${setting} (3)`;

export const expectedAccounts: readonly Expected[] = [
  {
    ...account,
    account: 'prod',
    name: prod,
    issues: [
      'contact-missing absent setting=contact information (1)',
      'password-policy-absent absent setting=password policy (3)',
      notBlocked('BlockPublicAcls'),
      notBlocked('BlockPublicPolicy'),
      notBlocked('IgnorePublicAcls'),
      notBlocked('RestrictPublicBuckets'),
      'root-access-key present credential=root access key (10)',
      'root-without-mfa absent setting=root MFA (10)',
    ],
    nearly: [
      'password-length short',
      'password-reuse allowed',
      'root-used used',
      'root-without-hardware-mfa virtual',
      'security-contact-missing absent',
      'support-role-missing absent',
    ],
    why: 'hardly set up: no password policy, so that it is neither too short nor forgetful; root without MFA, so that none is virtual, and last signed in 91 days ago; a security contact and a role for support',
  },
  {
    ...account,
    account: 'partner',
    name: partner,
    issues: [
      'password-length short setting=minimum length (2)',
      'password-reuse allowed setting=reuse prevention (2)',
      notBlocked('RestrictPublicBuckets'),
      'root-used used credential=password (3)',
      'root-without-hardware-mfa virtual setting=root MFA (3)',
      'security-contact-missing absent setting=security contact (1)',
      'support-role-missing absent setting=support role (1)',
    ],
    nearly: [
      'contact-missing absent',
      'password-policy-absent absent',
      'public-access-not-blocked off setting=IgnorePublicAcls',
      'root-access-key present',
      'root-without-mfa absent',
    ],
    why: 'not set up very well: passwords of 13 characters, 23 of them remembered; three of four switches on; root with a virtual MFA, signed in 89 days ago; a contact, but none for security, and nobody for support',
  },
];
