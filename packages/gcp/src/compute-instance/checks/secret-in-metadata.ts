/** Virtual machines whose metadata hold a secret. */
import { defineCheck } from '@security-monkey/sdk';
import { instance } from '../example.ts';
import { computeInstance } from '../watcher.ts';

export const secretInMetadata = defineCheck({
  id: 'gcp.compute-instance.secret-in-metadata',
  watcher: computeInstance,
  version: 1,
  score: 8,
  category: 'insecure-configuration',
  title: 'The metadata hold a secret',
  why: 'Metadata and start-up scripts are readable by every program on the machine and by everyone with compute.instances.get, and are no place to keep a secret. Their text is searched for keys, tokens and passwords; what is found is kept by its kind only.',
  fix: 'Change the secret, for it must be taken as known, keep the new one in Secret Manager, and let the machine fetch it by its service account.',
  links: [
    'https://cloud.google.com/compute/docs/metadata/overview',
    'https://cloud.google.com/secret-manager/docs/overview',
  ],
  frameworks: {},
  messages: { found: 'The metadata {key} hold: {kinds}' },
  examples: {
    good: [
      { name: 'no metadata', config: instance({}) },
      {
        name: 'a script without a secret',
        config: instance({ metadata: { items: [{ key: 'startup-script', value: 'redacted:k1:00ff' }] } }),
      },
    ],
    bad: [
      {
        name: 'a script with a password, and a key',
        config: instance({
          metadataFindings: {
            'startup-script': ['AWS access key', 'value under the name of a secret'],
            DB_PASSWORD: ['value under the name of a secret'],
          },
        }),
        reports: [
          { message: 'found', subject: { key: 'startup-script' } },
          { message: 'found', subject: { key: 'DB_PASSWORD' } },
        ],
      },
    ],
  },
  run: ({ config, report }) => {
    for (const [key, kinds] of Object.entries(config.metadataFindings)) {
      report('found', {
        subject: { key },
        evidence: [
          { path: `/metadataFindings/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, value: kinds },
        ],
        details: { kinds: kinds.join(', ') },
      });
    }
  },
});
