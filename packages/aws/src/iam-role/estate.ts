/** Two roles as IAM tells of them: one with everything, one with nothing but its trust. */
import type { Estate } from '@security-monkey/sdk/testing';
import {
  attachedPolicy,
  authorizationDetails,
  boundaryPolicy,
  deploy,
  detailsListing,
  idle,
  inlineRead,
  profiles,
  trust,
} from '../test-support/iam-account.ts';

export const estate: Estate = {
  answers: {
    'iam:GetAccountAuthorizationDetails': authorizationDetails,
    'iam:ListRoles': ({ Marker }) =>
      Marker === undefined
        ? {
            Roles: [{ ...deploy, MaxSessionDuration: 43200, Description: 'deploys the shop' }],
            IsTruncated: true,
            Marker: 'more',
          }
        : { Roles: [{ ...idle, MaxSessionDuration: 3600 }], IsTruncated: false },
    'iam:GetRole': ({ RoleName }) => ({ Role: RoleName === 'deploy' ? deploy : idle }),
  },
  listing: detailsListing,
  describing: [],
  items: [
    {
      identity: 'AROADEPLOY',
      lineage: deploy.Arn,
      name: 'deploy',
      console: '/iam/home#/roles/details/deploy',
      tags: { team: 'shop', stage: 'prod' },
      config: {
        ...deploy,
        AssumeRolePolicyDocument: trust,
        RolePolicyList: inlineRead,
        InstanceProfileList: profiles,
        MaxSessionDuration: 43200,
        Description: 'deploys the shop',
      },
      relations: [
        attachedPolicy('deployers'),
        attachedPolicy('ReadOnlyAccess'),
        boundaryPolicy,
        ...profiles.map(({ Arn, InstanceProfileName }) => ({
          name: 'instance-profiles',
          technology: 'aws.iam-instance-profile',
          key: Arn,
          value: { InstanceProfileName },
        })),
      ],
    },
    {
      identity: 'AROAIDLE',
      lineage: idle.Arn,
      name: 'idle',
      tags: {},
      config: {
        ...idle,
        AssumeRolePolicyDocument: trust,
        RolePolicyList: [],
        AttachedManagedPolicies: [],
        InstanceProfileList: [],
        RoleLastUsed: {},
        MaxSessionDuration: 3600,
        Description: null,
        Tags: [],
      },
    },
  ],
};
