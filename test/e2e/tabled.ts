/** The technologies whose resources the estate and the tables hold. The others are scanned once they have theirs. */
import type { Watcher } from '@security-monkey/sdk';

export const tabledTechnologies = [
  'aws.ec2-instance',
  'aws.ec2-network-interface',
  'aws.ec2-security-group',
  'aws.iam-group',
  'aws.iam-policy',
  'aws.iam-role',
  'aws.iam-user',
  'aws.kms-key',
  'aws.lambda-function',
  'aws.s3-bucket',
  'aws.sns-topic',
  'aws.sqs-queue',
] as const;

export type TabledTechnology = (typeof tabledTechnologies)[number];

export function isTabled({ id }: Pick<Watcher, 'id'>): boolean {
  return tabledTechnologies.some((technology) => technology === id);
}

/** For the command `scan`. */
export const tabledOptions: readonly string[] = tabledTechnologies.flatMap((id) => ['--technology', id]);
