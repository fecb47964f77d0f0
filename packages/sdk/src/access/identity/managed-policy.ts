/** AWS managed policies of which we are certain what they allow, for identities whose attachments are known by name only. */
import { parsePolicy } from '../policy/parse-policy.ts';
import type { PolicyDocument } from '../policy/statement.ts';

type Allowed = { readonly Action: readonly string[] } | { readonly NotAction: readonly string[] };

/**
 * By name, each with what it allows on every resource. Policies that AWS changes often are not listed: they are unknown.
 * Source: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
const managed: ReadonlyMap<string, readonly Allowed[]> = new Map<string, readonly Allowed[]>([
  ['AdministratorAccess', [{ Action: ['*'] }]],
  ['AmazonS3FullAccess', [{ Action: ['s3:*', 's3-object-lambda:*'] }]],
  ['AmazonSQSFullAccess', [{ Action: ['sqs:*'] }]],
  [
    'IAMFullAccess',
    [
      {
        Action: [
          'iam:*',
          'organizations:DescribeAccount',
          'organizations:DescribeOrganization',
          'organizations:DescribeOrganizationalUnit',
          'organizations:DescribePolicy',
          'organizations:ListChildren',
          'organizations:ListParents',
          'organizations:ListPolicies',
          'organizations:ListPoliciesForTarget',
          'organizations:ListRoots',
          'organizations:ListTargetsForPolicy',
        ],
      },
    ],
  ],
  [
    'PowerUserAccess',
    [
      { NotAction: ['iam:*', 'organizations:*', 'account:*'] },
      {
        Action: [
          'account:GetAccountInformation',
          'account:GetPrimaryEmail',
          'account:ListRegions',
          'iam:CreateServiceLinkedRole',
          'iam:DeleteServiceLinkedRole',
          'iam:ListRoles',
          'organizations:DescribeOrganization',
        ],
      },
    ],
  ],
]);

/** The policy's document, or undefined for one that is not known. Takes the ARN of any partition. */
export function managedPolicy(arn: string): PolicyDocument | undefined {
  const allowed = managed.get(nameOf(arn) ?? '');
  if (allowed === undefined) return undefined;
  const Statement = allowed.map((part) => ({ Effect: 'Allow', Resource: '*', ...part }));
  return parsePolicy({ Version: '2012-10-17', Statement }, { principal: 'ignored' });
}

/** Whether the policy allows everything. */
export function isFullAdministration(arn: string): boolean {
  return nameOf(arn) === 'AdministratorAccess';
}

/** The name of a policy of AWS's own; others may bear the same name. */
function nameOf(arn: string): string | undefined {
  return /^arn:aws(?:-[a-z]+)*:iam::aws:policy\/([\w+=,.@-]+)$/.exec(arn)?.[1];
}
