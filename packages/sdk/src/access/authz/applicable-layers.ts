/** Which sorts of policies count for a request: what does not apply counts neither way. */
import type { AuthorizationRequest } from './authorization-request.ts';
import { accountOf, hasSession, isServiceLinked } from './caller.ts';
import type { PolicyLayers } from './policy-layers.ts';
import { rcpServices } from './rcp-services.ts';

/** The layers without the policies that do not apply to the caller, the action or the resource. */
export function applicableLayers(layers: PolicyLayers, request: AuthorizationRequest): PolicyLayers {
  const { caller } = request;
  const isInAccount = accountOf(caller) !== undefined;
  const isLinked = isServiceLinked(caller);
  // The root user has no policies of its own and cannot be given a boundary.
  // Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
  const hasOwnPolicies = isInAccount && caller.kind !== 'root';
  return {
    identity: hasOwnPolicies ? layers.identity : [],
    boundaries: hasOwnPolicies && !isLinked ? layers.boundaries : [],
    session: hasSession(caller) ? layers.session : [],
    // They limit users, roles and the root user of the account they are on; nobody else.
    // Source: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
    serviceControl: isInAccount && !isLinked ? layers.serviceControl : [],
    resourceControl: isUnderResourceControl(request) && !isLinked ? layers.resourceControl : [],
    resource: isOwnersRescue(request) ? [] : layers.resource,
    endpoint: layers.endpoint,
  };
}

/**
 * They limit whoever calls, service principals and outsiders too, but only in some services, and never the retiring of grants.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/resource-control-policies.html
 */
function isUnderResourceControl({ service, action }: AuthorizationRequest): boolean {
  return rcpServices.has(service) && action !== 'kms:retiregrant';
}

/**
 * The root user of a bucket's owner can always see, replace and delete the bucket's policy, whatever that policy says.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html
 */
function isOwnersRescue({ action, caller, owner }: AuthorizationRequest): boolean {
  const isOwner = caller.kind === 'root' && caller.account === owner;
  return isOwner && /^s3(express)?:(get|put|delete)bucketpolicy$/.test(action);
}
