/** The config of a project, as far as checks read it: https://cloud.google.com/resource-manager/reference/rest/v3/projects */
import { z } from 'zod';
import { customRole, policiesShape } from '../resource-manager/config.ts';

const metadata = z.looseObject({
  items: z.array(z.looseObject({ key: z.string(), value: z.string().optional() })).optional(),
});

export const projectConfig = z.looseObject({
  /** `projects/` and the number. */
  name: z.string(),
  projectId: z.string(),
  displayName: z.string().optional(),
  /** `folders/1` or `organizations/1`; absent for a project without one. */
  parent: z.string().optional(),
  labels: z.record(z.string(), z.string()).optional(),
  ...policiesShape,
  customRoles: z.array(customRole).optional(),
  /** The hosts of enabled services. */
  services: z.array(z.string()).optional(),
  /** What Compute Engine keeps for the whole project. Null: Compute Engine is off. */
  compute: z
    .looseObject({
      defaultServiceAccount: z.string().optional(),
      commonInstanceMetadata: metadata.optional(),
    })
    .nullable()
    .optional(),
});

export type ProjectConfig = z.output<typeof projectConfig>;
