import { expect, it } from 'vitest';
import { createFakeCloud } from '../testing/fake-cloud.ts';
import { fakePlugin } from '../testing/fake-plugin.ts';
import { testDigestKey } from '../testing/test-runtime.ts';
import { createVirtualClock } from '../testing/virtual-clock.ts';
import { createSender } from './sender.ts';

it('waits for no client that ignores its signal, also when the run was stopped just before the call', async () => {
  const clock = createVirtualClock();
  const [accountType] = fakePlugin(createFakeCloud(clock)).accountTypes;
  if (accountType === undefined) throw new Error('The fake plugin brings it.');
  const stop = new AbortController();
  const line = {
    clock,
    random: () => 0,
    digestKey: testDigestKey('k1'),
    limiter: {
      acquire: async () => {
        stop.abort();
        return () => undefined;
      },
    },
    accountType,
    connection: { send: () => new Promise<never>(() => undefined), close: () => undefined },
    account: 'a1',
    calls: new Map(),
  };
  const purpose = {
    region: 'north',
    priority: 'list',
    flow: 'f',
    permissions: {},
    signal: stop.signal,
  } as const;
  await expect(createSender(line, purpose)('fake:ListNotes', {})).rejects.toMatchObject({
    failure: { class: 'canceled' },
  });
}, 5_000);
