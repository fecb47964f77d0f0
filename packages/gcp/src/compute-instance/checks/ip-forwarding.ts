/** Virtual machines that pass on traffic of others. */
import { defineCheck } from '@security-monkey/sdk';
import { instance, ofKubernetes } from '../example.ts';
import { isOfKubernetes } from '../family/of-kubernetes.ts';
import { computeInstance } from '../watcher.ts';

export const ipForwarding = defineCheck({
  id: 'gcp.compute-instance.ip-forwarding',
  watcher: computeInstance,
  version: 1,
  score: 3,
  category: 'insecure-configuration',
  title: 'The machine may pass on traffic of others',
  why: 'With it the machine may send from addresses that are not its own, and take in what is for others: data leave by it as if they came from somebody else.',
  fix: 'Make the machine anew without IP forwarding, unless it is a router; then justify this.',
  links: ['https://cloud.google.com/vpc/docs/using-routes#canipforward'],
  frameworks: { 'cis-gcp-5.0': ['4.6'] },
  messages: { on: '{setting} is on' },
  examples: {
    good: [
      { name: 'switched off', config: instance({}) },
      { name: 'a node of Kubernetes Engine', config: instance({ canIpForward: true, ...ofKubernetes }) },
    ],
    bad: [
      {
        name: 'switched on',
        config: instance({ canIpForward: true }),
        reports: [{ message: 'on', subject: { setting: 'canIpForward' } }],
      },
    ],
  },
  run: ({ config, report }) => {
    if (config.canIpForward !== true || isOfKubernetes(config)) return;
    report('on', {
      subject: { setting: 'canIpForward' },
      evidence: [{ path: '/canIpForward', value: true }],
    });
  },
});
