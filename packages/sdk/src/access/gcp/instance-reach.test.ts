/** Whether a port of an instance is reachable: policies, rules, addresses, load balancers, and what was not collected. */
import { describe, expect, test } from 'vitest';
import { type ExternalLoadBalancer, type InstanceSurroundings, instanceReach } from './instance-reach.ts';
import { denying, plain, policy, rules, step, vpc } from './testing/surroundings.ts';

const balancer: ExternalLoadBalancer = {
  id: 'lb-1',
  kind: 'passthrough',
  protocol: 6,
  ports: { first: 8_443, last: 8_443 },
  families: [4],
};
const reach = (changes: Partial<InstanceSurroundings>) => instanceReach({ ...plain, ...changes });
const stateOf = (changes: Partial<InstanceSurroundings>) => reach(changes).state;

describe('what is found', () => {
  test('a path', () => {
    expect(reach({})).toEqual({ state: 'reachable', through: 'ipv4', by: ['/rules/0'] });
  });

  test('no address', () => {
    expect(reach({ externalAddresses: [] })).toEqual({
      state: 'unreachable',
      stoppedBy: 'external-address',
      by: [],
    });
  });

  test('no rule: the network denies by itself', () => {
    expect(reach({ vpcRules: [] })).toEqual({ state: 'unreachable', stoppedBy: 'vpc-rules', by: [] });
  });

  test('a rule that denies', () => {
    const vpcRules = rules(vpc(), vpc({ ...denying, priority: 900 }));
    expect(reach({ vpcRules })).toEqual({ state: 'unreachable', stoppedBy: 'vpc-rules', by: ['/rules/1'] });
  });

  test('a load balancer before an instance without an address', () => {
    expect(reach({ externalAddresses: [], loadBalancers: [balancer] })).toEqual({
      state: 'reachable',
      through: 'lb-1',
      by: ['/rules/0'],
    });
  });

  test('what was not collected', () => {
    expect(reach({ vpcRules: undefined, networkPolicies: undefined })).toEqual({
      state: 'unknown',
      missing: ['vpc-rules', 'network-policies'],
    });
  });
});

test.each<[string, Partial<InstanceSurroundings>, string]>([
  [
    'a rule for another port',
    { vpcRules: rules(vpc({ allowed: [{ IPProtocol: 'tcp', ports: ['80'] }] })) },
    'unreachable',
  ],
  ['a rule for another family', { vpcRules: rules(vpc({ sourceRanges: ['::/0'] })) }, 'unreachable'],
  [
    'an IPv6 address and a rule for it',
    { externalAddresses: [6], vpcRules: rules(vpc({ sourceRanges: ['::/0'] })) },
    'reachable',
  ],
  [
    'a rule for a tag that the instance has',
    { vpcRules: rules(vpc({ targetTags: ['db', 'web'] })) },
    'reachable',
  ],
  [
    'a rule for a tag that the instance has not',
    { vpcRules: rules(vpc({ targetTags: ['db'] })) },
    'unreachable',
  ],
  [
    'a rule for the account of the instance',
    { vpcRules: rules(vpc({ targetServiceAccounts: ['a@nest.iam.gserviceaccount.com'] })) },
    'reachable',
  ],
  [
    'a rule for another account',
    { vpcRules: rules(vpc({ targetServiceAccounts: ['b@nest.iam.gserviceaccount.com'] })) },
    'unreachable',
  ],
  [
    'a deny for a tag that the instance has not',
    { vpcRules: rules(vpc(), vpc({ ...denying, priority: 1, targetTags: ['db'] })) },
    'reachable',
  ],
  ['a deny after the allow', { vpcRules: rules(vpc(), vpc({ ...denying, priority: 1_001 })) }, 'reachable'],
  ['a deny of the same priority', { vpcRules: rules(vpc(), vpc(denying)) }, 'unreachable'],
  [
    'a deny that is switched off',
    { vpcRules: rules(vpc(), vpc({ ...denying, disabled: true })) },
    'reachable',
  ],
  [
    'a deny of a part of the internet',
    { vpcRules: rules(vpc(), vpc({ ...denying, priority: 1, sourceRanges: ['203.0.113.0/24'] })) },
    'reachable',
  ],
  [
    'a deny of both halves',
    { vpcRules: rules(vpc(), vpc({ ...denying, priority: 1, sourceRanges: ['0.0.0.0/1', '128.0.0.0/1'] })) },
    'unreachable',
  ],
  ['a folder that denies', { hierarchicalPolicies: [policy(step('deny'))] }, 'unreachable'],
  [
    'a folder that leaves it to the rules',
    { hierarchicalPolicies: [policy(step('goto_next', { priority: 1 }), step('deny'))] },
    'reachable',
  ],
  [
    'a folder that leaves half of it to the rules: the other half is only a part',
    {
      hierarchicalPolicies: [
        policy(step('goto_next', { priority: 1 }, { srcIpRanges: ['0.0.0.0/1'] }), step('deny')),
      ],
    },
    'reachable',
  ],
  [
    'a folder that leaves another port to the rules',
    {
      hierarchicalPolicies: [
        policy(
          step('goto_next', { priority: 1 }, { layer4Configs: [{ ipProtocol: 'tcp', ports: ['80'] }] }),
          step('deny'),
        ),
      ],
    },
    'unreachable',
  ],
  [
    'a folder that leaves it after it denied',
    { hierarchicalPolicies: [policy(step('goto_next', { priority: 11 }), step('deny'))] },
    'unreachable',
  ],
  [
    'a folder that allows what the rules deny',
    { hierarchicalPolicies: [policy(step('allow'))], vpcRules: rules(vpc(denying)) },
    'reachable',
  ],
  [
    'an organisation that denies before a folder allows',
    { hierarchicalPolicies: [policy(step('deny')), policy(step('allow'))] },
    'unreachable',
  ],
  [
    'a policy for another network',
    { hierarchicalPolicies: [policy(step('deny', { targetResources: ['other'] }))] },
    'reachable',
  ],
  [
    'a policy for this network',
    { hierarchicalPolicies: [policy(step('deny', { targetResources: ['net'] }))] },
    'unreachable',
  ],
  [
    'a policy for a secure tag that the instance has not',
    { hierarchicalPolicies: [policy(step('deny', { targetSecureTags: [{ name: 'tagValues/1' }] }))] },
    'reachable',
  ],
  [
    'a policy for secure tags that were not collected',
    {
      target: { ...plain.target, secureTags: undefined },
      hierarchicalPolicies: [policy(step('deny', { targetSecureTags: [{ name: 'tagValues/1' }] }))],
    },
    'unknown',
  ],
  [
    'a policy about our own networks',
    { hierarchicalPolicies: [policy(step('deny', {}, { srcNetworkType: 'NON_INTERNET' }))] },
    'reachable',
  ],
  [
    'a policy about our own networks, by the newer name',
    { hierarchicalPolicies: [policy(step('deny', {}, { srcNetworkContext: 'INTRA_VPC' }))] },
    'reachable',
  ],
  [
    'a policy about the internet',
    { hierarchicalPolicies: [policy(step('deny', {}, { srcNetworkContext: 'INTERNET' }))] },
    'unreachable',
  ],
  [
    'a policy for load balancers',
    { hierarchicalPolicies: [policy(step('deny', { targetType: 'INTERNAL_MANAGED_LB' }))] },
    'reachable',
  ],
  [
    'a policy for instances, by name',
    { hierarchicalPolicies: [policy(step('deny', { targetType: 'INSTANCES' }))] },
    'unreachable',
  ],
  [
    'a policy about one address of the instance, perhaps',
    { hierarchicalPolicies: [policy(step('deny', {}, { destIpRanges: ['10.0.0.7/32'] }))] },
    'unknown',
  ],
  [
    'a policy about all addresses',
    { hierarchicalPolicies: [policy(step('deny', {}, { destIpRanges: ['0.0.0.0/0'] }))] },
    'unreachable',
  ],
  [
    'a rule that denies one address of the instance, perhaps',
    { vpcRules: rules(vpc({ ...denying, priority: 1, destinationRanges: ['10.0.0.7/32'] }), vpc()) },
    'unknown',
  ],
  [
    'a deny of countries',
    { hierarchicalPolicies: [policy(step('deny', {}, { srcIpRanges: [], srcRegionCodes: ['AQ'] }))] },
    'unknown',
  ],
  [
    'an allow of a group of addresses',
    {
      vpcRules: [],
      hierarchicalPolicies: [policy(step('allow', {}, { srcIpRanges: [], srcAddressGroups: ['g'] }))],
    },
    'unknown',
  ],
  [
    'a network policy after rules that decide',
    { networkPolicies: { areFirst: false, policies: [policy(step('deny'))] } },
    'reachable',
  ],
  [
    'a network policy before the rules',
    { networkPolicies: { areFirst: true, policies: [policy(step('deny'))] } },
    'unreachable',
  ],
  [
    'a network policy after rules that say nothing',
    { vpcRules: [], networkPolicies: { areFirst: false, policies: [policy(step('allow'))] } },
    'reachable',
  ],
  [
    'traffic that is inspected',
    { vpcRules: [], hierarchicalPolicies: [policy(step('apply_security_profile_group'))] },
    'reachable',
  ],
  [
    'a proxy that the rules let in',
    {
      externalAddresses: [],
      loadBalancers: [{ ...balancer, kind: 'proxy' }],
      vpcRules: rules(vpc({ sourceRanges: ['35.191.0.0/16', '130.211.0.0/22'] })),
    },
    'reachable',
  ],
  [
    'a proxy that the rules keep out',
    {
      externalAddresses: [],
      loadBalancers: [{ ...balancer, kind: 'proxy' }],
      vpcRules: rules(vpc({ sourceRanges: ['10.0.0.0/8'] })),
    },
    'unreachable',
  ],
  [
    'a load balancer for another port',
    { externalAddresses: [], loadBalancers: [{ ...balancer, ports: { first: 80, last: 80 } }] },
    'unreachable',
  ],
  ['load balancers that were not collected', { externalAddresses: [], loadBalancers: undefined }, 'unknown'],
  [
    'load balancers that were not collected before rules that deny',
    { externalAddresses: [], loadBalancers: undefined, vpcRules: [] },
    'unreachable',
  ],
  ['addresses that were not collected', { externalAddresses: undefined }, 'unknown'],
  ['rules that were not collected', { vpcRules: undefined }, 'unknown'],
  [
    'rules that were not collected below a policy that denies',
    { vpcRules: undefined, hierarchicalPolicies: [policy(step('deny'))] },
    'unreachable',
  ],
  [
    'rules that were not collected below a policy that allows',
    { vpcRules: undefined, hierarchicalPolicies: [policy(step('allow'))] },
    'reachable',
  ],
  ['policies that were not collected above rules that allow', { hierarchicalPolicies: undefined }, 'unknown'],
  [
    'network policies that were not collected after rules that allow',
    { networkPolicies: undefined },
    'reachable',
  ],
  [
    'network policies that were not collected after rules that say nothing',
    { networkPolicies: undefined, vpcRules: [] },
    'unknown',
  ],
])('%s', (_, changes, state) => {
  expect(stateOf(changes)).toBe(state);
});
