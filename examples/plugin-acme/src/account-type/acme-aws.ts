/** The account type `acme-aws`: an AWS account of ACME, which has a cost centre. Everything else is as of any AWS account. */
import { defineAccountTypeExtension } from '@security-monkey/sdk';
import { z } from 'zod';

export const acmeAws = defineAccountTypeExtension({
  id: 'acme-aws',
  title: 'AWS account of ACME',
  extends: 'aws',
  fields: z.object({
    costCentre: z
      .string()
      .regex(/^CC-\d{4}$/, 'a cost centre, such as CC-0815')
      .describe('Cost centre that pays for the account'),
  }),
});
