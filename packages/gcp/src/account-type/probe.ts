/** Asks Google what is known of a project: its names, and the organization above it. */
import {
  type AccountFacts,
  type AccountSettings,
  type Failure,
  isOperationError,
  type Probe,
  parseAnswer,
  type Send,
} from '@security-monkey/sdk';
import { z } from 'zod';
import type { ProjectFields } from './fields.ts';
import { projectFrom, projectGet, targetOf } from './project.ts';

/** Names the whole of Google Cloud as a place: projects have no regions that are switched on and off. */
export const everywhere = 'global';

const folderGet = 'cloudresourcemanager:folders.get';

/** https://cloud.google.com/resource-manager/docs/limits: folders lie in at most ten others. */
const deepest = 12;

export async function probeProject({
  send,
  account,
}: {
  readonly send: Send;
  readonly account: AccountSettings<ProjectFields>;
}): Promise<Probe> {
  const answer = await send(projectGet, { name: `projects/${account.identifier}` });
  const project = projectFrom(answer, account.identifier);
  const { projectId, projectNumber } = targetOf(project);
  const aliases = [projectId, projectNumber].filter((name) => name !== account.identifier);
  const organization = await organizationAbove(send, project.parent, account.fields.organizationId);
  return { facts: factsFrom(aliases, organization), regions: [], homeRegion: everywhere };
}

type Organization = { readonly id?: string; readonly failure?: Failure };

/** From folder to folder upwards; what cannot be read is unknown, and no reason to give up the project. */
async function organizationAbove(
  send: Send,
  parent: string | undefined,
  configured: string | undefined,
): Promise<Organization> {
  if (configured !== undefined) return { id: configured };
  let above = parent;
  for (let level = 0; level < deepest && above?.startsWith('folders/') === true; level += 1) {
    try {
      above = parseAnswer(folderGet, folderAnswer, await send(folderGet, { name: above })).parent;
    } catch (error) {
      if (!isOperationError(error)) throw error;
      return { failure: error.failure };
    }
  }
  return above?.startsWith('organizations/') === true ? { id: above.replace('organizations/', '') } : {};
}

const folderAnswer = z.looseObject({ parent: z.string() });

function factsFrom(aliases: readonly string[], { id, failure }: Organization): AccountFacts {
  return {
    partition: 'gcp',
    aliases,
    ...(id !== undefined && { organizationId: id }),
    ...(failure !== undefined && { unreadable: [failure] }),
  };
}
