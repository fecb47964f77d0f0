/** Watches managed policies: those of the account, and those of AWS that somebody in the account uses. */

import { defineWatcher, isJsonObject, type JsonObject } from '@security-monkey/sdk';
import { iamPage } from '../account-type/console.ts';
import { accountDetails, isAwsManaged } from '../iam/account-details.ts';
import { asListed } from '../iam/as-listed.ts';
import { confirmEntity, gone } from '../iam/confirm-entity.ts';
import { brokenDetails } from '../iam/details-page.ts';
import { type ManagedPolicyConfig, managedPolicyConfig, policyName } from './config.ts';

export const iamPolicy = defineWatcher({
  id: 'aws.iam-policy',
  accountType: 'aws',
  title: { one: 'IAM managed policy', many: 'IAM managed policies' },
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html',
  legacyIndex: 'policy',
  version: 1,
  scope: 'global',
  permissions: {
    'iam:GetAccountAuthorizationDetails': 'iam:GetAccountAuthorizationDetails',
    'iam:GetPolicy': 'iam:GetPolicy',
  },
  gone,
  // How often it is used differs by account. Beside the config, not in it, so that a policy of AWS has one config for all.
  ephemeral: ['/AttachmentCount', '/PermissionsBoundaryUsageCount'],
  secret: [],
  unordered: [],
  relations: ['attachments'],
  config: managedPolicyConfig,
  identity: policyIdentity,
  lineage: ({ Arn }) => Arn,
  name: policyName,
  terms: (config) => [policyName(config), config.Arn],
  consolePath: ({ Arn }) => iamPage('policies', Arn),
  list: async function* (context) {
    for (const { policies } of (await accountDetails(context)).pages) yield policies.map(asListed);
  },
  describe: async (context, { Document, ...listed }) => {
    const { attachments } = await accountDetails(context);
    const { Arn } = managedPolicyConfig.parse(listed);
    const missing = { path: '/Document', ...brokenDetails(`has no document of ${Arn}`).failure };
    return {
      config: Document === undefined ? listed : { ...listed, Document },
      unreadable: Document === undefined ? [missing] : [],
      relations: attachments.get(Arn) ?? [],
    };
  },
  confirm: (context, { lineage, identity }) =>
    confirmEntity(context, {
      operation: 'iam:GetPolicy',
      input: { PolicyArn: lineage },
      isSame: ({ Policy }) => isJsonObject(Policy) && isStillWatched(Policy, { lineage, identity }),
    }),
});

/** An ARN that is deleted may be given again; AWS's own live on under theirs. */
function policyIdentity({ Arn, PolicyId, CreateDate }: ManagedPolicyConfig): string {
  if (isAwsManaged(Arn)) return PolicyId === undefined ? Arn : `${Arn} ${PolicyId}`;
  return PolicyId ?? `${Arn} ${CreateDate ?? ''}`.trimEnd();
}

/** A policy of AWS that nobody in the account uses any more is no item of the account. */
function isStillWatched(
  policy: JsonObject,
  { lineage, identity }: { readonly lineage: string; readonly identity: string },
): boolean {
  if (!isAwsManaged(lineage)) return policy['PolicyId'] === identity || identity.startsWith(lineage);
  return policy['AttachmentCount'] !== 0 || (policy['PermissionsBoundaryUsageCount'] ?? 0) !== 0;
}
