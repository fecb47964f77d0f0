/** What a person may configure about an organization of Google Cloud. */
import { z } from 'zod';
import { connectionShape, otherAssets } from '../account-type/fields.ts';
import { listOf } from '../other-assets/asset-types.ts';

/** Ids in a row, by commas or spaces. */
const ids = (one: RegExp, problem: string) =>
  z.string().refine((text) => listOf(text).length > 0 && listOf(text).every((id) => one.test(id)), problem);

export const organizationFields = z.strictObject({
  ...connectionShape,
  folders: ids(/^\d{6,}$/, 'folder ids, which have digits only, with commas between them')
    .optional()
    .describe('Only the projects in these folders and below them; all of the organization unless given'),
  exclude: ids(/^[a-z][a-z0-9.:-]+$/, 'project ids with commas between them')
    .optional()
    .describe('Projects that are not watched'),
  assetInventory: z
    .enum(['on', 'off'])
    .optional()
    .describe(
      'Whether the projects are read through Cloud Asset Inventory, with few calls for all of them together and with its history of 35 days; off unless given',
    ),
  otherAssets,
});

export type OrganizationFields = z.output<typeof organizationFields>;
