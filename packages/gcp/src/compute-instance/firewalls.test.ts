/** The firewalls that are in force for a machine, by its interfaces. */
import { expect, it } from 'vitest';
import { answering, refuse } from '../test-support/answering.ts';
import { withFirewalls } from './firewalls.ts';

const selfLink =
  'https://www.googleapis.com/compute/v1/projects/acme-web/zones/europe-west1-b/instances/web-1';
const nat = { accessConfigs: [{ type: 'ONE_TO_ONE_NAT' }] };

const machine = (...networkInterfaces: readonly object[]) =>
  JSON.parse(JSON.stringify({ id: '1', name: 'web-1', selfLink, metadataFindings: {}, networkInterfaces }));

const base = { name: '345678901234', type: 'HIERARCHY', rules: [] };

it('asks about nobody whom the internet cannot address', async () => {
  const context = answering(() => ({}));
  const { relations } = await withFirewalls(context, machine({ name: 'nic0' }));
  expect([relations, context.asked]).toEqual([[], []]);
});

it('tells a policy once, with all interfaces that it is in force for', async () => {
  const context = answering(() => ({ firewallPolicys: [base] }));
  const { relations } = await withFirewalls(
    context,
    machine({ name: 'nic0', ...nat }, {}, { name: 'nic2', ...nat }),
  );
  expect(relations).toEqual([
    {
      name: 'firewalls',
      technology: 'gcp.compute-firewall-policy',
      key: '345678901234',
      value: { interfaces: ['nic0', 'nic2'], type: 'HIERARCHY', rules: [] },
    },
  ]);
  const place = { project: 'acme-web', zone: 'europe-west1-b', instance: 'web-1' };
  expect(context.asked.map(({ input }) => input)).toEqual([
    { ...place, networkInterface: 'nic0' },
    { ...place, networkInterface: 'nic2' },
  ]);
});

it('tells policies of the same name apart', async () => {
  const rule = (priority: number) => ({ priority, action: 'deny' });
  const context = answering((_operation, { networkInterface }) => ({
    firewallPolicys: [
      { name: 'main', type: 'NETWORK', rules: [rule(networkInterface === 'nic0' ? 1 : 2)] },
      { name: 'main', type: 'NETWORK_REGIONAL', rules: [rule(3)] },
    ],
  }));
  const interfaces = [
    { name: 'nic0', ...nat },
    { name: 'nic1', ...nat },
  ];
  const { relations = [] } = await withFirewalls(context, machine(...interfaces));
  expect(relations.map(({ key, value = {} }) => [key, value['interfaces'], value['rules']])).toEqual([
    ['main NETWORK nic0', ['nic0'], [rule(1)]],
    ['main NETWORK_REGIONAL nic0', ['nic0'], [rule(3)]],
    ['main NETWORK nic1', ['nic1'], [rule(2)]],
    ['main NETWORK_REGIONAL nic1', ['nic1'], [rule(3)]],
  ]);
});

it('does not know the firewalls when they may not be read', async () => {
  const { relations, unreadable = [] } = await withFirewalls(
    answering(() => refuse('access_denied')),
    machine({ name: 'nic0', ...nat }),
  );
  expect([relations, unreadable.map(({ path }) => path)]).toEqual([undefined, ['@firewalls']]);
});

it('takes a machine without them for gone', async () => {
  const looked = withFirewalls(
    answering(() => refuse('not_found')),
    machine({ name: 'nic0', ...nat }),
  );
  await expect(looked).rejects.toMatchObject({ failure: { class: 'not_found' } });
});
