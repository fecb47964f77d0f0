/** AWS accounts: the watcher, and every check on them. */
import type { Technology } from '@security-monkey/sdk';
import { contactMissing } from './checks/contact-missing.ts';
import { passwordLength } from './checks/password-length.ts';
import { passwordPolicyAbsent } from './checks/password-policy-absent.ts';
import { passwordReuse } from './checks/password-reuse.ts';
import { publicAccessNotBlocked } from './checks/public-access-not-blocked.ts';
import { rootAccessKey } from './checks/root-access-key.ts';
import { rootUsed } from './checks/root-used.ts';
import { rootWithoutHardwareMfa } from './checks/root-without-hardware-mfa.ts';
import { rootWithoutMfa } from './checks/root-without-mfa.ts';
import { securityContactMissing } from './checks/security-contact-missing.ts';
import { supportRoleMissing } from './checks/support-role-missing.ts';
import { awsAccount } from './watcher.ts';

export const awsAccountTechnology: Technology = {
  watcher: awsAccount,
  checks: [
    contactMissing,
    passwordLength,
    passwordPolicyAbsent,
    passwordReuse,
    publicAccessNotBlocked,
    rootAccessKey,
    rootUsed,
    rootWithoutHardwareMfa,
    rootWithoutMfa,
    securityContactMissing,
    supportRoleMissing,
  ],
};
