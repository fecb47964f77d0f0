/** Storage buckets: the watcher, and every check on them. */
import type { Technology } from '@security-monkey/sdk';
import { aclInternetAccessible } from './checks/acl-internet-accessible.ts';
import { aclManyOwners } from './checks/acl-many-owners.ts';
import { corsWrites } from './checks/cors-writes.ts';
import { defaultAclInternetAccessible } from './checks/default-acl-internet-accessible.ts';
import { defaultAclManyOwners } from './checks/default-acl-many-owners.ts';
import { bucketPolicyPublic } from './checks/policy-public.ts';
import { bucketPolicyThirdPartyMember } from './checks/policy-third-party-member.ts';
import { bucketPolicyUnknownMember } from './checks/policy-unknown-member.ts';
import { uniformAccessOff } from './checks/uniform-access-off.ts';
import { storageBucket } from './watcher.ts';

export const storageBucketTechnology: Technology = {
  watcher: storageBucket,
  checks: [
    aclInternetAccessible,
    aclManyOwners,
    corsWrites,
    defaultAclInternetAccessible,
    defaultAclManyOwners,
    bucketPolicyPublic,
    bucketPolicyThirdPartyMember,
    bucketPolicyUnknownMember,
    uniformAccessOff,
  ],
};
