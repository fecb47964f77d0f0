/** Database instances that the internet can address. */
import { defineCheck } from '@security-monkey/sdk';
import { elsewhere, sqlExample, sqlReachedBy } from '../example.ts';
import { runsHere } from '../family/of-ours.ts';
import { hasPublicAddress } from '../family/way-in.ts';
import { sqlInstance } from '../watcher.ts';

const reports = [{ message: 'addressed' as const, subject: { setting: 'public address' } }];

export const sqlPublicAddress = defineCheck({
  id: 'gcp.sql-instance.public-address',
  watcher: sqlInstance,
  version: 1,
  score: 3,
  category: 'insecure-configuration',
  title: 'The database has a public address',
  why: 'Only the list of authorized networks and the passwords stand between the internet and a database with a public address. One network too many, and it is open.',
  fix: 'Give the instance a private address, move its clients there, and switch the public one off. The organization policy sql.restrictPublicIp keeps it so.',
  links: ['https://cloud.google.com/sql/docs/postgres/configure-private-ip'],
  frameworks: { 'cis-gcp-5.0': ['6.7'] },
  messages: { addressed: 'It has a {setting}' },
  examples: {
    good: [
      { name: 'a private address', config: sqlReachedBy({ ipv4Enabled: false, privateNetwork: 'main' }) },
      {
        name: 'what stands for a database elsewhere',
        config: sqlExample(
          {},
          { ...elsewhere, ipAddresses: [{ type: 'PRIMARY', ipAddress: '198.51.100.9' }] },
        ),
      },
    ],
    bad: [
      { name: 'a public address', config: sqlReachedBy({ ipv4Enabled: true }), reports },
      {
        name: 'an address that is there, whatever the settings say',
        config: sqlExample({}, { ipAddresses: [{ type: 'PRIMARY', ipAddress: '203.0.113.20' }] }),
        reports,
      },
    ],
  },
  run: ({ config, report }) => {
    if (!runsHere(config) || !hasPublicAddress(config)) return;
    const isSet = config.settings?.ipConfiguration?.ipv4Enabled === true;
    report('addressed', {
      subject: { setting: 'public address' },
      evidence: [
        isSet
          ? { path: '/settings/ipConfiguration/ipv4Enabled', value: true }
          : { path: '/name', value: config.name },
      ],
    });
  },
});
