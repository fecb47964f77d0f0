/** Who gets to a bucket's objects through one of its access points. */
import type { RequestContext } from '../authz/request-context.ts';
import type { PolicyDocument } from '../policy/statement.ts';
import { bothAllow } from '../resource/both-allow.ts';
import { forRequests } from '../resource/for-requests.ts';
import { heldToVpc } from '../resource/held-to-vpc.ts';
import { judgeResourcePolicy, type ResourceVerdict } from '../resource/judge-resource-policy.ts';
import { readGrants } from '../resource/read-grants.ts';
import type { CallerClass, Surroundings } from '../resource/surroundings.ts';
import type { WhoGetsIn } from '../resource/who-gets-in.ts';
import { isPublicToS3 } from './policy-status.ts';
import type { PublicAccessBlock } from './public-access-block.ts';

export type AccessPoint = {
  readonly arn: string;
  readonly policy: PolicyDocument;
  /** The only VPC that it takes requests from; undefined: its network origin is the internet. */
  readonly vpc: string | undefined;
  /** Of the access point, the bucket, the account, the organisation: what one of them has on is on. */
  readonly blocks: readonly Pick<PublicAccessBlock, 'RestrictPublicBuckets'>[];
  /** Undefined: not known. Then it is taken to allow all that the access point does. */
  readonly bucketPolicy: PolicyDocument | undefined;
  /** As seen from the owner of the bucket. */
  readonly around: Surroundings;
  /** Milliseconds since the epoch. */
  readonly now: number;
};

/** What narrows, or leaves open, what the access point's policy says. The ids are part of what is shown: never rename one. */
export type AccessPointReason =
  | 'vpc-origin'
  | 'public-access-block'
  | 'bucket-policy'
  | 'bucket-policy-unknown';

export type AccessPointVerdict = {
  readonly isPublic: boolean;
  readonly isExternal: boolean;
  readonly classes: readonly CallerClass[];
  readonly because: readonly AccessPointReason[];
  /** By the access point's own policy, with its grants to be explained. */
  readonly byPolicy: ResourceVerdict;
};

/**
 * A request must be allowed by the policy of the access point and by the bucket's. The bucket's often leaves the decision to
 * its access points by a condition on who owns them: that holds nobody back here.
 * Sources: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html
 */
export function judgeAccessPoint(point: AccessPoint): AccessPointVerdict {
  const { vpc, bucketPolicy, around, now } = point;
  const settled = forRequests(point.policy, throughDoor(point));
  const policy = vpc === undefined ? settled : heldToVpc(settled, vpc);
  const byPolicy = judgeResourcePolicy(policy, { around, now });
  const reasons = vpc === undefined ? [] : (['vpc-origin'] as const);
  if (isRestricted(point, policy))
    return { ...restrictedTo(byPolicy), because: [...reasons, 'public-access-block'], byPolicy };
  if (bucketPolicy === undefined)
    return { ...outcomeOf([byPolicy]), because: [...reasons, 'bucket-policy-unknown'], byPolicy };
  const byBucket = readGrants(forRequests(bucketPolicy, throughDoor(point)), { around, now });
  const outcome = outcomeOf(bothAllow(byPolicy.grants, byBucket, around));
  const isNarrowed = JSON.stringify(outcome) !== JSON.stringify(outcomeOf([byPolicy]));
  return { ...outcome, because: isNarrowed ? [...reasons, 'bucket-policy'] : reasons, byPolicy };
}

type Outcome = Pick<AccessPointVerdict, 'isPublic' | 'isExternal' | 'classes'>;

function outcomeOf(whos: readonly WhoGetsIn[]): Outcome {
  return {
    isPublic: whos.some(({ isPublic }) => isPublic),
    isExternal: whos.some(({ isExternal }) => isExternal),
    classes: [...new Set(whos.flatMap(({ classes }) => classes))].sort(),
  };
}

/** Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html#amazons3-policy-keys */
function throughDoor({ arn, vpc }: AccessPoint): RequestContext {
  const origin = vpc === undefined ? [] : ([['aws:sourcevpc', [vpc]]] as const);
  return new Map<string, readonly string[]>([
    ['s3:dataaccesspointarn', [arn]],
    ['s3:dataaccesspointaccount', [arn.split(':')[4] ?? '']],
    ['s3:accesspointnetworkorigin', [vpc === undefined ? 'Internet' : 'VPC']],
    ...origin,
  ]);
}

/**
 * One that only a VPC reaches is never public to S3, and one that is held to a set of access points is.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
function isRestricted({ blocks, bucketPolicy, around }: AccessPoint, policy: PolicyDocument): boolean {
  if (!blocks.some(({ RestrictPublicBuckets: isOn }) => isOn)) return false;
  return isPublicToS3(policy, around) || (bucketPolicy !== undefined && isPublicToS3(bucketPolicy, around));
}

/** Only the owner's account and services are left. */
function restrictedTo({ classes }: ResourceVerdict): Outcome {
  return { isPublic: false, isExternal: false, classes: classes.filter((one) => one === 'same-account') };
}
