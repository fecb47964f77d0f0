/** Describes a user: the listed details, and by calls of their own her credentials. */
import {
  type Description,
  type JsonObject,
  readParts,
  type Unreadable,
  type WatchContext,
} from '@security-monkey/sdk';
import { accountDetails } from '../iam/account-details.ts';
import { gone } from '../iam/confirm-entity.ts';
import { listedMembers } from '../iam/listed-entities.ts';
import {
  attachedPolicyRelations,
  boundaryRelation,
  groupRelations,
  together,
} from '../iam/policy-relations.ts';
import { userConfig } from './config.ts';
import { lastUseParts, userParts } from './parts.ts';

/**
 * One listing tells of 1,000 passwords when each was last used; asking for each user, or for a credential report that is up
 * to four hours old, tells no more: https://docs.aws.amazon.com/IAM/latest/APIReference/API_User.html
 */
const listing = {
  operation: 'iam:ListUsers',
  list: 'Users',
  id: 'UserId',
  members: ['PasswordLastUsed'],
} as const;

export async function describeUser(context: WatchContext, listed: JsonObject): Promise<Description> {
  const user = userConfig.parse(listed);
  const [details, more, own] = await Promise.all([
    accountDetails(context),
    listedMembers(context, listing, user.UserId),
    readParts({ send: context.send, gone }, listed, userParts(user.UserName)),
  ]);
  const lastUse = await readLastUse(context, own);
  const related = together([
    attachedPolicyRelations(user.AttachedManagedPolicies, details),
    groupRelations(user.GroupList, details),
    boundaryRelation(user.PermissionsBoundary, details),
  ]);
  return {
    config: { ...own.config, ...more.fields, ...lastUse.config },
    unreadable: [...own.unreadable, ...more.unreadable, ...lastUse.unreadable, ...related.unreadable],
    relations: related.relations,
  };
}

/** When each key was last used, under its id: no place in a list would tell the key. Without the keys there is nobody to ask about. */
async function readLastUse(
  { send }: WatchContext,
  own: Pick<Description, 'config'> & { readonly unreadable: readonly Unreadable[] },
): Promise<{ readonly config: JsonObject; readonly unreadable: readonly Unreadable[] }> {
  const { AccessKeys } = userConfig.parse(own.config);
  if (AccessKeys === undefined) {
    const why = own.unreadable.filter(({ path }) => path === '/AccessKeys');
    return { config: {}, unreadable: why.map((part) => ({ ...part, path: '/AccessKeyLastUsed' })) };
  }
  const ids = AccessKeys.map(({ AccessKeyId }) => AccessKeyId);
  const { config: AccessKeyLastUsed, unreadable } = await readParts({ send, gone }, {}, lastUseParts(ids));
  const within = unreadable.map((part) => ({ ...part, path: `/AccessKeyLastUsed${part.path}` }));
  return { config: { AccessKeyLastUsed }, unreadable: within };
}
