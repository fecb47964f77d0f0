/** Organizations that leave to every project what could be settled for all. */
import { defineCheck, type JsonObject } from '@security-monkey/sdk';
import { z } from 'zod';
import { organizationExample } from '../example.ts';
import { organization } from '../watcher.ts';

/** https://cloud.google.com/resource-manager/docs/organization-policy/org-policy-constraints */
const recommended = [
  'compute.requireOsLogin',
  'compute.skipDefaultNetworkCreation',
  'compute.vmExternalIpAccess',
  'iam.allowedPolicyMemberDomains',
  'iam.automaticIamGrantsForDefaultServiceAccounts',
  'iam.disableServiceAccountKeyCreation',
  'sql.restrictPublicIp',
  'storage.publicAccessPrevention',
  'storage.uniformBucketLevelAccess',
];

const policy = (constraint: string, spec: JsonObject = { rules: [{ enforce: true }] }) => ({
  name: `organizations/424242424242/policies/${constraint}`,
  spec,
});
const [first = '', second = ''] = recommended;
const of = (...constraints: readonly string[]) => ({ constraints });
const unset = (constraint: string) => ({ message: 'unset' as const, subject: { constraint } });

export const constraintUnset = defineCheck({
  id: 'gcp.organization.constraint-unset',
  watcher: organization,
  version: 1,
  score: 1,
  category: 'recommendation',
  title: 'The organization does not settle what could be settled for all projects',
  why: 'An organization policy keeps every project, also one that is made tomorrow, from what nobody should do: make keys, give roles to strangers, open buckets. Without it each must be watched and asked.',
  fix: 'Set the constraint at the organization, in dry run first, and lift it for the projects that need it otherwise. The option names the constraints that matter here.',
  links: [
    'https://cloud.google.com/resource-manager/docs/organization-policy/org-policy-constraints',
    'https://cloud.google.com/resource-manager/docs/organization-policy/overview',
  ],
  frameworks: { 'cis-gcp-5.0': ['1.1.4'] },
  options: z.object({
    constraints: z
      .array(z.string())
      .default(recommended)
      .describe('Constraints that the organization should set, such as iam.disableServiceAccountKeyCreation'),
  }),
  messages: { unset: 'The constraint {constraint} is not set' },
  examples: {
    good: [
      {
        name: 'all are set',
        config: organizationExample({ orgPolicies: recommended.map((one) => policy(one)) }),
      },
      {
        name: 'only some matter here',
        config: organizationExample({ orgPolicies: [policy(first)] }),
        options: of(first),
      },
      {
        name: 'by its managed form',
        config: organizationExample({
          orgPolicies: [policy('iam.managed.disableServiceAccountKeyCreation')],
        }),
        options: of('iam.disableServiceAccountKeyCreation'),
      },
      {
        name: 'by a list of what is allowed',
        config: organizationExample({
          orgPolicies: [
            policy('iam.allowedPolicyMemberDomains', { rules: [{ values: { allowedValues: ['C01'] } }] }),
          ],
        }),
        options: of('iam.allowedPolicyMemberDomains'),
      },
    ],
    bad: [
      { name: 'none is set', config: organizationExample({}), reports: recommended.map(unset) },
      {
        name: 'one is not set',
        config: organizationExample({ orgPolicies: [policy(first)] }),
        options: of(first, second),
        reports: [unset(second)],
      },
      {
        name: 'one is set and enforces nothing',
        config: organizationExample({ orgPolicies: [policy(first, { rules: [{ enforce: false }] })] }),
        options: of(first),
        reports: [unset(first)],
      },
      {
        name: 'one allows everything',
        config: organizationExample({ orgPolicies: [policy(first, { rules: [{ allowAll: true }] })] }),
        options: of(first),
        reports: [unset(first)],
      },
      {
        name: 'one is set in dry run only',
        config: organizationExample({ orgPolicies: [{ name: policy(first).name }] }),
        options: of(first),
        reports: [unset(first)],
      },
    ],
  },
  run: ({ config, options, report }) => {
    const { orgPolicies = [], name } = config;
    const set = new Set(
      orgPolicies
        .filter(({ spec }) =>
          spec?.rules?.some(({ enforce, allowAll }) => enforce !== false && allowAll !== true),
        )
        .map((one) => one.name.slice(one.name.lastIndexOf('/') + 1).replace('.managed.', '.')),
    );
    const wanted: readonly string[] = options.constraints;
    for (const constraint of new Set(wanted))
      if (!set.has(constraint))
        report('unset', { subject: { constraint }, evidence: [{ path: '/name', value: name }] });
  },
});
