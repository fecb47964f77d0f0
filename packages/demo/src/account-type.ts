/** The account type `aws-demo`: an account of the simulated organisation, watched by the watchers of AWS. */
import { type AccountType, defineAccountType } from '@security-monkey/sdk';
import { z } from 'zod';
import { answer } from './answers/answer.ts';
import { classifyDemoError } from './classify.ts';
import { connectTo, type Simulator } from './connect.ts';
import { knownAmong, parseAmong } from './identifier.ts';
import { lastDeed } from './last-deed.ts';
import { accounts, homeRegion, organization, outsiders, regions } from './world/organisation.ts';
import type { World } from './world/world.ts';

const fields = z.strictObject({});

/** Its own accounts, and those that its policies name: a person may say of these whose they are. */
const known = [...accounts.map(({ number }) => number), ...Object.values(outsiders)];

export function demoAccountType({ worldAt, dice }: Simulator<World>): AccountType<typeof fields> {
  return defineAccountType({
    id: 'aws-demo',
    title: 'Simulated AWS account',
    extends: 'aws',
    identifier: {
      label: 'Account number',
      example: accounts[0]?.number ?? '',
      parse: (text) => parseAmong(known, text.replaceAll(/[\s-]/g, '')),
    },
    fields,
    permissions: { 'cloudtrail:LookupEvents': 'cloudtrail:LookupEvents' },
    connect: connectTo({
      own: accounts.map(({ number }) => number),
      answer: ({ operation, region, ...call }) =>
        answer(operation, {
          ...call,
          region: region === '' || region === 'global' ? homeRegion : region,
          world: worldAt(call.moment),
          dice,
        }),
    }),
    probe: async ({ account }) => {
      const { canonicalId } = knownAmong(accounts, account.identifier);
      return {
        facts: { partition: 'aws', organizationId: organization, aliases: [canonicalId] },
        regions: regions.map((name) => ({ name, enabled: true })),
        homeRegion,
      };
    },
    lastDeed,
    classify: classifyDemoError,
    budgetKey: ({ account, region, operation }) => `aws-demo/${account}/${region}/${operation.split(':')[0]}`,
  });
}
