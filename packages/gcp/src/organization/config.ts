/** The config of an organization, as far as checks read it: https://cloud.google.com/resource-manager/reference/rest/v3/organizations */
import { z } from 'zod';

export const organizationConfig = z.looseObject({
  /** `organizations/` and the number. */
  name: z.string(),
  /** The domain. */
  displayName: z.string().optional(),
  directoryCustomerId: z.string().optional(),
  state: z.string().optional(),
  /** From a call of its own; missing only when it has never been readable. */
  iamPolicy: z
    .looseObject({
      bindings: z.array(
        z.looseObject({ role: z.string().optional(), members: z.array(z.string()).optional() }),
      ),
    })
    .optional(),
});
