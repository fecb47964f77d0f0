/** Security groups of EC2-Classic that name private networks. */
import { defineCheck } from '@security-monkey/sdk';
import { attachments } from '../attachments.ts';
import { attached, group, tcp } from '../example.ts';
import { exposureOf } from '../exposure.ts';
import { byText, isRfc1918 } from '../networks.ts';
import { doorText, rulesOf } from '../rules.ts';
import { ec2SecurityGroup } from '../watcher.ts';

const classicGroup = {
  GroupId: 'sg-843f59ed',
  GroupName: 'classic',
  Description: 'from the days before VPC',
  OwnerId: '111122223333',
};

export const privateRangeOutsideVpc = defineCheck({
  id: 'aws.ec2-security-group.private-range-outside-vpc',
  watcher: ec2SecurityGroup,
  version: 2,
  score: 5,
  category: 'insecure-configuration',
  title: 'A private network in a group outside any VPC',
  why: 'Outside a VPC, private addresses belong to whichever customer AWS gives them to: the rule lets strangers in.',
  fix: 'Move what uses the group into a VPC, or name security groups instead of addresses.',
  links: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  frameworks: {},
  messages: { named: '{principal}: {door} ({direction}), outside any VPC' },
  needs: [attachments],
  examples: {
    good: [
      {
        name: 'within a VPC',
        config: group({ IpPermissions: [tcp(443, '10.0.0.0/8')] }),
        related: attached(),
      },
      {
        name: 'outside any VPC, but addresses beside the private ones',
        config: { ...classicGroup, IpPermissions: [tcp(443, '172.32.0.0/16', '11.0.0.1/32')] },
        related: attached(),
      },
    ],
    bad: [
      {
        name: 'outside any VPC',
        config: { ...classicGroup, IpPermissions: [tcp(443, '172.31.0.0/16', '192.168.1.1/32')] },
        related: attached(),
        reports: [report('172.31.0.0/16'), report('192.168.1.1/32')],
      },
      {
        name: 'outside any VPC, and nothing uses it',
        config: { ...classicGroup, IpPermissions: [tcp(443, '10.1.0.0/16')] },
        related: attached(false),
        reports: [{ ...report('10.1.0.0/16'), score: 0 }],
      },
    ],
  },
  run: (context) => {
    if (context.config.VpcId) return;
    for (const direction of ['ingress', 'egress'] as const) {
      for (const { door, networks } of rulesOf(context.config, direction)) {
        for (const [principal, found] of byText(networks.filter(({ cidr }) => isRfc1918(cidr)))) {
          const exposure = exposureOf(context, 5);
          context.report('named', {
            subject: { direction, ...door, principal },
            details: { door: doorText(door) },
            evidence: [...found.map(({ evidence }) => evidence), ...exposure.evidence],
            score: exposure.score,
          });
        }
      }
    }
  },
});

function report(principal: string) {
  return {
    message: 'named' as const,
    subject: { direction: 'ingress', protocol: 'tcp', ports: '443', principal },
  };
}
