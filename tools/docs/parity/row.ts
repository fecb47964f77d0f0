/** One check of the first Security Monkey, and what stands for it here. */
import type { Category } from '@security-monkey/sdk';

export type ParityRow = {
  /** The original's index of the technology. */
  readonly index: string;
  /** The original's method. */
  readonly method: string;
  /** What it reported, in our words. */
  readonly reported: string;
  readonly score: number;
  /** Undefined where the original had a text of its own instead of a category. */
  readonly category?: Category;
  /** `check` and `message` here; empty where nothing stands for it. */
  readonly ours: readonly { readonly check: string; readonly message: string }[];
  /** What is otherwise here on purpose, and why. Needed where nothing stands for the row, or its score or category differs. */
  readonly departure?: string;
  /** Which error of the original is not repeated. */
  readonly corrected?: string;
};

/** The technologies of the original that the table covers, by their ids here. Those without rows had no checks. */
export const technologies: Readonly<Record<string, string>> = {
  ec2instance: 'aws.ec2-instance',
  gcefirewallrule: 'gcp.compute-firewall',
  gcenetwork: 'gcp.compute-network',
  gcsbucket: 'gcp.storage-bucket',
  iamgroup: 'aws.iam-group',
  iamrole: 'aws.iam-role',
  iamserviceaccount: 'gcp.iam-service-account',
  iamuser: 'aws.iam-user',
  kms: 'aws.kms-key',
  lambda: 'aws.lambda-function',
  networkinterface: 'aws.ec2-network-interface',
  policy: 'aws.iam-policy',
  s3: 'aws.s3-bucket',
  securitygroup: 'aws.ec2-security-group',
  sns: 'aws.sns-topic',
  sqs: 'aws.sqs-queue',
};
