/** The four settings of S3 Block Public Access. */
import { isJsonObject } from '../../json/value.ts';

const settingNames = [
  'BlockPublicAcls',
  'IgnorePublicAcls',
  'BlockPublicPolicy',
  'RestrictPublicBuckets',
] as const;

export type PublicAccessBlock = { readonly [name in (typeof settingNames)[number]]: boolean };

export type BlockReading = { readonly block: PublicAccessBlock; readonly unread: readonly string[] };

/**
 * Reads a `PublicAccessBlockConfiguration`; undefined when it is no object. Null, or a missing one, was never configured:
 * all four are off. So is a setting that is missing or not a boolean, for a restriction that cannot be read restricts nothing.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function readPublicAccessBlock(configuration: unknown): BlockReading | undefined {
  const settings = configuration ?? {};
  if (!isJsonObject(settings)) return undefined;
  const isOn = (name: string) => settings[name] === true;
  return {
    block: {
      BlockPublicAcls: isOn('BlockPublicAcls'),
      IgnorePublicAcls: isOn('IgnorePublicAcls'),
      BlockPublicPolicy: isOn('BlockPublicPolicy'),
      RestrictPublicBuckets: isOn('RestrictPublicBuckets'),
    },
    unread: settingNames
      .filter((name) => !isBooleanOrMissing(settings[name]))
      .map((name) => `/${name} is neither true nor false`),
  };
}

/** Whether all four are on: nothing public is taken, and nothing public counts. */
export function isFullyBlocked(block: PublicAccessBlock): boolean {
  return settingNames.every((name) => block[name]);
}

function isBooleanOrMissing(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'boolean';
}
