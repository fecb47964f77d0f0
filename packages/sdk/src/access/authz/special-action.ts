/** Actions that are not decided by policies alone, or only by the policy of the resource. */
import type { AuthorizationRequest } from './authorization-request.ts';

/**
 * Whether nothing can be granted without the resource's own policy, in the same account too: keys and roles.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_compare-resource-policies.html
 */
export function needsResourcePolicy({ service, resource }: AuthorizationRequest): boolean {
  if (service === 'kms') return /^arn:[^:]*:kms:[^:]*:[^:]*:key\//.test(resource);
  return service === 'sts' && /^arn:[^:]*:iam:[^:]*:[^:]*:role\//.test(resource);
}

/**
 * Whether it succeeds whatever policies say, since it tells or takes nothing: who am I, and a user's session by its own keys.
 * Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html,
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
 */
export function needsNoPermission({ action, caller }: AuthorizationRequest): boolean {
  if (action === 'sts:getsessiontoken') return caller.kind === 'user' || caller.kind === 'root';
  return action === 'sts:getcalleridentity' && caller.kind !== 'anonymous';
}

/**
 * Whether nobody of the caller's kind can do it at all: the root user takes on no role.
 * Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export function isImpossible({ action, caller }: AuthorizationRequest): boolean {
  return action === 'sts:assumerole' && caller.kind === 'root';
}
