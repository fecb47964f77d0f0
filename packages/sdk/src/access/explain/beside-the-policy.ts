/** What decides beside a resource's own policy, in sentences. */
import type { EndpointVerdict } from '../endpoint/judge-endpoint-policy.ts';
import type { AccessPointReason } from '../s3/access-point.ts';
import type { SearchDomainReason } from '../search-domain.ts';

const sentences: Readonly<Record<AccessPointReason | SearchDomainReason, string>> = {
  'vpc-origin': 'The access point takes requests from its VPC only, so the internet does not reach it.',
  'public-access-block':
    'RestrictPublicBuckets is on for the access point, the bucket or the account: only the own account and services are left.',
  'bucket-policy': 'The policy of the bucket must allow it too, and lets in fewer.',
  'bucket-policy-unknown':
    'The policy of the bucket must allow it too. It was not collected, and is taken to allow everything.',
  'inside-vpc': 'The domain stands inside a VPC, so the internet does not reach it.',
  'login-besides': 'Callers must sign in to the domain besides; whoever the policy lets in may try.',
};

/** In the order in which they decide. */
export function besideThePolicy(because: readonly (AccessPointReason | SearchDomainReason)[]): string {
  return because.map((reason) => sentences[reason]).join(' ');
}

const waysOut: Readonly<Record<EndpointVerdict['wayOut'], string>> = {
  open: 'Whoever is in the VPC can carry data out through the endpoint, with credentials of their own to resources of their own.',
  'own-callers':
    'Only known identities can use the endpoint, but those can carry data to resources of anybody or of strangers.',
  none: 'The endpoint leads to known resources only.',
};

/** One sentence, and a second for a policy that nobody has written. */
export function wayOutSentences({ wayOut, isDefault }: EndpointVerdict): string {
  return isDefault ? `${waysOut[wayOut]} Its policy is the default one.` : waysOut[wayOut];
}
