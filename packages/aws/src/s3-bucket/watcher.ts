/** Watches S3 general purpose buckets: one listing for the account, each bucket described in its own region. */
import { defineWatcher, readParts } from '@security-monkey/sdk';
import { accountBlock, readAccountBlock } from './account-block.ts';
import { bucketConfig } from './config.ts';
import { confirmBucket, listBuckets, locate } from './listing.ts';
import { bucketParts, partsOf } from './parts.ts';

const gone = ['NoSuchBucket'];

export const s3Bucket = defineWatcher({
  id: 'aws.s3-bucket',
  accountType: 'aws',
  title: { one: 'S3 bucket', many: 'S3 buckets' },
  documentation: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html',
  legacyIndex: 's3',
  version: 1,
  scope: 'global',
  permissions: {
    's3:ListBuckets': 's3:ListAllMyBuckets',
    's3:GetBucketLocation': 's3:GetBucketLocation',
    's3control:GetPublicAccessBlock': 's3:GetAccountPublicAccessBlock',
    ...Object.fromEntries(
      Object.values(bucketParts).map(({ operation, permission }) => [operation, permission]),
    ),
  },
  gone,
  ephemeral: [
    // Outside the home region of the standard partition it is the date of the last change.
    '/CreationDate',
    // Names that S3 has stopped to give, region by region; the canonical id beside them says who it is.
    '/Acl/Owner/DisplayName',
    '/Acl/Grants/*/Grantee/DisplayName',
    '/Logging/LoggingEnabled/TargetGrants/*/Grantee/DisplayName',
  ],
  secret: [],
  unordered: [
    // Grants add up: none takes precedence.
    {
      path: '/Acl/Grants',
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html',
    },
    // A set of tags.
    {
      path: '/Tagging/TagSet',
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketTagging.html',
    },
  ],
  relations: [accountBlock],
  config: bucketConfig,
  // Bucket names are used again. In the standard partition the home region gives the true date of creation; elsewhere
  // the date moves with every change (https://docs.aws.amazon.com/AmazonS3/latest/API/API_Bucket.html) and identifies nothing.
  identity: ({ Name, CreationDate }, { partition }) =>
    partition === 'aws' && CreationDate !== undefined ? `${Name} ${CreationDate}` : Name,
  lineage: ({ Name }, { partition }) => `arn:${partition}:s3:::${Name}`,
  name: ({ Name }) => Name,
  region: ({ BucketRegion }) => BucketRegion,
  tags: ({ Tagging }) =>
    Object.fromEntries((Tagging?.TagSet ?? []).map(({ Key, Value = '' }) => [Key, Value])),
  terms: ({ Name, Acl }) => [
    Name,
    ...(Acl?.Owner?.ID === undefined ? [] : [Acl.Owner.ID]),
    ...(Acl?.Grants ?? []).flatMap(({ Grantee }) => Grantee.ID ?? Grantee.URI ?? []),
  ],
  consolePath: ({ Name }, { region }) =>
    `/s3/buckets/${encodeURIComponent(Name)}?region=${encodeURIComponent(region)}`,
  list: listBuckets,
  describe: async (context, listed) => {
    const { name, region } = await locate(context, listed);
    const parts = partsOf({ name, region, account: context.place.account });
    const [description, account] = await Promise.all([
      readParts({ send: context.send, gone }, { ...listed, BucketRegion: region }, parts),
      readAccountBlock(context),
    ]);
    return {
      config: description.config,
      unreadable: [...description.unreadable, ...account.unreadable],
      relations: account.relations,
    };
  },
  confirm: (context, { name }) => confirmBucket(context, name),
});
