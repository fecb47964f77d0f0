/** The folders and the organization that something lies in, with what of their policies holds for it. */
import {
  type Description,
  isOperationError,
  type JsonObject,
  parseAnswer,
  type Relation,
  type Send,
} from '@security-monkey/sdk';
import { z } from 'zod';
import { policyRequest } from '../client/allow-policy.ts';
import { normalPolicy } from '../client/normal-policy.ts';

const folderGet = 'cloudresourcemanager:folders.get';

export const ancestorPermissions: Readonly<Record<string, string>> = {
  [folderGet]: 'resourcemanager.folders.get',
  'cloudresourcemanager:folders.getIamPolicy': 'resourcemanager.folders.getIamPolicy',
  'cloudresourcemanager:organizations.getIamPolicy': 'resourcemanager.organizations.getIamPolicy',
};

/** https://cloud.google.com/resource-manager/docs/limits: folders lie in at most ten others. */
const deepest = 12;

/**
 * The relation `ancestors` to each, with its `auditConfigs`. Whoever watches but a project may often not read what lies above it: the
 * relation is unreadable then.
 */
export async function withAncestors(
  send: Send,
  parent: string | undefined,
  description: Description,
): Promise<Description> {
  try {
    return { ...description, relations: await ancestorsFrom(send, parent) };
  } catch (error) {
    if (!isOperationError(error) || error.failure.class === 'canceled') throw error;
    const why = { ...error.failure, path: '@ancestors' };
    return { ...description, unreadable: [...(description.unreadable ?? []), why] };
  }
}

const folder = z.looseObject({ parent: z.string() });
const policy = z.record(z.string(), z.json());

async function ancestorsFrom(send: Send, parent: string | undefined): Promise<readonly Relation[]> {
  const found: Relation[] = [];
  for (let name = parent; name !== undefined && found.length < deepest; ) {
    const collection = name.slice(0, name.indexOf('/'));
    const operation = `cloudresourcemanager:${collection}.getIamPolicy`;
    const answer = parseAnswer(operation, policy, await send(operation, policyRequest(name)));
    found.push(relationTo(name, collection, answer));
    name =
      collection === 'folders'
        ? parseAnswer(folderGet, folder, await send(folderGet, { name })).parent
        : undefined;
  }
  return found;
}

function relationTo(name: string, collection: string, answer: JsonObject): Relation {
  return {
    name: 'ancestors',
    technology: collection === 'folders' ? 'gcp.folder' : 'gcp.organization',
    key: `//cloudresourcemanager.googleapis.com/${name}`,
    value: { auditConfigs: normalPolicy(answer)['auditConfigs'] ?? [] },
  };
}
