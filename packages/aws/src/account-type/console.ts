/** The AWS console: its origin in each partition, and the addresses of its pages. */
import type { AccountFacts } from '@security-monkey/sdk';

/** AWS documents the sign-in pages of its partitions; the consoles lie at the same domains. */
const origins: Readonly<Record<string, string>> = {
  aws: 'https://console.aws.amazon.com',
  'aws-cn': 'https://console.amazonaws.cn',
  'aws-us-gov': 'https://console.amazonaws-us-gov.com',
};

export function consoleOrigin({ partition }: AccountFacts): string | undefined {
  return origins[partition];
}

/** A page of the console of a region, such as `/kms/home?region=eu-west-1#/kms/keys/…`. */
export function regionalPage(page: string, region: string, place: string): string {
  return `${page}?region=${encodeURIComponent(region)}#${place}`;
}

/** A page of IAM, whose console has no regions. */
export function iamPage(kind: 'users' | 'roles' | 'groups' | 'policies', name: string): string {
  return `/iam/home#/${kind}/details/${encodeURIComponent(name)}`;
}
