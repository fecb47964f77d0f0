/** What the original looked for on security groups. */
import type { ParityRow } from './row.ts';

const onGroup = (rule: string, ...messages: readonly string[]) =>
  messages.map((message) => ({ check: `aws.ec2-security-group.${rule}`, message }));

const groupsOnly =
  'references to groups of such accounts; a network says of nobody whose it is, and those on the allow-list are silent';

type Standing = Pick<ParityRow, 'reported' | 'score' | 'category' | 'departure' | 'corrected'> & {
  readonly method: string;
  readonly name: string;
  readonly messages: readonly string[];
};

const standings: readonly Standing[] = [
  {
    method: 'check_friendly_cross_account',
    name: 'friendly-account',
    messages: ['allowed'],
    reported: 'a door to another of our accounts',
    score: 0,
    category: 'friendly-cross-account',
    departure: groupsOnly,
  },
  {
    method: 'check_thirdparty_cross_account',
    name: 'third-party-account',
    messages: ['allowed'],
    reported: 'a door to a third party',
    score: 0,
    category: 'third-party-cross-account',
    departure: groupsOnly,
  },
  {
    method: 'check_unknown_cross_account',
    name: 'unknown-access',
    messages: ['network', 'account'],
    reported: 'a door to a network or account off record',
    score: 10,
    category: 'unknown-access',
    corrected: 'the score of a group that nothing uses is lowered here too, as it was meant',
  },
  {
    method: 'check_internet_accessible',
    name: 'internet-accessible',
    messages: ['open'],
    reported: 'a door to a network of prefix length 0',
    score: 10,
    category: 'internet-accessible',
    corrected:
      'networks that add up to the internet are seen; whether the group is used is always known, not by a setting',
  },
];

export const securityGroupRows: readonly ParityRow[] = [
  {
    index: 'securitygroup',
    method: 'check_securitygroup_ec2_rfc1918',
    reported: 'a private network in a group outside any VPC',
    score: 5,
    ours: onGroup('private-range-outside-vpc', 'named'),
  },
  ...standings.flatMap(({ method, name, messages, ...standing }) =>
    ['ingress', 'egress'].map((direction) => ({
      ...standing,
      index: 'securitygroup',
      method: `${method}_${direction}`,
      reported: `${standing.reported}, ${direction === 'ingress' ? 'inwards' : 'outwards'}`,
      ours: onGroup(`${name}-${direction}`, ...messages),
    })),
  ),
];
