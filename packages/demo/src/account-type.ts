/** The account type `aws-demo`: an account of the simulated organisation, watched by the watchers of AWS. */
import { type AccountType, defineAccountType, OperationError } from '@security-monkey/sdk';
import { z } from 'zod';
import { classifyDemoError } from './classify.ts';
import { connectTo, type Simulator } from './connect.ts';
import { lastDeed } from './last-deed.ts';
import { accounts, homeRegion, organization, outsiders, regions } from './world/organisation.ts';

const fields = z.strictObject({});

export function demoAccountType(simulator: Simulator): AccountType<typeof fields> {
  return defineAccountType({
    id: 'aws-demo',
    title: 'Simulated AWS account',
    extends: 'aws',
    identifier: {
      label: 'Account number',
      example: accounts[0]?.number ?? '',
      parse: parseNumber,
    },
    fields,
    permissions: { 'cloudtrail:LookupEvents': 'cloudtrail:LookupEvents' },
    connect: connectTo(simulator),
    probe: async ({ account }) => {
      const known = accounts.find(({ number }) => number === account.identifier);
      if (known === undefined) throw unknownAccount(account.identifier);
      return {
        facts: { partition: 'aws', organizationId: organization, aliases: [known.canonicalId] },
        regions: regions.map((name) => ({ name, enabled: true })),
        homeRegion,
      };
    },
    lastDeed,
    classify: classifyDemoError,
    budgetKey: ({ account, region, operation }) => `aws-demo/${account}/${region}/${operation.split(':')[0]}`,
  });
}

/** Its own accounts, and those that its policies name: a person may say of these whose they are. */
function parseNumber(text: string): { readonly value: string } | { readonly problem: string } {
  const number = text.replaceAll(/[\s-]/g, '');
  const known = [...accounts.map((account) => account.number), ...Object.values(outsiders)];
  if (known.includes(number)) return { value: number };
  return { problem: `The demo knows the accounts ${known.join(', ')} only` };
}

function unknownAccount(identifier: string): OperationError {
  return new OperationError({
    class: 'account_mismatch',
    message: `The demo has no account ${identifier}`,
    operation: 'sts:GetCallerIdentity',
  });
}
