/** What a person may configure about a site. The fields of an account are stored and shown: a secret is never one of them. */
import { z } from 'zod';

export const acmeFields = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .describe('Address of the inventory, such as https://inventory.acme.example'),
  tokenFile: z
    .string()
    .min(1)
    .describe('Path of the file that holds the token of the inventory; the token itself is stored nowhere'),
});

export type AcmeFields = z.output<typeof acmeFields>;
