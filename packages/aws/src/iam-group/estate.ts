/** Two groups as IAM tells of them: one with policies, one with none. */
import type { Estate } from '@security-monkey/sdk/testing';
import {
  alice,
  attachedPolicy,
  authorizationDetails,
  detailsListing,
  developers,
  inlineRead,
  readers,
} from '../test-support/iam-account.ts';

const member = {
  name: 'members',
  technology: 'aws.iam-user',
  key: alice.Arn,
  value: { UserName: 'alice' },
};

export const estate: Estate = {
  answers: {
    'iam:GetAccountAuthorizationDetails': authorizationDetails,
    'iam:GetGroup': ({ GroupName }) => ({
      Group: GroupName === 'developers' ? developers : readers,
      Users: [],
    }),
  },
  listing: detailsListing,
  describing: [],
  items: [
    {
      identity: 'AGPADEVELOPERS',
      lineage: developers.Arn,
      name: 'developers',
      console: '/iam/home#/groups/details/developers',
      config: { ...developers, GroupPolicyList: inlineRead },
      relations: [attachedPolicy('deployers'), attachedPolicy('ReadOnlyAccess'), member],
    },
    {
      identity: 'AGPAREADERS',
      lineage: readers.Arn,
      name: 'readers',
      config: { ...readers, GroupPolicyList: [], AttachedManagedPolicies: [] },
      relations: [member],
    },
  ],
};
