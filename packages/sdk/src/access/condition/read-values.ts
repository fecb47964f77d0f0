/** Whom the values of a condition entry let in, by the sort of its key. */
import { type Cidr, formatCidr, isEverything, isPrivate, parseCidr, unionCovers } from '../../net/cidr.ts';
import { hasVariable, hasWildcard, readEscapes, widestPattern } from '../pattern/wildcard.ts';
import {
  type Admitted,
  admittedAccount,
  admittedNetwork,
  admittedOrganization,
  admittedOrganizationPath,
  admittedVpc,
  type Surroundings,
} from '../resource/surroundings.ts';
import type { CallerKeySort } from './caller-keys.ts';
import { fixesOwner } from './fixes-owner.ts';

export type WhyNot =
  | 'unknown operator'
  | 'unreadable values'
  | 'not about the caller'
  | 'negated'
  | 'true when the key is absent'
  | 'a wildcard'
  | 'a policy variable'
  | 'an open network'
  | 'an operator that does not suit the key';

/** Either whom the values admit, or why they fix nobody. */
export type ReadValues = readonly Admitted[] | WhyNot;

export type ValueQuestion = {
  readonly sort: CallerKeySort;
  readonly values: readonly string[];
  /** Whether `*` and `?` are wildcards under the operator. */
  readonly hasPatterns: boolean;
  /** Whether `*` runs on over the colons of an ARN, as under `StringLike`; the Arn operators compare part by part. */
  readonly crossesColons?: boolean;
  readonly around: Surroundings;
};

/** The values are alternatives: one that fixes nobody is enough for the entry to fix nobody. */
export function readValues(question: ValueQuestion): ReadValues {
  if (question.sort === 'network') return readNetworks(question);
  const admitted: Admitted[] = [];
  for (const value of question.values) {
    const one = hasVariable(value) ? readVariable(value, question) : readValue(readEscapes(value), question);
    if (one === undefined) return hasVariable(value) ? 'a policy variable' : 'a wildcard';
    admitted.push(one);
  }
  return admitted;
}

/** A variable may stand for anything, so that only what is written before it can fix anybody: an account, an organisation. */
function readVariable(value: string, question: ValueQuestion): Admitted | undefined {
  if (question.sort !== 'arn' && question.sort !== 'organization-path') return undefined;
  return readValue(widestPattern(value), { ...question, hasPatterns: true });
}

/** A service of AWS, which is no principal of anybody's account. */
export const service: Admitted = { standing: 'none', isService: true };

/** No caller has a literal `*` in such a value: the comparison can never hold. */
const nobody: Admitted = { standing: 'nobody' };

function readValue(value: string, question: ValueQuestion): Admitted | undefined {
  const { sort, hasPatterns, around } = question;
  const isOpen = hasPatterns && hasWildcard(value);
  const isImpossible = !hasPatterns && hasWildcard(value);
  switch (sort) {
    case 'is-service':
      return value.toLowerCase() === 'true' ? service : undefined;
    case 'mount-target':
      return value.toLowerCase() === 'true' ? { standing: 'none' } : undefined;
    case 'service':
      return value === '*' ? undefined : service;
    case 'user-id':
      return isOpen && !/^[A-Z0-9]+:|^[A-Z0-9]{20,}\*$/.test(value) ? undefined : { standing: 'none' };
    case 'organization-path':
      return readOrganizationPath(value, question);
    case 'arn':
      return readArn(value, question);
    case 'account':
      return isOpen ? undefined : isImpossible ? nobody : admittedAccount(value, around);
    case 'organization':
      return isOpen ? undefined : isImpossible ? nobody : admittedOrganization(value, around);
    case 'vpc':
      return isOpen ? undefined : isImpossible ? nobody : admittedVpc(value, around.trustedVpcs);
    case 'endpoint':
      return isOpen ? undefined : isImpossible ? nobody : admittedVpc(value, around.trustedEndpoints);
    case 'network':
      return undefined;
  }
}

/** The organisation's own segment decides: ids of units are unique inside an organisation only. */
function readOrganizationPath(value: string, { hasPatterns, around }: ValueQuestion): Admitted | undefined {
  if (!hasPatterns && hasWildcard(value)) return nobody;
  return hasWildcard(value.split('/')[0] ?? '') ? undefined : admittedOrganizationPath(value, around);
}

/** The account in the ARN decides. A bucket's ARN has none: its literal name fixes the bucket, whoever owns it. */
function readArn(value: string, { hasPatterns, crossesColons, around }: ValueQuestion): Admitted | undefined {
  if (!hasPatterns && hasWildcard(value)) return nobody;
  if (!fixesOwner(value, { crossesColons: crossesColons === true })) return undefined;
  const account = value.split(':')[4] ?? '';
  return /^\d{12}$/.test(account) ? admittedAccount(account, around) : { standing: 'none' };
}

/**
 * S3 takes a range wider than /8 of IPv4, or than /32 of IPv6, for public; ranges are added up.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
function readNetworks({ values, around }: ValueQuestion): ReadValues {
  if (values.some(hasVariable)) return 'a policy variable';
  const networks = values.map((value) => parseCidr(value));
  const readable = networks.filter((network) => network !== undefined);
  if (readable.length === 0) return 'unreadable values';
  const open = readable.filter((network) => !isPrivate(network));
  const isTrusted = open.every((network) => admittedNetwork(network, around).standing === 'trusted');
  if (!isTrusted && (isEverything(open) || isBroad(open))) return 'an open network';
  // Nobody on the internet calls from a private address.
  return open.length === 0 ? [{ standing: 'none' }] : open.map((network) => admittedNetwork(network, around));
}

/** Whether the networks together hold a whole block that S3 takes for public: they are added up, not looked at one by one. */
function isBroad(networks: readonly Cidr[]): boolean {
  return networks.some((network) => {
    const [address] = formatCidr(network).split('/');
    const block = parseCidr(`${address}/${network.family === 4 ? 7 : 31}`);
    return block !== undefined && unionCovers(networks, block);
  });
}
