/** What a person may configure about how to reach Google Cloud. */
import { z } from 'zod';
import { assetTypeProblems } from '../other-assets/asset-types.ts';

/** The scheme is HTTPS, save on the machine itself: tokens go there. */
function isSafeEndpoint(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash } = new URL(text);
  const isLocal = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  return (protocol === 'https:' || (protocol === 'http:' && isLocal)) && search === '' && hash === '';
}

/** How to sign in: what both account types have. */
export const connectionShape = {
  keyFile: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Path of a key file on the machine that runs Security Monkey; without it the credentials of the environment are used',
    ),
  impersonate: z
    .string()
    .regex(/^[a-z0-9-]+@[a-z0-9.-]+\.gserviceaccount\.com$/, 'the mail address of a service account')
    .optional()
    .describe('Service account to act as, such as security-monkey@acme-ops.iam.gserviceaccount.com'),
  quotaProject: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.:-]+$/, 'the id of a project')
    .optional()
    .describe('Project that calls are counted for; that of the credentials unless given'),
  endpoint: z
    .string()
    .refine(isSafeEndpoint, 'an address with https, or with http on this machine')
    .optional()
    .describe(
      'Address below which all APIs are asked by their host, for a proxy or a test; everything goes there, sign-in too',
    ),
};

/** The field `otherAssets`, which an organization has too and gives to its projects. */
export const otherAssets = z
  .string()
  .superRefine((text, context) => {
    const problems = assetTypeProblems(text);
    if (problems.length > 0) context.addIssue({ code: 'custom', message: problems.join('; ') });
  })
  .optional()
  .describe(
    'Asset types of Cloud Asset Inventory to record besides, with commas or blanks between them, such as pubsub.googleapis.com/Topic, run.googleapis.com/Service',
  );

export const projectFields = z.strictObject({
  ...connectionShape,
  organizationId: z
    .string()
    .regex(/^\d{6,}$/, 'an organization id, which has digits only')
    .optional()
    .describe('Organization of the project, which counts as ours; found by itself where it can be read'),
  assetInventory: z
    .string()
    .regex(
      /^(organizations|folders|projects)\/[a-z0-9][a-z0-9.:-]*$/,
      'such as organizations/123456789012, folders/1234567 or projects/acme-web',
    )
    .optional()
    .describe(
      'Whose Cloud Asset Inventory is read in place of single APIs, such as organizations/123456789012; an organization that is discovered with its inventory on gives it to its projects',
    ),
  otherAssets,
});

export type ProjectFields = z.output<typeof projectFields>;

export type ConnectionFields = Omit<ProjectFields, 'organizationId' | 'assetInventory' | 'otherAssets'>;
