/** Ways to become somebody else: their credentials, or a role's trust. */
import { type EscalationPath, onRole, type PathStep, steps } from './escalation-path.ts';

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html and the reference of each action. */
const taken: readonly EscalationPath[] = [
  { id: 'credentials-access-key', family: 'credentials', steps: [ofAnother('iam:CreateAccessKey')] },
  { id: 'credentials-new-password', family: 'credentials', steps: [ofAnother('iam:CreateLoginProfile')] },
  { id: 'credentials-other-password', family: 'credentials', steps: [ofAnother('iam:UpdateLoginProfile')] },
];

/**
 * A permission set that is assigned already changes in the accounts only when it is provisioned.
 * Source: https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_AttachManagedPolicyToPermissionSet.html
 */
const permissionSets: readonly EscalationPath[] = [
  { id: 'permission-set-assign', family: 'credentials', steps: steps('sso:CreateAccountAssignment') },
  provisioned('permission-set-attach', 'sso:AttachManagedPolicyToPermissionSet'),
  provisioned('permission-set-refer', 'sso:AttachCustomerManagedPolicyReferenceToPermissionSet'),
  provisioned('permission-set-inline', 'sso:PutInlinePolicyToPermissionSet'),
  provisioned('permission-set-free', 'sso:DeletePermissionsBoundaryFromPermissionSet'),
  provisioned('permission-set-bound-anew', 'sso:PutPermissionsBoundaryToPermissionSet'),
];

/** In one account the trust alone lets in whom it names; Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html */
const trust: readonly EscalationPath[] = [
  { id: 'trust-rewrite', family: 'trust', steps: [onRole('iam:UpdateAssumeRolePolicy')] },
];

export const credentialPaths: readonly EscalationPath[] = [...taken, ...permissionSets, ...trust];

function ofAnother(action: string): PathStep {
  return { action, isAnother: true };
}

function provisioned(id: string, change: string): EscalationPath {
  return { id, family: 'credentials', steps: steps(change, 'sso:ProvisionPermissionSet') };
}
