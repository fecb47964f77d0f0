/** Whether a statement is about the action, the resource and the circumstances of a request. */
import { matchesPattern } from '../pattern/wildcard.ts';
import type { Selection, Statement } from '../policy/statement.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import { conditionsHold } from './condition-holds.ts';
import { matchesResource } from './match-resource.ts';
import type { Scope } from './policy-variable.ts';

/** Whose statement without a resource it is: it is about the resource that the policy is on, or about none. */
export type Place = 'at-the-resource' | 'elsewhere';

export function statementApplies(
  { actions, resources, conditions }: Statement,
  request: AuthorizationRequest,
  { place, ...scope }: Scope & { readonly place: Place },
): boolean {
  if (actions === undefined || !matchesAction(actions, request.action)) return false;
  const isAbout =
    resources === undefined
      ? place === 'at-the-resource'
      : resourcesOf(request).some((resource) => matchesResource(resources, resource, scope));
  return isAbout && conditionsHold(conditions, scope);
}

function matchesAction({ but, patterns }: Selection, action: string): boolean {
  return patterns.some((pattern) => matchesPattern(pattern.trim().toLowerCase(), action)) !== but;
}

/**
 * Listing the buckets has no resource, but is granted on `arn:aws:s3:::*` as well.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
function resourcesOf({ action, resource }: AuthorizationRequest): readonly string[] {
  const isListing = action === 's3:listallmybuckets' && resource === '*';
  return isListing ? ['*', 'arn:aws:s3:::*'] : [resource];
}
