/** Buckets whose ACL lets everyone in. */
import { defineCheck } from '@security-monkey/sdk';
import { accountBlock } from '../account-block.ts';
import { arePublicGrantsIgnored, holdersLeft, holdersOf, isAclInForce } from '../acl.ts';
import {
  accountBlockIs,
  acl,
  allUsers,
  authenticatedUsers,
  block,
  bucket,
  denying,
  ownership,
} from '../example.ts';
import { s3Bucket } from '../watcher.ts';

export const aclInternetAccessible = defineCheck({
  id: 'aws.s3-bucket.acl-internet-accessible',
  watcher: s3Bucket,
  version: 2,
  score: 10,
  category: 'internet-accessible',
  title: 'The ACL lets everyone in',
  why: 'The groups AllUsers and AuthenticatedUsers are everyone on the internet and everyone with an AWS account of their own. Grants to them open the list of objects, or the bucket itself, to strangers.',
  fix: 'Remove the grants, or set Object Ownership to bucket owner enforced, which switches ACLs off. Switch on Block Public Access for the account so that they cannot come back.',
  links: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  ],
  frameworks: {},
  messages: { granted: '{principal} has {permissions} by the ACL' },
  needs: [accountBlock],
  examples: {
    good: [
      {
        name: 'only the owner has a grant',
        config: bucket({ Acl: acl(), OwnershipControls: null, PublicAccessBlock: null }),
        related: accountBlockIs(null),
      },
      {
        name: 'ACLs are switched off by Object Ownership',
        config: bucket({
          Acl: acl([allUsers, 'READ']),
          OwnershipControls: ownership('BucketOwnerEnforced'),
          PublicAccessBlock: null,
        }),
        related: accountBlockIs(null),
      },
      {
        name: 'the block of the bucket ignores public ACLs',
        config: bucket({
          Acl: acl([allUsers, 'READ']),
          OwnershipControls: null,
          PublicAccessBlock: block(true),
        }),
        related: accountBlockIs(null),
      },
      {
        name: 'the policy denies everything to everyone from outside the network',
        config: bucket({
          Acl: acl([allUsers, 'READ']),
          OwnershipControls: null,
          PublicAccessBlock: null,
          Policy: denying({ NotIpAddress: { 'aws:sourceip': ['198.51.100.0/24'] } }),
        }),
        related: accountBlockIs(null),
      },
      {
        name: 'the block of the account ignores public ACLs',
        config: bucket({ Acl: acl([allUsers, 'READ']), OwnershipControls: null, PublicAccessBlock: null }),
        related: accountBlockIs({ ...block(false), IgnorePublicAcls: true }),
      },
    ],
    bad: [
      {
        name: 'anyone may list and write',
        config: bucket({
          Acl: acl([allUsers, 'READ'], [allUsers, 'WRITE']),
          OwnershipControls: null,
          PublicAccessBlock: null,
        }),
        related: accountBlockIs(null),
        reports: [{ message: 'granted', subject: { principal: 'AllUsers' } }],
      },
      {
        name: 'the policy denies plain HTTP only, and anyone may use HTTPS',
        config: bucket({
          Acl: acl([allUsers, 'READ']),
          OwnershipControls: null,
          PublicAccessBlock: null,
          Policy: denying({ Bool: { 'aws:securetransport': ['false'] } }),
        }),
        related: accountBlockIs(null),
        reports: [{ message: 'granted', subject: { principal: 'AllUsers' } }],
      },
      {
        name: 'anyone with an AWS account may read the ACL, as the blocks refuse only new grants',
        config: bucket({
          Acl: acl([authenticatedUsers, 'READ_ACP']),
          OwnershipControls: ownership('BucketOwnerPreferred'),
          PublicAccessBlock: { ...block(true), IgnorePublicAcls: false },
        }),
        related: accountBlockIs({ ...block(true), IgnorePublicAcls: false }),
        reports: [{ message: 'granted', subject: { principal: 'AuthenticatedUsers' } }],
      },
    ],
  },
  run: (context) => {
    const open = holdersOf(context.config).filter(
      ({ group }) => group === 'AllUsers' || group === 'AuthenticatedUsers',
    );
    if (open.length === 0 || !isAclInForce(context.config) || arePublicGrantsIgnored(context)) return;
    for (const { principal, evidence, permissions } of holdersLeft(open, context, (left) => left.isPublic)) {
      context.report('granted', { subject: { principal }, evidence, details: { permissions } });
    }
  },
});
