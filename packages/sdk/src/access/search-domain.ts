/** Who gets to a domain of OpenSearch or Elasticsearch. */
import type { PolicyDocument } from './policy/statement.ts';
import { heldToVpc } from './resource/held-to-vpc.ts';
import { judgeResourcePolicy, type ResourceVerdict } from './resource/judge-resource-policy.ts';
import type { Surroundings } from './resource/surroundings.ts';

export type SearchDomain = {
  readonly policy: PolicyDocument;
  /** `VPCOptions.VPCId`; undefined: its endpoint is on the internet. */
  readonly vpc: string | undefined;
  /** Fine-grained access control (`AdvancedSecurityOptions.Enabled`): callers must sign in to the domain besides. */
  readonly demandsLogin: boolean;
  readonly around: Surroundings;
  /** Milliseconds since the epoch. */
  readonly now: number;
};

/** The ids are part of what is shown: never rename one. */
export type SearchDomainReason = 'inside-vpc' | 'login-besides';

export type SearchDomainVerdict = ResourceVerdict & { readonly because: readonly SearchDomainReason[] };

/**
 * The internet does not reach a domain inside a VPC whatever the policy says. Outside, the policy alone decides: a login stands
 * behind an open door, and does not close it.
 * Sources: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html,
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html
 */
export function judgeSearchDomain({
  policy,
  vpc,
  demandsLogin,
  ...question
}: SearchDomain): SearchDomainVerdict {
  const reached = vpc === undefined ? policy : heldToVpc(policy, vpc);
  return {
    ...judgeResourcePolicy(reached, question),
    because: [
      ...(vpc === undefined ? [] : (['inside-vpc'] as const)),
      ...(demandsLogin ? (['login-besides'] as const) : []),
    ],
  };
}
