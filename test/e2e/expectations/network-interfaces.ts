/** What must be found in the network interfaces of both accounts: themselves. No check looks at them, the security groups’ do. */
import { type GroupSpec, interfaceName } from '../estate/group.ts';
import type { InstanceSpec } from '../estate/instance.ts';
import { partnerInstances, prodInstances } from '../estate/instances.ts';
import { type AccountName, planes, type RegionName } from '../estate/known.ts';
import { partnerGroups } from '../estate/partner-groups.ts';
import { prodGroups } from '../estate/prod-groups.ts';
import type { Expected } from './expected.ts';

type Place = { readonly account: AccountName; readonly region: RegionName };

const found = (place: Place, rest: Pick<Expected, 'name' | 'tags' | 'why'>): Expected => ({
  ...place,
  ...rest,
  technology: 'aws.ec2-network-interface',
  issues: [],
});

/** The name of an interface is one of its tags. */
const named = (name: string) => ({ name, tags: { Name: name } });

/** One for each group that is used, so that it is. */
const ofGroups = (account: AccountName, groups: readonly GroupSpec[]): readonly Expected[] =>
  groups
    .filter(({ attached }) => attached)
    .map(({ name, region }) =>
      found({ account, region }, { ...named(interfaceName(name)), why: `uses the group ${name}` }),
    );

/** EC2 makes one with each instance, without a tag, and takes it away with it. */
const ofInstances = (account: AccountName, instances: readonly InstanceSpec[]): readonly Expected[] =>
  instances
    .filter(({ end }) => end !== 'terminated')
    .map(({ name, region }) =>
      found({ account, region }, { name: `interface of ${name}`, why: 'came with the instance' }),
    );

const prodEu: Place = { account: 'prod', region: 'eu-west-1' };
const partnerEu: Place = { account: 'partner', region: 'eu-west-1' };

export const expectedNetworkInterfaces: readonly Expected[] = [
  ...ofGroups('prod', prodGroups),
  ...ofInstances('prod', prodInstances),
  found(prodEu, { ...named('with-elastic-address'), why: 'an address of the internet that stays' }),
  found(prodEu, {
    name: 'tagged',
    tags: { Name: 'tagged', ...planes, team: 'payments' },
    why: 'tags are only tags, from whichever plane of Unicode',
  }),
  ...ofGroups('partner', partnerGroups),
  ...ofInstances('partner', partnerInstances),
  found(partnerEu, { ...named('spare'), why: 'on no instance' }),
];
