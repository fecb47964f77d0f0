/** The account type `acme`: one site inventory of ACME, reached over HTTP. */
import { defineAccountType, OperationError } from '@security-monkey/sdk';
import { z } from 'zod';
import { classifyAcmeError } from './classify.ts';
import { connectAcme } from './connect.ts';
import { acmeFields } from './fields.ts';

const who = z.looseObject({
  site: z.string(),
  regions: z.array(z.looseObject({ name: z.string(), open: z.boolean() })),
});

export const acme = defineAccountType({
  id: 'acme',
  title: 'ACME site',
  identifier: {
    label: 'Site number',
    example: 'S-17',
    parse: (text) => {
      const value = text.trim().toUpperCase();
      return /^S-\d{1,6}$/.test(value)
        ? { value }
        : { problem: 'A site number is S- and up to six digits, such as S-17' };
    },
  },
  fields: acmeFields,
  permissions: { 'acme:WhoAmI': 'inventory.read' },
  connect: connectAcme,
  probe: async ({ send, account }) => {
    const { site, regions } = who.parse(await send('acme:WhoAmI', {}));
    if (site !== account.identifier)
      throw new OperationError({
        class: 'account_mismatch',
        message: `The token is one of ${site}, not of ${account.identifier}.`,
      });
    return {
      facts: { partition: 'acme' },
      regions: regions.map(({ name, open }) => ({ name, enabled: open })),
      homeRegion: regions[0]?.name ?? 'site',
    };
  },
  classify: classifyAcmeError,
  budgetKey: ({ account }) => `acme/${account}`,
});
