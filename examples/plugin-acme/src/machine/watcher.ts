/** Watches the machines of a site, region by region; the listing gives everything. */
import { defineWatcher } from '@security-monkey/sdk';
import { listPages } from '../pages.ts';
import { machineConfig } from './config.ts';

export const machine = defineWatcher({
  id: 'acme.machine',
  accountType: 'acme',
  title: { one: 'Machine', many: 'Machines' },
  documentation: 'https://inventory.acme.example/docs/machines',
  version: 1,
  scope: 'region',
  permissions: { 'acme:ListMachines': 'machines.read' },
  gone: [],
  ephemeral: ['/uptimeSeconds'],
  secret: ['/console/password'],
  unordered: [],
  relations: [],
  config: machineConfig,
  identity: ({ serial }) => serial,
  lineage: ({ name }, { account, region }) => `acme:${account}:${region}:machine/${name}`,
  name: ({ name }) => name,
  tags: ({ owner }) => (owner === undefined ? {} : { owner }),
  list: ({ send }) => listPages((input) => send('acme:ListMachines', input), 'machines'),
});
