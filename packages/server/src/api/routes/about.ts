/** What runs here: the version, whose plugins it has loaded, and by which key secrets are told apart. */
import { contractVersion, factsVersion } from '@security-monkey/sdk';
import { z } from 'zod';
import { defineRoute } from '../route.ts';

const count = z.number().int();

const aboutSchema = z
  .object({
    version: z.string(),
    contract: z.number().int().describe('The version of the contract with plugins that it speaks.'),
    keyId: z
      .string()
      .describe('The id of the key of the digests that stand for secrets. The key is no part of any answer.'),
    facts: z.string().describe('The table of the actions of providers that policies are judged by.'),
    plugins: z
      .array(
        z.object({
          name: z.string(),
          accountTypes: count,
          technologies: count,
          checks: count,
          alerters: count,
        }),
      )
      .readonly(),
  })
  .meta({ id: 'About' });

export const getAbout = defineRoute({
  method: 'GET',
  path: '/about',
  tag: 'About',
  summary:
    'What runs here: the version, the plugins with the numbers of what each brings, the id of the digest key.',
  role: 'view',
  response: aboutSchema,
  run: async ({ api: { runtime, version } }) => ({
    version,
    contract: contractVersion,
    keyId: runtime.digestKey.id,
    facts: factsVersion,
    plugins: runtime.registry.plugins.map(({ name, ...brings }) => ({
      name,
      accountTypes: brings.accountTypes.length + (brings.accountTypeExtensions?.length ?? 0),
      technologies: brings.watchers.length,
      checks: brings.checks.length,
      alerters: brings.alerters.length,
    })),
  }),
});
