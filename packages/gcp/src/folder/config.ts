/** The config of a folder, as far as checks read it: https://cloud.google.com/resource-manager/reference/rest/v3/folders */
import { z } from 'zod';
import { policiesShape } from '../resource-manager/config.ts';

export const folderConfig = z.looseObject({
  /** `folders/` and the number. */
  name: z.string(),
  parent: z.string().optional(),
  displayName: z.string().optional(),
  state: z.string().optional(),
  ...policiesShape,
});

export type FolderConfig = z.output<typeof folderConfig>;
