/** Which plugins are loaded where: the demo's in the demo estate only, and nothing else connects there. */
import { describe, expect, it } from 'vitest';
import type { Config } from '../../config/config.ts';
import { demoConfigOf } from '../../config/demo-config.ts';
import { loadPlugins } from './plugins.ts';

const own: Config = {
  dataDirectory: '/nowhere',
  plugins: [],
  logLevel: 'error',
  accountsAtOnce: 1,
  host: '127.0.0.1',
  port: 0,
  trustProxy: false,
};

const idsIn = async (config: Config) =>
  (await loadPlugins(config)).registry.allAccountTypes.map(({ id }) => id);

it('knows the simulated accounts in the demo estate only', async () => {
  expect(await idsIn(own)).toEqual(['aws', 'gcp', 'gcp-organization']);
  expect(await idsIn(demoConfigOf(own))).toEqual([
    'aws',
    'gcp',
    'gcp-organization',
    'aws-demo',
    'gcp-demo',
    'gcp-organization-demo',
  ]);
});

describe('in the demo estate', () => {
  it('accounts of AWS are connected to by nobody', async () => {
    const { registry } = await loadPlugins(demoConfigOf(own));
    const account = { identifier: '123456789012', name: 'prod', fields: { role: 'SecurityMonkey' } };
    await expect(registry.accountType('aws')?.connect(account, { now: () => 0 })).rejects.toMatchObject({
      failure: { class: 'rejected' },
    });
  });

  it('the watchers of AWS watch the simulated accounts', async () => {
    const { registry } = await loadPlugins(demoConfigOf(own));
    const account = { identifier: '111122223333', name: 'demo-production', fields: {} };
    const connection = await registry.accountType('aws-demo')?.connect(account, { now: () => 0 });
    expect(connection).toBeDefined();
    expect(registry.watchersFor('aws-demo')).toEqual(registry.watchersFor('aws'));
  });
});
