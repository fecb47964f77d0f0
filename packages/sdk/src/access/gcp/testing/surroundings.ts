/** An instance with one open port, and ways to write rules and policies around it. */
import { readPolicyRules } from '../firewall-policy.ts';
import { readFirewallRules } from '../firewall-rule.ts';
import type { InstanceSurroundings } from '../instance-reach.ts';

export type Written = Readonly<Record<string, unknown>>;

export const rules = (...written: readonly unknown[]) => readFirewallRules(written, '/rules').rules;
export const policy = (...written: readonly unknown[]) => readPolicyRules(written, '/policy').rules;

export const vpc = (fields: Written = {}): Written => ({
  direction: 'INGRESS',
  priority: 1_000,
  sourceRanges: ['0.0.0.0/0'],
  allowed: [{ IPProtocol: 'tcp', ports: ['8443'] }],
  ...fields,
});
export const denying = { allowed: undefined, denied: [{ IPProtocol: 'all' }] };
export const step = (action: string, fields: Written = {}, match: Written = {}): Written => ({
  direction: 'INGRESS',
  priority: 10,
  action,
  match: { srcIpRanges: ['0.0.0.0/0'], layer4Configs: [{ ipProtocol: 'all' }], ...match },
  ...fields,
});

export const plain: InstanceSurroundings = {
  door: { protocol: 6, port: 8_443 },
  target: {
    tags: ['web'],
    serviceAccounts: ['a@nest.iam.gserviceaccount.com'],
    secureTags: [],
    network: 'net',
  },
  externalAddresses: [4],
  loadBalancers: [],
  hierarchicalPolicies: [],
  vpcRules: rules(vpc()),
  networkPolicies: { policies: [], areFirst: false },
};
