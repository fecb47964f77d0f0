/** Amazon Resource Names. */

export type Arn = {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** Everything after the account, as written. */
  readonly resource: string;
  /** What kind of resource, where the service writes it into the name: `role`, `function`, `log-group`. */
  readonly resourceType?: string;
  /** The resource without its type: `path/name`, `name:alias`, a bucket with its key. */
  readonly resourceId: string;
};

/** Services whose resource part is a bare name, in which `/` and `:` are no separators of a type. */
const untyped: ReadonlySet<string> = new Set(['sns', 'sqs', 'execute-api', 'codecommit']);

/**
 * The parts of an ARN, or undefined for anything else. Wildcards are taken as they stand.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 *
 * @example parseArn('arn:aws:iam::123456789012:role/ops/admin')?.resourceId // 'ops/admin'
 */
export function parseArn(text: string): Arn | undefined {
  const parts = text.split(':');
  const [prefix, partition, service, region, account, ...rest] = parts;
  if (prefix !== 'arn' || !partition || !service || region === undefined || account === undefined)
    return undefined;
  const resource = rest.join(':');
  if (resource === '') return undefined;
  return { partition, service, region, account, resource, ...typed({ service, account, resource }) };
}

/** The text of an ARN. */
export function formatArn(
  arn: Pick<Arn, 'partition' | 'service' | 'region' | 'account' | 'resource'>,
): string {
  return `arn:${arn.partition}:${arn.service}:${arn.region}:${arn.account}:${arn.resource}`;
}

function typed(arn: {
  readonly service: string;
  readonly account: string;
  readonly resource: string;
}): Pick<Arn, 'resourceType' | 'resourceId'> {
  // A bucket's ARN names no account; those of access points, jobs and the like do, and carry a type.
  if (untyped.has(arn.service) || (arn.service === 's3' && arn.account === '')) {
    return { resourceId: arn.resource };
  }
  // API Gateway writes `/restapis/abc`.
  const resource = arn.resource.startsWith('/') ? arn.resource.slice(1) : arn.resource;
  const separator = resource.search(/[:/]/);
  if (separator <= 0) return { resourceId: arn.resource };
  return { resourceType: resource.slice(0, separator), resourceId: resource.slice(separator + 1) };
}
