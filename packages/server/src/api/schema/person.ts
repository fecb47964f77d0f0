/** People as the API takes and gives them. */
import { z } from 'zod';
import { roles } from '../auth/roles.ts';
import { id, time } from './common.ts';

export const roleSchema = z.enum(roles);
export const emailAddress = z.email().max(320);
export const personName = z
  .string()
  .trim()
  .regex(/^[^\p{C}]{1,100}$/u, 'must have 1 to 100 characters that can be shown');

/** Length is what counts (NIST SP 800-63B); the upper end keeps hashing cheap. */
export const newPassword = z.string().min(12).max(1_024);

export const visibleAccounts = z.union([z.literal('all'), z.array(id).readonly()]);

export const personSchema = z
  .object({
    id,
    email: z.string(),
    name: z.string(),
    role: roleSchema,
    accounts: visibleAccounts.describe('Which accounts the person may see.'),
    active: z.boolean(),
    hasPassword: z.boolean(),
    createdAt: time,
  })
  .meta({ id: 'Person' });

export const personDraftSchema = z.strictObject({
  email: emailAddress,
  name: personName,
  role: roleSchema,
  accounts: visibleAccounts.default('all'),
});

export const personChangeSchema = z.strictObject({
  name: personName.optional(),
  role: roleSchema.optional(),
  accounts: visibleAccounts.optional(),
  active: z.boolean().optional(),
});

export const invitedSchema = z.object({
  person: personSchema,
  link: z.string().describe('To be opened under the address of the pages, once, within three days.'),
});
