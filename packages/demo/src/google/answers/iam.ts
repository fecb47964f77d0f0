/** What IAM answers of service accounts: https://cloud.google.com/iam/docs/reference/rest/v1/projects.serviceAccounts */
import type { JsonObject } from '@security-monkey/sdk';
import { found, ofAccount } from '../../answers/call.ts';
import type { AccountKey, ServiceAccount } from '../technologies/service-account.ts';
import { policyAnswer } from '../world/allow-policy.ts';
import { denied, type GoogleAnswers, type GoogleCall, listed, named, notFound } from './google-call.ts';

export const iamAnswers: GoogleAnswers = {
  'iam:projects.serviceAccounts.list': (call) => {
    if (named(call, 'name') !== `projects/${call.account}`) throw denied(named(call, 'name'));
    return listed(call, {
      member: 'accounts',
      all: ofAccount(call.world.serviceAccounts, call).map(accountAnswer),
    });
  },
  'iam:projects.serviceAccounts.get': (call) => accountAnswer(accountOf(call, 'name')),
  'iam:projects.serviceAccounts.getIamPolicy': (call) => policyAnswer(accountOf(call, 'resource').bindings),
  'iam:projects.serviceAccounts.keys.list': (call) => {
    const account = accountOf(call, 'name');
    return account.keys.length === 0 ? {} : { keys: account.keys.map((key) => keyAnswer(account, key)) };
  },
};

/** By its address, or by its number. */
function accountOf(call: GoogleCall, member: string): ServiceAccount {
  const name = named(call, member);
  return found(
    ofAccount(call.world.serviceAccounts, call).find((one) =>
      [fullName(one), `projects/${one.account}/serviceAccounts/${one.id}`].includes(name),
    ),
    notFound,
  );
}

function fullName({ account, name }: ServiceAccount): string {
  return `projects/${account}/serviceAccounts/${name}`;
}

function accountAnswer(one: ServiceAccount): JsonObject {
  const { account: projectId, id: uniqueId, name: email, displayName } = one;
  return {
    name: fullName(one),
    projectId,
    uniqueId,
    email,
    displayName,
    oauth2ClientId: uniqueId,
    etag: 'MDEwMjE5MjA=',
  };
}

/** Keys that people make do not end: https://cloud.google.com/iam/docs/service-account-creds#user-managed-keys */
function keyAnswer(account: ServiceAccount, { id, created }: AccountKey): JsonObject {
  return {
    name: `${fullName(account)}/keys/${id}`,
    validAfterTime: created,
    validBeforeTime: '9999-12-31T23:59:59Z',
    keyAlgorithm: 'KEY_ALG_RSA_2048',
    keyOrigin: 'GOOGLE_PROVIDED',
    keyType: 'USER_MANAGED',
  };
}
