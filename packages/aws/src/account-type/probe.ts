/** Asks AWS who we are, which regions are on, and what else is known of the account. */
import {
  type AccountFacts,
  type AccountSettings,
  type Failure,
  isOperationError,
  OperationError,
  type Probe,
  parseAnswer,
  type Region,
  type Send,
} from '@security-monkey/sdk';
import { z } from 'zod';
import type { AwsFields } from './fields.ts';
import { homeRegionOf, partitionOf } from './partitions.ts';

type Asking = {
  readonly send: Send;
  readonly account: AccountSettings<AwsFields>;
};

/** Rejects with class `account_mismatch` when the credentials lead into another account than the configured one. */
export async function probeAws({ send, account }: Asking): Promise<Probe> {
  const caller = parseAnswer('sts:GetCallerIdentity', callerAnswer, await send('sts:GetCallerIdentity', {}));
  if (caller.Account !== account.identifier) throw mismatch(caller.Account, account.identifier);
  const partition = partitionOf(caller.Arn);
  const homeRegion = homeRegionOf(partition);
  const atHome: Send = (operation, input) => send(operation, input, { region: homeRegion });
  const [regions, organization, canonical] = await Promise.all([
    listRegions(atHome, homeRegion),
    fact(account.fields.organizationId, () => findOrganization(atHome)),
    fact(account.fields.canonicalId, () => findCanonicalId(atHome)),
  ]);
  return { facts: factsFrom(partition, organization, canonical), regions, homeRegion };
}

const callerAnswer = z.looseObject({ Account: z.string(), Arn: z.string() });
const regionsAnswer = z.looseObject({
  Regions: z.array(z.looseObject({ RegionName: z.string(), OptInStatus: z.string().optional() })),
});
const organizationAnswer = z.looseObject({ Organization: z.looseObject({ Id: z.string() }) });
const bucketsAnswer = z.looseObject({ Owner: z.looseObject({ ID: z.string() }).optional() });

async function listRegions(send: Send, homeRegion: string): Promise<readonly Region[]> {
  const { Regions } = parseAnswer(
    'ec2:DescribeRegions',
    regionsAnswer,
    await send('ec2:DescribeRegions', { AllRegions: true }),
  );
  // No account is without its home region: a list that lacks it is cut off, and every region would count as switched off.
  if (!Regions.some(({ RegionName }) => RegionName === homeRegion)) throw cutOff(homeRegion);
  const named = Regions.map(({ RegionName, OptInStatus }) => ({
    name: RegionName,
    enabled: OptInStatus !== 'not-opted-in',
  }));
  return named.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Any account of an organization may ask; an account that belongs to none gets an error that says so. */
async function findOrganization(send: Send): Promise<string | undefined> {
  try {
    return parseAnswer(
      'organizations:DescribeOrganization',
      organizationAnswer,
      await send('organizations:DescribeOrganization', {}),
    ).Organization.Id;
  } catch (error) {
    if (isOperationError(error) && error.failure.code === 'AWSOrganizationsNotInUseException')
      return undefined;
    throw error;
  }
}

/** The owner stands in every listing of buckets, also in an empty one; one bucket is enough of it. */
async function findCanonicalId(send: Send): Promise<string | undefined> {
  return parseAnswer('s3:ListBuckets', bucketsAnswer, await send('s3:ListBuckets', { MaxBuckets: 1 })).Owner
    ?.ID;
}

type Fact = { readonly value?: string | undefined; readonly failure?: Failure };

/** What is configured counts without asking; what cannot be read is unknown, and no reason to give up the account. */
async function fact(configured: string | undefined, find: () => Promise<string | undefined>): Promise<Fact> {
  if (configured !== undefined) return { value: configured };
  try {
    return { value: await find() };
  } catch (error) {
    if (!isOperationError(error)) throw error;
    return { failure: error.failure };
  }
}

function factsFrom(partition: string, organization: Fact, canonical: Fact): AccountFacts {
  const unreadable = [organization.failure, canonical.failure].filter((failure) => failure !== undefined);
  return {
    partition,
    ...(organization.value !== undefined && { organizationId: organization.value }),
    ...(canonical.value !== undefined && { aliases: [canonical.value] }),
    ...(unreadable.length > 0 && { unreadable }),
  };
}

function mismatch(found: string, configured: string): OperationError {
  return new OperationError({
    class: 'account_mismatch',
    message: `The credentials lead to account ${found}, but ${configured} is configured: correct the number or the credentials`,
    operation: 'sts:GetCallerIdentity',
  });
}

function cutOff(homeRegion: string): OperationError {
  return new OperationError({
    class: 'invalid_response',
    message: `The answer of ec2:DescribeRegions lacks ${homeRegion}`,
    operation: 'ec2:DescribeRegions',
  });
}
