/** Ways to rewrite what one may do: policies, memberships, boundaries. */
import { arns, type EscalationPath, onRole, type PathStep } from './escalation-path.ts';

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-edit.html and the reference of each action. */
export const policyPaths: readonly EscalationPath[] = [
  alone('policy-new-version', { action: 'iam:CreatePolicyVersion', on: [arns.customerPolicy] }),
  alone('policy-old-version', { action: 'iam:SetDefaultPolicyVersion', on: [arns.customerPolicy] }),
  alone('policy-attach-user', { action: 'iam:AttachUserPolicy' }),
  alone('policy-attach-group', { action: 'iam:AttachGroupPolicy' }),
  alone('policy-attach-role', onRole('iam:AttachRolePolicy')),
  alone('policy-inline-user', { action: 'iam:PutUserPolicy' }),
  alone('policy-inline-group', { action: 'iam:PutGroupPolicy' }),
  alone('policy-inline-role', onRole('iam:PutRolePolicy')),
  alone('policy-join-group', { action: 'iam:AddUserToGroup' }),
  alone('boundary-delete-user', { action: 'iam:DeleteUserPermissionsBoundary' }),
  alone('boundary-delete-role', onRole('iam:DeleteRolePermissionsBoundary')),
  alone('boundary-replace-user', { action: 'iam:PutUserPermissionsBoundary' }),
  alone('boundary-replace-role', onRole('iam:PutRolePermissionsBoundary')),
];

function alone(id: string, step: PathStep): EscalationPath {
  return { id, family: 'policy', steps: [step] };
}
