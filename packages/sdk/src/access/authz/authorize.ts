/** AWS's evaluation logic: what every policy together answers to one request. */
import type { PolicyDocument } from '../policy/statement.ts';
import { applicableLayers } from './applicable-layers.ts';
import { type Ask, askPolicies, type Say } from './ask-policies.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import { accountOf, type Caller } from './caller.ts';
import type { PolicyLayers } from './policy-layers.ts';
import { isImpossible, needsNoPermission, needsResourcePolicy } from './special-action.ts';

export type Authorization = {
  readonly result: 'Allowed' | 'ImplicitlyDenied' | 'ExplicitlyDenied';
  /** The layers that deny, or else those that do not allow. */
  readonly by: readonly LayerName[];
};

export type LayerName = keyof PolicyLayers;

/**
 * An explicit Deny of any policy that applies wins; else every layer that applies must allow.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function authorize(request: AuthorizationRequest, given: PolicyLayers): Authorization {
  if (needsNoPermission(request)) return { result: 'Allowed', by: [] };
  const layers = applicableLayers(given, request);
  const says = askLayers(layers, request);
  const denying = names(says).filter((name) => says[name].some(({ denies }) => denies));
  if (denying.length > 0) return { result: 'ExplicitlyDenied', by: denying };
  const missing = missingAllows(says, request);
  return { result: missing.length === 0 ? 'Allowed' : 'ImplicitlyDenied', by: missing };
}

/** What is said in each layer: one answer for policies that are added up, one each for those that must all allow. */
type Says = { readonly [name in LayerName]: readonly Say[] };

function askLayers(layers: PolicyLayers, request: AuthorizationRequest): Says {
  const hasBoundary = layers.boundaries.length > 0;
  const own: Ask = { request, place: 'elsewhere', hasBoundary };
  const there: Ask = { request, place: 'at-the-resource', hasBoundary };
  const together = (policies: readonly PolicyDocument[], ask: Ask) =>
    policies.length === 0 ? [] : [askPolicies(policies, ask)];
  return {
    identity: together(layers.identity, own),
    resource: together(layers.resource, there),
    boundaries: layers.boundaries.map((policy) => askPolicies([policy], own)),
    session: together(layers.session, own),
    serviceControl: layers.serviceControl.map((level) => askPolicies(level, own)),
    resourceControl: layers.resourceControl.map((level) => askPolicies(level, there)),
    endpoint: together(layers.endpoint, there),
  };
}

function names(says: Says): readonly LayerName[] {
  const all: readonly LayerName[] = [
    'identity',
    'resource',
    'boundaries',
    'session',
    'serviceControl',
    'resourceControl',
    'endpoint',
  ];
  return all.filter((name) => says[name].length > 0);
}

/** Resource control policies need no Allow: the one that gives full access is on every level. */
function missingAllows(says: Says, request: AuthorizationRequest): readonly LayerName[] {
  const guards = (['serviceControl', 'endpoint'] as const).filter((name) => !allAllow(says[name]));
  return [...guards, ...missingGrants(says, request)];
}

/** The layers without which nobody grants the request. */
function missingGrants(says: Says, request: AuthorizationRequest): readonly LayerName[] {
  const { caller, owner } = request;
  const naming = says.resource[0]?.allows ?? 'no';
  const isNamed = naming !== 'no';
  if (isImpossible(request)) return ['identity'];
  if (accountOf(caller) === undefined) return isNamed ? [] : ['resource'];
  const limits = missingLimits(says, caller);
  const own = [...(grantsByItself(says, caller) ? [] : (['identity'] as const)), ...limits];
  if (accountOf(caller) !== owner) return [...own, ...(isNamed ? [] : (['resource'] as const))];
  // What is granted to the very caller is not limited by its own policies; what is granted to its role, by all but one.
  // Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
  if (naming === 'direct') return [];
  if (naming === 'role') return limits;
  return needsResourcePolicy(request) && !isNamed ? [...own, 'resource'] : own;
}

/** All are allowed to the root user. */
function grantsByItself(says: Says, caller: Caller): boolean {
  return caller.kind === 'root' || says.identity.some(({ allows }) => allows !== 'no');
}

/** A federated user without a session policy has no permissions of the user's. */
function missingLimits(says: Says, caller: Caller): readonly LayerName[] {
  const lacksSession = caller.kind === 'federated-user' && says.session.length === 0;
  return [
    ...(allAllow(says.boundaries) ? [] : (['boundaries'] as const)),
    ...(lacksSession || !allAllow(says.session) ? (['session'] as const) : []),
  ];
}

function allAllow(says: readonly Say[]): boolean {
  return says.every(({ allows }) => allows !== 'no');
}
