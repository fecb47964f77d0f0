/** Connecting: what passes by itself is waited for, what does not is final. */
import { expect, it } from 'vitest';
import { useTestDatabase } from '../../store/testing/test-database.ts';
import { collect, givenFakeAccount } from '../testing/engine-test.ts';
import { FakeProviderError } from '../testing/fake-faults.ts';
import { createTestRuntime } from '../testing/test-runtime.ts';

const database = useTestDatabase();

it.each([
  {
    rule: 'throttled twice, goes on the third time',
    kind: 'throttled',
    times: 2,
    tried: 3,
    failed: undefined,
  },
  { rule: 'cut off for ever, gives up', kind: 'network', times: 99, tried: 6, failed: 'network' },
  { rule: 'refused, is not tried again', kind: 'credentials', times: 99, tried: 1, failed: 'credentials' },
] as const)('a sign-in that is $rule', async ({ kind, times, tried, failed }) => {
  const { runtime } = createTestRuntime(database());
  const account = await givenFakeAccount(runtime);
  const { registry } = runtime;
  const type = registry.accountType('fake');
  let tries = 0;
  const connect: NonNullable<typeof type>['connect'] = async (...given) => {
    tries += 1;
    if (tries <= times || type === undefined) throw new FakeProviderError(kind, 'Refused');
    return await type.connect(...given);
  };
  const unsteady = { ...registry, accountType: () => type && { ...type, connect } };
  const summary = await collect({ ...runtime, registry: unsteady }, account.id);
  expect({ tries, failed: summary.connectFailure?.class }).toEqual({ tries: tried, failed });
});
