/** A policy of the account and one of AWS that is used; a third, of AWS and unused, is no item. */
import type { Estate } from '@security-monkey/sdk/testing';
import {
  alice,
  authorizationDetails,
  deploy,
  detailsListing,
  developers,
  documents,
  ownPolicy,
  readOnlyPolicy,
} from '../test-support/iam-account.ts';

const attachment = (technology: string, key: string, type: string) => ({
  name: 'attachments',
  technology,
  key,
  value: { type },
});
const everyone = [
  attachment('aws.iam-user', alice.Arn, 'user'),
  attachment('aws.iam-role', deploy.Arn, 'role'),
  attachment('aws.iam-group', developers.Arn, 'group'),
];

export const estate: Estate = {
  answers: {
    'iam:GetAccountAuthorizationDetails': authorizationDetails,
    'iam:GetPolicy': ({ PolicyArn }) => ({
      Policy: PolicyArn === ownPolicy.Arn ? ownPolicy : readOnlyPolicy,
    }),
  },
  listing: detailsListing,
  describing: [],
  items: [
    {
      identity: 'ANPAOWN',
      lineage: ownPolicy.Arn,
      name: 'deployers',
      console: '/iam/home#/policies/details/arn%3Aaws%3Aiam%3A%3A111122223333%3Apolicy%2Fdeployers',
      config: { ...ownPolicy, Document: documents.deploy },
      relations: everyone,
    },
    {
      identity: `${readOnlyPolicy.Arn} ANPAREADONLY`,
      lineage: readOnlyPolicy.Arn,
      name: 'ReadOnlyAccess',
      config: { ...readOnlyPolicy, Document: documents.read },
      relations: [
        ...everyone,
        attachment('aws.iam-user', alice.Arn, 'boundary of user'),
        attachment('aws.iam-role', deploy.Arn, 'boundary of role'),
      ],
    },
  ],
};
