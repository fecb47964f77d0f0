/** The account type `aws-demo`: an account of the simulated organisation, watched by the watchers of AWS. */
import { type AccountType, defineAccountType, OperationError } from '@security-monkey/sdk';
import { z } from 'zod';
import { classifyDemoError } from './classify.ts';
import { connectTo, type Simulator } from './connect.ts';
import { accounts, homeRegion, organization, regions } from './world/organisation.ts';

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
    permissions: {},
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
    classify: classifyDemoError,
    budgetKey: ({ account, region, operation }) => `aws-demo/${account}/${region}/${operation.split(':')[0]}`,
  });
}

function parseNumber(text: string): { readonly value: string } | { readonly problem: string } {
  const number = text.replaceAll(/[\s-]/g, '');
  if (accounts.some((account) => account.number === number)) return { value: number };
  return { problem: `The demo has the accounts ${accounts.map((one) => one.number).join(', ')} only` };
}

function unknownAccount(identifier: string): OperationError {
  return new OperationError({
    class: 'account_mismatch',
    message: `The demo has no account ${identifier}`,
    operation: 'sts:GetCallerIdentity',
  });
}
