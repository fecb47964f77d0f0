/** What holds for a project or folder from above: logs, deny policies and custom roles of what it lies in, as relations. */
import {
  type Description,
  isJsonObject,
  isOperationError,
  type JsonValue,
  parseAnswer,
  type Relation,
  type Unreadable,
  type WatchContext,
} from '@security-monkey/sdk';
import { z } from 'zod';
import { policyRequest } from '../client/allow-policy.ts';
import { normalPolicy } from '../client/normal-policy.ts';
import { once } from '../client/once.ts';
import { denyPoliciesOn } from './policies.ts';

const folderGet = 'cloudresourcemanager:folders.get';
const roleGet = 'iam:organizations.roles.get';

/** Names of the relations. */
export const aboveRelations = {
  /** Everything that it lies in, with the `auditConfigs` laid on each. */
  ancestors: 'ancestors',
  /** The same, with the `denyPolicies` attached to each. */
  denials: 'denials-above',
  /** The custom roles of the organization that its policy gives, with their `includedPermissions`. */
  roles: 'custom-roles',
} as const;

/** Calls beside those of {@link policyPermissions}, with their permissions. */
export const abovePermissions: Readonly<Record<string, string>> = {
  [folderGet]: 'resourcemanager.folders.get',
  'cloudresourcemanager:folders.getIamPolicy': 'resourcemanager.folders.getIamPolicy',
  'cloudresourcemanager:organizations.getIamPolicy': 'resourcemanager.organizations.getIamPolicy',
  [roleGet]: 'iam.roles.get',
};

/** https://cloud.google.com/resource-manager/docs/limits: folders lie in at most ten others. */
const deepest = 12;

type Load = () => Promise<readonly Relation[]>;

/**
 * The description with the relations to what lies above. Whoever watches but a project may often not read that: what may not be
 * read is unreadable, each relation for itself.
 */
export async function withAbove(
  context: WatchContext,
  parent: string | undefined,
  description: Description,
): Promise<Description> {
  const names = once(() => namesAbove(context, parent));
  const loads: readonly (readonly [name: string, load: Load])[] = [
    [
      aboveRelations.ancestors,
      async () => await Promise.all((await names()).map((name) => logsOf(context, name))),
    ],
    [
      aboveRelations.denials,
      async () => await Promise.all((await names()).map((name) => denialsOf(context, name))),
    ],
    [
      aboveRelations.roles,
      async () => await Promise.all(rolesIn(description).map((role) => roleOf(context, role))),
    ],
  ];
  const readings = await Promise.all(loads.map(([name, load]) => settled(name, load)));
  const unread = [...(description.unreadable ?? []), ...readings.flatMap(({ why }) => why ?? [])];
  const unknownPolicy = unread.find(({ path }) => path === '/iamPolicy');
  return {
    ...description,
    relations: readings.flatMap(({ relations }) => relations),
    // Of a policy that was not read nobody knows which roles it gives.
    unreadable: unknownPolicy ? [...unread, { ...unknownPolicy, path: `@${aboveRelations.roles}` }] : unread,
  };
}

type Settled = { readonly relations: readonly Relation[]; readonly why?: Unreadable };

async function settled(name: string, load: Load): Promise<Settled> {
  try {
    return { relations: await load() };
  } catch (error) {
    if (!isOperationError(error) || error.failure.class === 'canceled') throw error;
    return { relations: [], why: { ...error.failure, path: `@${name}` } };
  }
}

/** Many projects lie in the same folders: what is laid on those is read once for all that were found together. */
function sharedRead<Value>(
  { shared }: WatchContext,
  what: string,
  load: () => Promise<Value>,
): Promise<Value> {
  return shared(what, load, 'accounts-found-together');
}

const folder = z.looseObject({ parent: z.string() });

/** From the inside to the outside. */
async function namesAbove(context: WatchContext, parent: string | undefined): Promise<readonly string[]> {
  const found: string[] = [];
  for (let name = parent; name !== undefined && found.length < deepest; ) {
    found.push(name);
    name = name.startsWith('folders/') ? await parentOf(context, name) : undefined;
  }
  return found;
}

async function parentOf(context: WatchContext, name: string): Promise<string> {
  const load = async () => parseAnswer(folderGet, folder, await context.send(folderGet, { name })).parent;
  return await sharedRead(context, `parent of ${name}`, load);
}

const policy = z.record(z.string(), z.json());

async function logsOf(context: WatchContext, name: string): Promise<Relation> {
  const operation = `cloudresourcemanager:${name.slice(0, name.indexOf('/'))}.getIamPolicy`;
  const load = async () => {
    const answer = parseAnswer(operation, policy, await context.send(operation, policyRequest(name)));
    return normalPolicy(answer)['auditConfigs'] ?? [];
  };
  const auditConfigs = await sharedRead(context, `logs of ${name}`, load);
  return relationTo(name, { name: aboveRelations.ancestors, value: { auditConfigs } });
}

async function denialsOf(context: WatchContext, name: string): Promise<Relation> {
  const load = async () => {
    const denials = (await denyPoliciesOn(context.send, name)).map((one) => denial.parse(one));
    return denials.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  };
  const denyPolicies = await sharedRead(context, `deny policies of ${name}`, load);
  return relationTo(name, { name: aboveRelations.denials, value: { denyPolicies } });
}

/** What else Google tells of a deny policy moves with every change, or says nothing of access. */
const denial = z.object({ name: z.string(), rules: z.array(z.json()).default([]) });

function relationTo(above: string, { name, value }: Pick<Relation, 'name' | 'value'>): Relation {
  return {
    name,
    technology: above.startsWith('folders/') ? 'gcp.folder' : 'gcp.organization',
    key: `//cloudresourcemanager.googleapis.com/${above}`,
    value: value ?? {},
  };
}

/** Those of an organization that the allow policy gives; roles of a project are part of it. */
function rolesIn({ config: { iamPolicy } }: Description): readonly string[] {
  const bindings: JsonValue = isJsonObject(iamPolicy) ? (iamPolicy['bindings'] ?? []) : [];
  if (!Array.isArray(bindings)) return [];
  const roles = bindings.flatMap((one: unknown) => (isJsonObject(one) ? [one['role']] : []));
  const ofOrganization = roles.filter(
    (role) => typeof role === 'string' && role.startsWith('organizations/'),
  );
  return [...new Set(ofOrganization as readonly string[])].toSorted();
}

async function roleOf(context: WatchContext, name: string): Promise<Relation> {
  const includedPermissions = await sharedRead(context, name, () => permissionsOf(context, name));
  return {
    name: aboveRelations.roles,
    technology: 'gcp.organization',
    key: `//iam.googleapis.com/${name}`,
    value: { name, includedPermissions },
  };
}

const role = z.looseObject({
  deleted: z.boolean().optional(),
  includedPermissions: z.array(z.string()).optional(),
});

/** A role that is deleted, or gone for good, gives nothing to those who hold it: https://cloud.google.com/iam/docs/creating-custom-roles */
async function permissionsOf({ send }: WatchContext, name: string): Promise<readonly string[]> {
  try {
    const { deleted = false, includedPermissions = [] } = parseAnswer(
      roleGet,
      role,
      await send(roleGet, { name }),
    );
    return deleted ? [] : includedPermissions.toSorted();
  } catch (error) {
    if (isOperationError(error) && error.failure.class === 'not_found') return [];
    throw error;
  }
}
