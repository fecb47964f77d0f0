/** Virtual machines that the internet can address. */
import { defineCheck, type JsonObject } from '@security-monkey/sdk';
import { instance, ofKubernetes } from '../example.ts';
import { isOfKubernetes } from '../family/of-kubernetes.ts';
import { computeInstance } from '../watcher.ts';

const nat = { type: 'ONE_TO_ONE_NAT', natIP: '203.0.113.7' };
const withNetwork = (fields: JsonObject) => instance({ networkInterfaces: [{ name: 'nic0', ...fields }] });
const reports = (family: string) => [
  { message: 'addressed' as const, subject: { interface: 'nic0', family } },
];

export const publicAddress = defineCheck({
  id: 'gcp.compute-instance.public-address',
  watcher: computeInstance,
  version: 1,
  score: 4,
  category: 'insecure-configuration',
  title: 'The machine has a public address',
  why: 'Only firewall rules stand between the internet and a machine with an address of its own: one rule too many, perhaps made for another machine, and it is open.',
  fix: 'Take the external address away. Let people in by Identity-Aware Proxy, requests by a load balancer, and the machine out by Cloud NAT. The organization policy compute.vmExternalIpAccess keeps it so.',
  links: [
    'https://cloud.google.com/compute/docs/ip-addresses/configure-static-external-ip-address',
    'https://cloud.google.com/iap/docs/using-tcp-forwarding',
  ],
  frameworks: { 'cis-gcp-5.0': ['4.9'] },
  messages: { addressed: 'Interface {interface} has a public {family} address' },
  examples: {
    good: [
      { name: 'a private address only', config: instance({}) },
      {
        name: 'a node of Kubernetes Engine',
        config: { ...withNetwork({ accessConfigs: [nat] }), ...ofKubernetes },
      },
    ],
    bad: [
      { name: 'a public address', config: withNetwork({ accessConfigs: [nat] }), reports: reports('IPv4') },
      {
        name: 'a public address to come, while the machine is stopped',
        config: withNetwork({ accessConfigs: [{ type: 'ONE_TO_ONE_NAT' }] }),
        reports: reports('IPv4'),
      },
      {
        name: 'a public address of version 6',
        config: withNetwork({ ipv6AccessConfigs: [{ type: 'DIRECT_IPV6', externalIpv6: '2001:db8::5' }] }),
        reports: reports('IPv6'),
      },
    ],
  },
  run: ({ config, report }) => {
    if (isOfKubernetes(config)) return;
    const { networkInterfaces = [] } = config;
    for (const [
      at,
      { name = `nic${at}`, accessConfigs = [], ipv6AccessConfigs = [] },
    ] of networkInterfaces.entries()) {
      const path = `/networkInterfaces/${at}`;
      // The address itself is lent and changes with each start.
      if (accessConfigs.length > 0)
        report('addressed', {
          subject: { interface: name, family: 'IPv4' },
          evidence: accessConfigs.map((_, index) => ({ path: `${path}/accessConfigs/${index}`, value: {} })),
        });
      if (ipv6AccessConfigs.length > 0)
        report('addressed', {
          subject: { interface: name, family: 'IPv6' },
          evidence: ipv6AccessConfigs.map((_, index) => ({
            path: `${path}/ipv6AccessConfigs/${index}`,
            value: {},
          })),
        });
    }
  },
});
