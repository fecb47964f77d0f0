/** Whether an ARN with wildcards can only be one of a single owner. */
import { hasWildcard } from '../pattern/wildcard.ts';

/**
 * Services whose resources are named without a colon, so that a `*` for the region cannot run on into the name. Elsewhere it
 * can: a function called as the owner's number, a path of a role with colons in it.
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const namedWithoutColons: ReadonlySet<string> = new Set([
  'cloudtrail',
  'dynamodb',
  'events',
  'kinesis',
  'kms',
  's3',
  'scheduler',
  'sns',
  'sqs',
]);

/**
 * The account in the ARN decides. One without an account fixes its owner when it is literal; of an object in a bucket the
 * bucket is enough. `crossesColons`: whether `*` runs on over colons, as under `StringLike`.
 */
export function fixesOwner(arn: string, { crossesColons }: { readonly crossesColons: boolean }): boolean {
  const [, partition = '', service = '', region = '', account = '', ...rest] = arn.split(':');
  if (rest.length === 0) return !hasWildcard(arn);
  if (hasWildcard(account)) return false;
  if (account === '') return fixesNameless(service, rest.join(':'));
  if (!crossesColons) return true;
  if (hasWildcard(partition) || hasWildcard(service)) return false;
  return !hasWildcard(region) || namedWithoutColons.has(service);
}

function fixesNameless(service: string, name: string): boolean {
  return !hasWildcard(service === 's3' ? (name.split('/')[0] ?? '') : `${service}:${name}`);
}
