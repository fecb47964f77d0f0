/** Describes a project: its policies, roles and enabled services, and what Compute Engine keeps for it. */
import {
  type Description,
  isOperationError,
  type JsonObject,
  type JsonValue,
  parseAnswer,
  type Send,
  type WatchContext,
} from '@security-monkey/sdk';
import { z } from 'zod';
import { normalBody } from '../client/normal-body.ts';
import { once } from '../client/once.ts';
import { listAll } from '../client/read-pages.ts';
import { lastPart } from '../lineage.ts';
import { withAbove } from '../resource-manager/ancestors.ts';
import { describePolicies, plainList } from '../resource-manager/policies.ts';
import { projectConfig } from './config.ts';

const servicesList = 'serviceusage:services.list';
const computeGet = 'compute:projects.get';

export const describePermissions: Readonly<Record<string, string>> = {
  'iam:projects.roles.list': 'iam.roles.list',
  [servicesList]: 'serviceusage.services.list',
  [computeGet]: 'compute.projects.get',
};

export async function describeProject(context: WatchContext, listed: JsonObject): Promise<Description> {
  const { send } = context;
  const { name, projectId, parent } = projectConfig.parse(listed);
  const enabled = once(() => enabledServices(send, name));
  const own = await describePolicies(send, {
    listed,
    name,
    loads: {
      customRoles: () =>
        plainList(send, 'iam:projects.roles.list', { parent: `projects/${projectId}`, view: 'FULL' }),
      services: enabled,
      compute: async () => ((await isComputeOff(enabled)) ? null : await computeProject(send, projectId)),
    },
  });
  return await withAbove(context, parent, own);
}

/** The rest of what the listing tells of a service is Google's own description of it. */
async function enabledServices(send: Send, parent: string): Promise<readonly string[]> {
  const input = { parent, filter: 'state:ENABLED', pageSize: 200 };
  const services = await listAll(send, { operation: servicesList, input, member: 'services' });
  return services.flatMap(({ name }) => (typeof name === 'string' ? [lastPart(name)] : [])).toSorted();
}

/** Not known to be off: then Compute Engine itself is asked. */
async function isComputeOff(enabled: () => Promise<readonly string[]>): Promise<boolean> {
  try {
    return !(await enabled()).includes('compute.googleapis.com');
  } catch (error) {
    if (isOperationError(error)) return false;
    throw error;
  }
}

/** Quotas tell how much is in use, which is no configuration. */
async function computeProject(send: Send, project: string): Promise<JsonValue> {
  const answer = await send(computeGet, { project });
  const { quotas: _, ...body } = parseAnswer(computeGet, z.record(z.string(), z.json()), answer);
  return normalBody({ kind: 'compute#project', int64: ['/id'] }, body);
}
