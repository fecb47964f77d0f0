/** Firewall rules that are for every machine of their network. */
import { defineCheck } from '@security-monkey/sdk';
import { doorsOf } from '../doors.ts';
import { rule, tcp } from '../example.ts';
import { computeFirewall } from '../watcher.ts';

const reports = [{ message: 'all' as const, subject: { setting: 'targets' } }];

export const noTarget = defineCheck({
  id: 'gcp.compute-firewall.no-target',
  watcher: computeFirewall,
  version: 1,
  score: 3,
  category: 'insecure-configuration',
  title: 'The rule is for every machine of the network',
  why: 'A door that one service needs stands open on all machines of the network, also on those that somebody starts next year.',
  fix: 'Name the machines that it is for: by their service account, or by a network tag where who may set tags is known.',
  links: ['https://cloud.google.com/firewall/docs/firewalls#rule_assignment'],
  frameworks: {},
  messages: { all: 'The rule lets traffic in to every machine of the network' },
  examples: {
    good: [
      { name: 'machines with a tag', config: rule() },
      {
        name: 'machines with a service account',
        config: rule({ targetTags: [], targetServiceAccounts: ['web@acme-web.iam.gserviceaccount.com'] }),
      },
      { name: 'a rule that is off', config: rule({ targetTags: [], disabled: true }) },
      { name: 'a rule that denies', config: rule({ targetTags: [], allowed: [], denied: [tcp()] }) },
      { name: 'what goes out', config: rule({ targetTags: [], direction: 'EGRESS' }) },
    ],
    bad: [{ name: 'no target', config: rule({ targetTags: [] }), reports }],
  },
  run: ({ config, report }) => {
    const { targetTags = [], targetServiceAccounts = [] } = config;
    if (targetTags.length + targetServiceAccounts.length > 0) return;
    const doors = doorsOf(config);
    if (doors.length === 0) return;
    report('all', {
      subject: { setting: 'targets' },
      evidence: doors.map(({ evidence }) => evidence),
    });
  },
});
