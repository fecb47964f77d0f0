/** Projects whose assets nobody can look up in the inventory. */
import { defineCheck } from '@security-monkey/sdk';
import { projectExample } from '../example.ts';
import { project } from '../watcher.ts';

const service = 'cloudasset.googleapis.com';

export const assetInventoryOff = defineCheck({
  id: 'gcp.project.asset-inventory-off',
  watcher: project,
  version: 1,
  score: 1,
  category: 'recommendation',
  title: 'The asset inventory is off',
  why: 'With it, Google keeps five weeks of history of every resource and policy and answers in one call who may do what. It must be on before it is needed.',
  fix: 'Enable the Cloud Asset API in the project.',
  links: ['https://cloud.google.com/asset-inventory/docs/asset-inventory-overview'],
  frameworks: { 'cis-gcp-5.0': ['2.14'] },
  messages: { off: 'The service {service} is not enabled' },
  examples: {
    good: [{ name: 'it is on', config: projectExample({}) }],
    bad: [
      {
        name: 'only others are on',
        config: projectExample({ services: ['compute.googleapis.com'] }),
        reports: [{ message: 'off', subject: { service } }],
      },
      {
        name: 'nothing is on',
        config: projectExample({ services: [] }),
        reports: [{ message: 'off', subject: { service } }],
      },
    ],
  },
  run: ({ config, report }) => {
    if (config.services?.includes(service) !== false) return;
    // Of the list of services nothing offends but what it lacks.
    report('off', { subject: { service }, evidence: [{ path: '/projectId', value: config.projectId }] });
  },
});
