/** Whether an ARN with wildcards can only be one of a single owner. */
import { hasWildcard } from '../pattern/wildcard.ts';

/**
 * Services of which no resource can bear twelve digits between colons in its name, so that a `*` for the region cannot run on
 * over the account into the name. Elsewhere it can: a function called as the owner's number, a path of a role with colons in
 * it. The alias of a key may hold colons, but no request comes on behalf of an alias.
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const cannotNameAnAccount: ReadonlySet<string> = new Set([
  'access-analyzer',
  'athena',
  'backup',
  'cloudformation',
  'cloudtrail',
  'codebuild',
  'codecommit',
  'codepipeline',
  'codestar-notifications',
  'config',
  'datasync',
  'dynamodb',
  'ec2',
  'ecr',
  'ecs',
  'elasticache',
  'elasticloadbalancing',
  'es',
  'events',
  'firehose',
  'guardduty',
  'kinesis',
  'kms',
  'pipes',
  'rds',
  's3',
  'scheduler',
  'secretsmanager',
  'ses',
  'sns',
  'sqs',
  'transfer',
  'wafv2',
]);

/**
 * The account in the ARN decides. One without an account fixes its owner when it is literal; of an object in a bucket the
 * bucket is enough. `crossesColons`: whether `*` runs on over colons, as under `StringLike`.
 */
export function fixesOwner(arn: string, { crossesColons }: { readonly crossesColons: boolean }): boolean {
  const [, partition = '', service = '', region = '', account = '', ...rest] = arn.split(':');
  if (rest.length === 0) return !hasWildcard(arn);
  if (hasWildcard(account)) return service === 's3' && isBucket(rest.join(':'));
  if (account === '') return fixesNameless(service, rest.join(':'));
  if (!crossesColons) return true;
  if (hasWildcard(partition) || hasWildcard(service)) return false;
  return !hasWildcard(region) || cannotNameAnAccount.has(service);
}

function fixesNameless(service: string, name: string): boolean {
  return !hasWildcard(service === 's3' ? (name.split('/')[0] ?? '') : `${service}:${name}`);
}

/**
 * What stands first in the names of resources of S3 that have an account; of buckets the ARN has none, so that wildcards in its
 * place match nothing: `arn:aws:s3:*:*:ledger` is one bucket.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html
 */
const kindsWithAccount: ReadonlySet<string> = new Set([
  'access-grants',
  'accesspoint',
  'async-request',
  'job',
  'storage-lens',
  'storage-lens-group',
]);

function isBucket(name: string): boolean {
  const [first = ''] = name.split('/');
  return /^[a-z\d][a-z\d.-]+$/.test(first) && !kindsWithAccount.has(first);
}
