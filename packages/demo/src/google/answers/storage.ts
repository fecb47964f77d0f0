/** What Cloud Storage answers: https://cloud.google.com/storage/docs/json_api/v1 */
import type { JsonObject } from '@security-monkey/sdk';
import { found, ofAccount } from '../../answers/call.ts';
import type { Bucket, Grant } from '../technologies/bucket.ts';
import { policyAnswer } from '../world/allow-policy.ts';
import { projectOf } from '../world/organisation.ts';
import { type GoogleAnswers, type GoogleCall, inOwn, listed, named, notFound } from './google-call.ts';

export const storageAnswers: GoogleAnswers = {
  'storage:buckets.list': (call) => {
    const { prefix, projection } = call.input;
    const begin = typeof prefix === 'string' ? prefix : '';
    const all = ofAccount(call.world.buckets, inOwn(call)).filter(({ name }) => name.startsWith(begin));
    return listed(call, {
      kind: 'storage#buckets',
      member: 'items',
      all: all.map((bucket) => ({
        ...bucketAnswer(bucket),
        ...(projection === 'full' && aclAnswer(bucket)),
      })),
    });
  },
  'storage:buckets.get': (call) => bucketAnswer(bucketOf(call)),
  'storage:buckets.getIamPolicy': (call) => {
    const { name, bindings } = bucketOf(call);
    return policyAnswer(bindings, { kind: 'storage#policy', resourceId: `projects/_/buckets/${name}` });
  },
};

function bucketOf(call: GoogleCall): Bucket {
  const name = named(call, 'bucket');
  return found(
    ofAccount(call.world.buckets, call).find((one) => one.name === name),
    notFound,
  );
}

function bucketAnswer(bucket: Bucket): JsonObject {
  const { account, region, name, tags, created, keepsPublicOut, acl, versioned, logsTo } = bucket;
  const uniform = { enabled: acl === undefined };
  return {
    kind: 'storage#bucket',
    id: name,
    selfLink: `https://www.googleapis.com/storage/v1/b/${name}`,
    projectNumber: projectOf(account).counted,
    name,
    timeCreated: created,
    updated: created,
    metageneration: '4',
    etag: 'CAQ=',
    location: region.toUpperCase(),
    locationType: 'region',
    storageClass: 'STANDARD',
    ...(Object.keys(tags).length > 0 && { labels: tags }),
    iamConfiguration: {
      bucketPolicyOnly: uniform,
      uniformBucketLevelAccess: uniform,
      publicAccessPrevention: keepsPublicOut ? 'enforced' : 'inherited',
    },
    ...(versioned && { versioning: { enabled: true } }),
    ...(logsTo !== undefined && { logging: { logBucket: logsTo, logObjectPrefix: name } }),
    softDeletePolicy: { retentionDurationSeconds: '604800', effectiveTime: created },
  };
}

function aclAnswer({ account, name, acl }: Bucket): JsonObject {
  if (acl === undefined) return {};
  const owners = { entity: `project-owners-${projectOf(account).counted}`, role: 'OWNER' };
  const entry = (kind: string, grant: Grant) => ({
    kind: `storage#${kind}`,
    ...(kind === 'bucketAccessControl' && { bucket: name }),
    ...grant,
    etag: 'CAQ=',
  });
  return {
    owner: { entity: owners.entity },
    acl: [owners, ...acl].map((grant) => entry('bucketAccessControl', grant)),
    defaultObjectAcl: [entry('objectAccessControl', owners)],
  };
}
