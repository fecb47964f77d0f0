/** Watches IAM roles: from the account's authorization details, and what only the listing of roles tells. */

import { defineWatcher, isJsonObject, type Relation } from '@security-monkey/sdk';
import type { z } from 'zod';
import { iamPage } from '../account-type/console.ts';
import { accountDetails } from '../iam/account-details.ts';
import { asListed } from '../iam/as-listed.ts';
import { confirmEntity, gone } from '../iam/confirm-entity.ts';
import { entitySource, tagPairs } from '../iam/entity-config.ts';
import { listedMembers } from '../iam/listed-entities.ts';
import { attachedPolicyRelations, boundaryRelation, together } from '../iam/policy-relations.ts';
import { roleConfig } from './config.ts';

export const iamRole = defineWatcher({
  id: 'aws.iam-role',
  accountType: 'aws',
  title: { one: 'IAM role', many: 'IAM roles' },
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html',
  legacyIndex: 'iamrole',
  version: 1,
  scope: 'global',
  permissions: {
    'iam:GetAccountAuthorizationDetails': 'iam:GetAccountAuthorizationDetails',
    'iam:ListRoles': 'iam:ListRoles',
    'iam:GetRole': 'iam:GetRole',
  },
  gone,
  // The moment of the last use moves without anybody changing the role.
  ephemeral: ['/RoleLastUsed'],
  secret: [],
  unordered: ['/RolePolicyList', '/AttachedManagedPolicies', '/InstanceProfileList', '/Tags'].map((path) => ({
    path,
    source: entitySource,
  })),
  relations: ['attached-policies', 'boundary', 'instance-profiles'],
  config: roleConfig,
  identity: ({ RoleId }) => RoleId,
  lineage: ({ Arn }) => Arn,
  name: ({ RoleName }) => RoleName,
  tags: ({ Tags }) => tagPairs(Tags),
  terms: ({ RoleName, RoleId, Arn }) => [RoleName, RoleId, Arn],
  consolePath: ({ RoleName }) => iamPage('roles', RoleName),
  list: async function* (context) {
    for (const { roles } of (await accountDetails(context)).pages) yield roles.map(asListed);
  },
  describe: async (context, listed) => {
    const role = roleConfig.parse(listed);
    const [details, more] = await Promise.all([
      accountDetails(context),
      listedMembers(context, listing, role.RoleId),
    ]);
    const { relations, unreadable } = together([
      attachedPolicyRelations(role.AttachedManagedPolicies, details),
      boundaryRelation(role.PermissionsBoundary, details),
    ]);
    return {
      config: { ...listed, ...more.fields },
      unreadable: [...more.unreadable, ...unreadable],
      relations: [...relations, ...instanceProfiles(role)],
    };
  },
  confirm: (context, { name, identity }) =>
    confirmEntity(context, {
      operation: 'iam:GetRole',
      input: { RoleName: name },
      isSame: ({ Role }) => isJsonObject(Role) && Role['RoleId'] === identity,
    }),
});

/** The details have neither: https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleDetail.html; one call tells them of 1,000 roles. */
const listing = {
  operation: 'iam:ListRoles',
  list: 'Roles',
  id: 'RoleId',
  members: ['MaxSessionDuration', 'Description'],
} as const;

function instanceProfiles({ InstanceProfileList }: z.output<typeof roleConfig>): readonly Relation[] {
  return InstanceProfileList.map(({ Arn, InstanceProfileName }) => ({
    name: 'instance-profiles',
    technology: 'aws.iam-instance-profile',
    key: Arn,
    value: { InstanceProfileName },
  }));
}
