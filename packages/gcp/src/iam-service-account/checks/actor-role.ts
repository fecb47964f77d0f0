/** Service accounts on which somebody still holds the role of old to act as them. */
import { memberCheck } from '@security-monkey/sdk';
import { accountPolicy } from '../family/account-policy.ts';

const member = 'user:kim@acme.example';

/** The first Security Monkey looked for it under a name that policies never hold, so that it found nothing. */
export const actorRole = memberCheck(accountPolicy, {
  name: 'actor-role',
  score: 6,
  category: 'sensitive-permissions',
  title: 'The deprecated role Service Account Actor is in use',
  why: 'The role lets its holders both attach the service account and take credentials of it, which are two things that few need together. Google has replaced it by two roles.',
  fix: 'Give roles/iam.serviceAccountUser to those who attach the account and roles/iam.serviceAccountTokenCreator to those who take credentials of it, and take the old role away.',
  links: ['https://cloud.google.com/iam/docs/service-account-permissions'],
  frameworks: {},
  message: '{who} holds {roles}',
  isMeant: ({ role, member: { kind } }) => role === 'roles/iam.serviceAccountActor' && kind !== 'deleted',
  good: [{ name: 'the role that attaches', grants: [{ role: 'roles/iam.serviceAccountUser', member }] }],
  bad: [
    {
      name: 'the role of old',
      grants: [{ role: 'roles/iam.serviceAccountActor', member }],
      reports: [member],
    },
  ],
});
