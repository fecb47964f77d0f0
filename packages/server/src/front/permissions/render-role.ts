/** The least-privilege role of an account type as a text, in the form in which it is to be created. */
import type { AccountType } from '@security-monkey/sdk';
import { CodedError } from '../../errors/coded-error.ts';
import { awsCloudFormation, awsPolicy, awsTerraform } from './aws-role.ts';
import { policyParts } from './permissions-of.ts';

export const roleFormats = ['json', 'cloudformation', 'terraform', 'gcloud'] as const;
export type RoleFormat = (typeof roleFormats)[number];

type Lineage = Pick<AccountType, 'id' | 'extends'>;

/** An account of a type that extends `aws` is an AWS account. */
function isOfAws({ id, extends: extended }: Lineage): boolean {
  return id === 'aws' || extended === 'aws';
}

/** The forms that there are for an account type. */
export function roleFormatsOf(type: Lineage): readonly RoleFormat[] {
  return isOfAws(type) ? ['json', 'cloudformation', 'terraform'] : ['json'];
}

/** @throws CodedError format_unknown */
export function renderRole(accountType: Lineage, permissions: readonly string[], format: RoleFormat): string {
  const { id: type } = accountType;
  const isAws = isOfAws(accountType);
  if (format === 'json' && !isAws) return JSON.stringify({ permissions }, null, 2);
  const hint =
    format === 'gcloud'
      ? 'gcloud is for Google Cloud projects; for aws there are json, cloudformation and terraform.'
      : 'It is given as json only.';
  if (!isAws || format === 'gcloud') throw new CodedError('format_unknown', { type, format, hint });
  if (format === 'cloudformation') return JSON.stringify(awsCloudFormation(permissions), null, 2);
  if (format === 'terraform') return awsTerraform(permissions);
  const parts = policyParts(permissions).map((part) => JSON.stringify(awsPolicy(part), null, 2));
  return parts.join('\n');
}
