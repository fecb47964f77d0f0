/** Makes checks on the default service account that a virtual machine acts as. */
import { type CheckTexts, defineCheck, isDefaultComputeAccount, type JsonObject } from '@security-monkey/sdk';
import type { InstanceConfig } from '../config.ts';
import { defaultAccount, instance, instanceActingAs } from '../example.ts';
import { computeInstance } from '../watcher.ts';
import { isOfKubernetes } from './of-kubernetes.ts';

type ServiceAccount = NonNullable<InstanceConfig['serviceAccounts']>[number];
type Example = { readonly name: string; readonly config: JsonObject };

type ActingRule = Omit<CheckTexts, 'links'> & {
  readonly name: string;
  readonly isMeant: (account: ServiceAccount) => boolean;
  readonly good: readonly Example[];
  readonly bad: readonly Example[];
};

export const fullScope = 'https://www.googleapis.com/auth/cloud-platform';

export function actingAsCheck({ name, isMeant, good, bad, ...rule }: ActingRule) {
  return defineCheck({
    id: `gcp.compute-instance.${name}`,
    watcher: computeInstance,
    version: 1,
    ...rule,
    links: [
      'https://cloud.google.com/compute/docs/access/service-accounts#default_service_account',
      'https://cloud.google.com/compute/docs/access/create-enable-service-accounts-for-instances',
    ],
    messages: { acting: 'It acts as {account} with the scopes {scopes}' },
    examples: {
      good: [
        { name: 'no service account', config: instance({}) },
        {
          name: 'a service account of its own',
          config: instanceActingAs('web@acme-web.iam.gserviceaccount.com', 'cloud-platform'),
        },
        ...good,
      ],
      bad: bad.map((example) => ({
        ...example,
        reports: [{ message: 'acting' as const, subject: { account: defaultAccount } }],
      })),
    },
    run: ({ config, report }) => {
      if (isOfKubernetes(config)) return;
      for (const [at, account] of (config.serviceAccounts ?? []).entries()) {
        const { email, scopes = [] } = account;
        if (!isDefaultComputeAccount(email) || !isMeant(account)) continue;
        report('acting', {
          subject: { account: email },
          evidence: [
            { path: `/serviceAccounts/${at}/email`, value: email },
            ...scopes.map((scope, index) => ({
              path: `/serviceAccounts/${at}/scopes/${index}`,
              value: scope,
            })),
          ],
          details: {
            scopes: scopes.map((scope) => scope.slice(scope.lastIndexOf('/') + 1)).join(', ') || 'none',
          },
        });
      }
    },
  });
}
