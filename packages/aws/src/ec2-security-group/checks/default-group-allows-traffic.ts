/** Default security groups that have rules. */
import { defineCheck } from '@security-monkey/sdk';
import { anything, group } from '../example.ts';
import { doorText, rulesOf } from '../rules.ts';
import { ec2SecurityGroup } from '../watcher.ts';

export const defaultGroupAllowsTraffic = defineCheck({
  id: 'aws.ec2-security-group.default-group-allows-traffic',
  watcher: ec2SecurityGroup,
  version: 2,
  score: 2,
  category: 'insecure-configuration',
  title: 'The default security group allows traffic',
  why: 'Whatever is started without a group of its own gets the default group of its VPC. Without rules there, nobody gets traffic by forgetting.',
  fix: 'Give everything a group of its own, then remove all rules from the default group.',
  links: ['https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html'],
  frameworks: { 'cis-aws-7.0': ['6.5'] },
  messages: { allowed: 'The default group allows {door} ({direction})' },
  examples: {
    good: [
      { name: 'without rules', config: group({ GroupName: 'default' }) },
      {
        name: 'another group',
        config: group({ GroupName: 'default-web', IpPermissions: [anything('10.0.0.0/8')] }),
      },
    ],
    bad: [
      {
        name: 'as AWS makes it',
        config: group({
          GroupName: 'default',
          IpPermissions: [
            {
              IpProtocol: '-1',
              UserIdGroupPairs: [{ UserId: '111122223333', GroupId: 'sg-0a1b2c3d4e5f60718' }],
            },
          ],
          IpPermissionsEgress: [anything('0.0.0.0/0')],
        }),
        reports: [
          { message: 'allowed', subject: { direction: 'ingress', protocol: 'all', ports: 'all' } },
          { message: 'allowed', subject: { direction: 'egress', protocol: 'all', ports: 'all' } },
        ],
      },
    ],
  },
  run: ({ config, report }) => {
    if (config.GroupName !== 'default') return;
    for (const direction of ['ingress', 'egress'] as const) {
      for (const { door, sources } of rulesOf(config, direction)) {
        if (sources.length === 0) continue;
        report('allowed', {
          subject: { direction, ...door },
          details: { door: doorText(door) },
          evidence: sources,
        });
      }
    }
  },
});
