/** Watches IAM groups: all that is known of them stands in the account's authorization details. */

import { defineWatcher, isJsonObject, type Relation } from '@security-monkey/sdk';
import { iamPage } from '../account-type/console.ts';
import { type AccountDetails, accountDetails } from '../iam/account-details.ts';
import { asListed } from '../iam/as-listed.ts';
import { confirmEntity, gone } from '../iam/confirm-entity.ts';
import { entitySource } from '../iam/entity-config.ts';
import { attachedPolicyRelations } from '../iam/policy-relations.ts';
import { groupConfig } from './config.ts';

export const iamGroup = defineWatcher({
  id: 'aws.iam-group',
  accountType: 'aws',
  title: { one: 'IAM group', many: 'IAM groups' },
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html',
  legacyIndex: 'iamgroup',
  version: 1,
  scope: 'global',
  permissions: {
    'iam:GetAccountAuthorizationDetails': 'iam:GetAccountAuthorizationDetails',
    'iam:GetGroup': 'iam:GetGroup',
  },
  gone,
  ephemeral: [],
  secret: [],
  unordered: ['/GroupPolicyList', '/AttachedManagedPolicies'].map((path) => ({ path, source: entitySource })),
  relations: ['attached-policies', 'members'],
  config: groupConfig,
  identity: ({ GroupId }) => GroupId,
  lineage: ({ Arn }) => Arn,
  name: ({ GroupName }) => GroupName,
  terms: ({ GroupName, GroupId, Arn }) => [GroupName, GroupId, Arn],
  consolePath: ({ GroupName }) => iamPage('groups', GroupName),
  list: async function* (context) {
    for (const { groups } of (await accountDetails(context)).pages) yield groups.map(asListed);
  },
  describe: async (context, listed) => {
    const group = groupConfig.parse(listed);
    const details = await accountDetails(context);
    const { relations, unreadable } = attachedPolicyRelations(group.AttachedManagedPolicies, details);
    return {
      config: listed,
      unreadable,
      relations: [...relations, ...memberRelations(group.GroupName, details)],
    };
  },
  confirm: (context, { name, identity }) =>
    confirmEntity(context, {
      operation: 'iam:GetGroup',
      input: { GroupName: name, MaxItems: 1 },
      isSame: ({ Group }) => isJsonObject(Group) && Group['GroupId'] === identity,
    }),
});

function memberRelations(name: string, { members }: AccountDetails): readonly Relation[] {
  return (members.get(name) ?? []).map(({ Arn, UserName }) => ({
    name: 'members',
    technology: 'aws.iam-user',
    key: Arn,
    value: { UserName },
  }));
}
