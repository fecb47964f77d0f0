/** The config of an organization, as far as checks read it: https://cloud.google.com/resource-manager/reference/rest/v3/organizations */
import { z } from 'zod';
import { customRole, policiesShape } from '../resource-manager/config.ts';

export const organizationConfig = z.looseObject({
  /** `organizations/` and the number. */
  name: z.string(),
  /** The domain. */
  displayName: z.string().optional(),
  directoryCustomerId: z.string().optional(),
  state: z.string().optional(),
  ...policiesShape,
  customRoles: z.array(customRole).optional(),
});

export type OrganizationConfig = z.output<typeof organizationConfig>;
