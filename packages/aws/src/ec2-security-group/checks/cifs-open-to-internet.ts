/** Security groups that let the whole internet reach Windows file sharing. */
import { defineCheck } from '@security-monkey/sdk';
import { anything, groupWith, tcp } from '../example.ts';
import { openPorts } from '../open-ports.ts';
import { ec2SecurityGroup } from '../watcher.ts';

const cifs = [{ port: 445, service: 'CIFS' }];

const report = (protocol: string, principal: string) => ({
  message: 'open' as const,
  subject: { protocol, port: 445, principal },
});

export const cifsOpenToInternet = defineCheck({
  id: 'aws.ec2-security-group.cifs-open-to-internet',
  watcher: ec2SecurityGroup,
  version: 1,
  score: 8,
  category: 'internet-accessible',
  title: 'Windows file sharing is open to the internet',
  why: 'CIFS (SMB) on port 445 gives files and remote execution to whoever logs in, and worms have spread by flaws in it. It is made for the inside of a network.',
  fix: 'Narrow the rule to the networks of those who use the shares, or reach them by VPN.',
  links: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  frameworks: { 'cis-aws-7.0': ['6.1.2'] },
  messages: { open: '{service} ({protocol} {port}) is open to {principal}' },
  examples: {
    good: [
      {
        name: 'one network for the port, everyone for another',
        config: groupWith('ingress', tcp(445, '203.0.113.0/24', '2001:db8::/32'), tcp(443, '0.0.0.0/0')),
      },
      {
        name: 'the ports beside it',
        config: groupWith('ingress', tcp([139, 444], '0.0.0.0/0'), tcp(446, '::/0')),
      },
      { name: 'half of the internet', config: groupWith('ingress', tcp(445, '0.0.0.0/1')) },
      { name: 'outwards only', config: groupWith('egress', tcp(445, '0.0.0.0/0')) },
    ],
    bad: [
      {
        name: 'both families',
        config: groupWith('ingress', tcp(445, '0.0.0.0/0', '::/0')),
        reports: [report('tcp', '0.0.0.0/0'), report('tcp', '::/0')],
      },
      {
        name: 'a range that holds it, the internet in two halves',
        config: groupWith('ingress', tcp([400, 500], '0.0.0.0/1'), tcp(445, '128.0.0.0/1')),
        reports: [report('tcp', '0.0.0.0/0')],
      },
      {
        name: 'all protocols',
        config: groupWith('ingress', anything('::/0')),
        reports: [report('all', '::/0')],
      },
    ],
  },
  run: ({ config, report: tell }) => {
    for (const { protocol, port, service, principal, evidence } of openPorts(config, cifs)) {
      tell('open', { subject: { protocol, port, principal }, evidence, details: { service } });
    }
  },
});
