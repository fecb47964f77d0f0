/** Database instances that take connections from everywhere. */
import { defineCheck, type JsonObject, parseCidr } from '@security-monkey/sdk';
import { elsewhere, sqlExample, sqlReachedBy } from '../example.ts';
import { runsHere } from '../family/of-ours.ts';
import { hasPublicAddress, takesPlainText } from '../family/way-in.ts';
import { sqlInstance } from '../watcher.ts';

const from = (value: string, fields: JsonObject = {}, settings: JsonObject = {}) =>
  sqlReachedBy(
    { ipv4Enabled: true, sslMode: 'ENCRYPTED_ONLY', authorizedNetworks: [{ value, ...fields }] },
    { ...settings },
  );
const reports = (message: 'everywhere' | 'broad', network: string, score?: number) => [
  { message, subject: { network }, ...(score !== undefined && { score }) },
];

/** Networks of more than 16 million addresses are nobody's own. */
const broadest = 8;

export const openNetwork = defineCheck({
  id: 'gcp.sql-instance.open-network',
  watcher: sqlInstance,
  version: 1,
  score: 9,
  category: 'internet-accessible',
  title: 'The database takes connections from everywhere',
  why: 'The whole internet may try passwords and flaws of the database. Without encryption, it may listen as well.',
  fix: 'Take the network out of the authorized ones, and name those of the clients, or let them connect by a connector or a private address. The organization policy sql.restrictAuthorizedNetworks keeps it so.',
  links: ['https://cloud.google.com/sql/docs/postgres/authorize-networks'],
  frameworks: { 'cis-gcp-5.0': ['6.5'] },
  messages: {
    everywhere: 'Everyone on the internet may connect ({network})',
    broad: 'A great part of the internet may connect ({network})',
  },
  examples: {
    good: [
      { name: 'a network of an office', config: from('198.51.100.0/24') },
      { name: 'the broadest network that may be one’s own', config: from('203.0.0.0/8') },
      {
        name: 'everywhere until a day that is over',
        config: from('0.0.0.0/0', { expirationTime: '2025-12-31T00:00:00Z' }),
      },
      {
        name: 'no public address',
        config: sqlReachedBy({ ipv4Enabled: false, authorizedNetworks: [{ value: '0.0.0.0/0' }] }),
      },
      { name: 'by a connector only', config: from('0.0.0.0/0', {}, { connectorEnforcement: 'REQUIRED' }) },
      { name: 'what stands for a database elsewhere', config: sqlExample({}, elsewhere) },
    ],
    bad: [
      { name: 'everywhere', config: from('0.0.0.0/0'), reports: reports('everywhere', '0.0.0.0/0') },
      {
        name: 'everywhere, without encryption',
        config: sqlReachedBy({ ipv4Enabled: true, authorizedNetworks: [{ value: '0.0.0.0/0' }] }),
        reports: reports('everywhere', '0.0.0.0/0', 10),
      },
      {
        name: 'everywhere until a day that is to come',
        config: from('0.0.0.0/0', { expirationTime: '2026-02-01T00:00:00Z' }),
        reports: reports('everywhere', '0.0.0.0/0'),
      },
      { name: 'half of everywhere', config: from('0.0.0.0/1'), reports: reports('broad', '0.0.0.0/1', 7) },
    ],
  },
  run: ({ config, now, report, lookAgainAt }) => {
    const isHeld = config.settings?.connectorEnforcement === 'REQUIRED';
    if (!runsHere(config) || !hasPublicAddress(config) || isHeld) return;
    const { authorizedNetworks = [] } = config.settings?.ipConfiguration ?? {};
    for (const [at, { value, expirationTime }] of authorizedNetworks.entries()) {
      const end = expirationTime === undefined ? Number.POSITIVE_INFINITY : Date.parse(expirationTime);
      if (end <= now) continue;
      if (expirationTime !== undefined) lookAgainAt(end);
      const prefix = parseCidr(value)?.prefix ?? 0;
      if (prefix >= broadest) continue;
      report(prefix === 0 ? 'everywhere' : 'broad', {
        subject: { network: value },
        evidence: [{ path: `/settings/ipConfiguration/authorizedNetworks/${at}/value`, value }],
        score: scoreOf(prefix, takesPlainText(config)),
      });
    }
  },
});

function scoreOf(prefix: number, isPlain: boolean): number {
  if (prefix > 0) return 7;
  return isPlain ? 10 : 9;
}
