/** Database instances that take connections without encryption. */
import { defineCheck } from '@security-monkey/sdk';
import { elsewhere, sqlExample, sqlReachedBy } from '../example.ts';
import { runsHere } from '../family/of-ours.ts';
import { takesPlainText } from '../family/way-in.ts';
import { sqlInstance } from '../watcher.ts';

const reports = [{ message: 'plain' as const, subject: { setting: 'sslMode' } }];
const allowed = { sslMode: 'ALLOW_UNENCRYPTED_AND_ENCRYPTED' };

export const plainTextConnections = defineCheck({
  id: 'gcp.sql-instance.plain-text-connections',
  watcher: sqlInstance,
  version: 1,
  score: 5,
  category: 'insecure-tls',
  title: 'The database takes connections without encryption',
  why: 'Whoever is on the way reads passwords and data, and may change them.',
  fix: 'Let all clients connect by SSL/TLS, then set sslMode to ENCRYPTED_ONLY, or require a connector.',
  links: ['https://cloud.google.com/sql/docs/postgres/configure-ssl-instance'],
  frameworks: { 'cis-gcp-5.0': ['6.4'] },
  messages: { plain: 'Connections need no encryption ({setting})' },
  examples: {
    good: [
      { name: 'encrypted ones only', config: sqlReachedBy({ sslMode: 'ENCRYPTED_ONLY' }) },
      {
        name: 'with a certificate only',
        config: sqlReachedBy({ sslMode: 'TRUSTED_CLIENT_CERTIFICATE_REQUIRED' }),
      },
      { name: 'required by the setting of old', config: sqlReachedBy({ requireSsl: true }) },
      { name: 'by a connector only', config: sqlReachedBy(allowed, { connectorEnforcement: 'REQUIRED' }) },
      { name: 'what stands for a database elsewhere', config: sqlExample({}, elsewhere) },
    ],
    bad: [
      { name: 'allowed', config: sqlReachedBy(allowed), reports },
      {
        name: 'allowed, whatever the setting of old says',
        config: sqlReachedBy({ ...allowed, requireSsl: true }),
        reports,
      },
      { name: 'not said', config: sqlReachedBy({}), reports },
      {
        name: 'a connector is not required',
        config: sqlReachedBy(allowed, { connectorEnforcement: 'NOT_REQUIRED' }),
        reports,
      },
    ],
  },
  run: ({ config, report }) => {
    if (!runsHere(config) || !takesPlainText(config)) return;
    const { sslMode } = config.settings?.ipConfiguration ?? {};
    report('plain', {
      subject: { setting: 'sslMode' },
      evidence: [
        sslMode === undefined
          ? { path: '/name', value: config.name }
          : { path: '/settings/ipConfiguration/sslMode', value: sslMode },
      ],
    });
  },
});
