/** Reads the policies that are laid on a project, folder or organization. */
import {
  type Description,
  isOperationError,
  type JsonObject,
  type JsonValue,
  parseAnswer,
  readParts,
  type Send,
  type UnorderedPath,
} from '@security-monkey/sdk';
import { z } from 'zod';
import { policyPart, policyRequest, unorderedPolicy } from '../client/allow-policy.ts';
import { gone } from '../client/gone.ts';
import { normalBody } from '../client/normal-body.ts';
import { type Loads, readLoads } from '../client/read-loads.ts';
import { listAll } from '../client/read-pages.ts';

export type Collection = 'projects' | 'folders' | 'organizations';

const [denyList, denyGet] = ['iam:policies.listPolicies', 'iam:policies.get'];

const auditing = 'https://cloud.google.com/logging/docs/audit/configure-data-access';
const denying = 'https://cloud.google.com/iam/docs/deny-overview';
const constraining = 'https://cloud.google.com/resource-manager/docs/organization-policy/overview';

/** The calls with their permissions. */
export function policyPermissions(collection: Collection): Readonly<Record<string, string>> {
  return {
    [`cloudresourcemanager:${collection}.getIamPolicy`]: `resourcemanager.${collection}.getIamPolicy`,
    [denyList]: 'iam.denypolicies.list',
    [denyGet]: 'iam.denypolicies.get',
    [`orgpolicy:${collection}.policies.list`]: 'orgpolicy.policies.list',
  };
}

/** They move with every change. */
export const ephemeralPolicies: readonly string[] = [
  '/denyPolicies/*/etag',
  '/denyPolicies/*/updateTime',
  '/orgPolicies/*/etag',
  '/orgPolicies/*/spec/etag',
  '/orgPolicies/*/spec/updateTime',
];

/** Services, log types, deny rules and constraints each stand for themselves. */
export const unorderedPolicies: readonly UnorderedPath[] = [
  ...unorderedPolicy,
  { path: '/iamPolicy/auditConfigs', source: auditing },
  { path: '/iamPolicy/auditConfigs/*/auditLogConfigs', source: auditing },
  { path: '/denyPolicies', source: denying },
  { path: '/denyPolicies/*/rules', source: denying },
  { path: '/denyPolicies/*/rules/*/denyRule/deniedPermissions', source: denying },
  { path: '/denyPolicies/*/rules/*/denyRule/deniedPrincipals', source: denying },
  { path: '/orgPolicies', source: constraining },
];

/** The listed resource with its policies and what further loads give. `name`: `projects/1234`. */
export async function describePolicies(
  send: Send,
  {
    listed,
    name,
    loads = {},
  }: { readonly listed: JsonObject; readonly name: string; readonly loads?: Loads },
): Promise<Description> {
  const collection = name.slice(0, name.indexOf('/'));
  const own = await readParts({ send, gone }, listed, {
    iamPolicy: policyPart(`cloudresourcemanager:${collection}.getIamPolicy`, policyRequest(name)),
  });
  return await readLoads(own, {
    denyPolicies: () => denyPoliciesOn(send, name),
    orgPolicies: () => plainList(send, `orgpolicy:${collection}.policies.list`, { parent: name }),
    ...loads,
  });
}

/** Everything that a listing gives, in one form; `input` names the parent. */
export async function plainList(send: Send, operation: string, input: JsonObject): Promise<JsonValue> {
  const member = operation.slice(0, operation.lastIndexOf('.')).replace(/^.*[.:]/, '');
  const all = await listAll(send, { operation, input, member });
  return all.map((body) => normalBody({ int64: [] }, body));
}

const listedPolicy = z.looseObject({ name: z.string() });

/** The deny policies attached to `name`. The listing leaves out the rules: https://cloud.google.com/iam/docs/reference/rest/v2/policies/listPolicies */
export async function denyPoliciesOn(send: Send, name: string): Promise<readonly JsonObject[]> {
  const point = encodeURIComponent(`cloudresourcemanager.googleapis.com/${name}`);
  const parent = `policies/${point}/denypolicies`;
  const listed = await listAll(send, { operation: denyList, input: { parent }, member: 'policies' });
  const policies = await Promise.all(
    listed.map((one) => denyPolicy(send, parseAnswer(denyList, listedPolicy, one).name)),
  );
  return policies.flat();
}

/** Nothing when it has vanished since it was listed. */
async function denyPolicy(send: Send, name: string): Promise<readonly JsonObject[]> {
  try {
    const answer = await send(denyGet, { name });
    return [normalBody({ int64: [] }, parseAnswer(denyGet, z.record(z.string(), z.json()), answer))];
  } catch (error) {
    if (isOperationError(error) && error.failure.class === 'not_found') return [];
    throw error;
  }
}
