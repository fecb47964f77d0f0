import { OperationError } from '@security-monkey/sdk';
import { expect, it } from 'vitest';
import { createVirtualClock } from '../testing/virtual-clock.ts';
import { createSharedLoads } from './shared-loads.ts';

const failing = (kind: 'canceled' | 'access_denied') => () =>
  Promise.reject(new OperationError({ class: kind, message: 'no' }));

it('loads once for all that ask', async () => {
  const shared = createSharedLoads(createVirtualClock());
  let loads = 0;
  const load = async () => (loads += 1);
  expect(await Promise.all([shared('a', load), shared('a', load), shared('b', load)])).toEqual([1, 1, 2]);
});

it('fails for all that ask as it failed for the first', async () => {
  const shared = createSharedLoads(createVirtualClock());
  const both = await Promise.allSettled([shared('a', failing('access_denied')), shared('a', async () => 1)]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

it('is begun anew, once, when only the scope that began it was stopped', async () => {
  const shared = createSharedLoads(createVirtualClock());
  let loads = 0;
  const load = async () => (loads += 1);
  const first = shared('a', failing('canceled'));
  const others = Promise.all([shared('a', load), shared('a', load)]);
  await expect(first).rejects.toThrow('no');
  expect(await others).toEqual([1, 1]);
});
