/** What Resource Manager says of a project. */
import { OperationError, parseAnswer } from '@security-monkey/sdk';
import { z } from 'zod';
import type { Target } from '../client/api-error.ts';

export const projectGet = 'cloudresourcemanager:projects.get';

/** https://cloud.google.com/resource-manager/reference/rest/v3/projects */
export const projectAnswer = z.looseObject({
  /** `projects/` and the number. */
  name: z.string().regex(/^projects\/\d+$/),
  projectId: z.string(),
  parent: z.string().optional(),
  displayName: z.string().optional(),
  state: z.string().optional(),
});

export type Project = z.output<typeof projectAnswer>;

export function targetOf({ name, projectId }: Project): Target {
  return { projectId, projectNumber: name.replace('projects/', '') };
}

/**
 * The project asked for, as it answered.
 * @throws OperationError of class `account_suspended` when it is to be deleted, `account_mismatch` when it is another one
 */
export function projectFrom(answer: unknown, identifier: string): Project {
  const project = parseAnswer(projectGet, projectAnswer, answer);
  const { projectId, projectNumber } = targetOf(project);
  if (![projectId, projectNumber].includes(identifier))
    throw failed(
      'account_mismatch',
      `Google answered with project ${projectId} where ${identifier} was asked for`,
    );
  if (project.state !== undefined && project.state !== 'ACTIVE')
    throw failed(
      'account_suspended',
      `The project ${projectId} is ${project.state === 'DELETE_REQUESTED' ? 'to be deleted' : project.state}: what was known of it is frozen`,
    );
  return project;
}

function failed(kind: 'account_mismatch' | 'account_suspended', message: string): OperationError {
  return new OperationError({ class: kind, message, operation: projectGet });
}
