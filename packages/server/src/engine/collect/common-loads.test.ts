import { OperationError } from '@security-monkey/sdk';
import { expect, it } from 'vitest';
import { createVirtualClock } from '../testing/virtual-clock.ts';
import { createCommonLoads } from './common-loads.ts';

const minute = 60_000;

function given() {
  const clock = createVirtualClock();
  const common = createCommonLoads(clock);
  let loads = 0;
  const load = async () => (loads += 1);
  const run = (account: string, group = 'acme') => common.forRun({ group, account });
  return { clock, run, load };
}

const failing = (kind: 'canceled' | 'access_denied') => () =>
  Promise.reject(new OperationError({ class: kind, message: 'no' }));

it('loads once for all accounts that were found together', async () => {
  const { run, load } = given();
  expect(await Promise.all([run('web')('a', load), run('data')('a', load), run('data')('b', load)])).toEqual([
    1, 1, 2,
  ]);
  expect(await run('ops')('a', load)).toBe(1);
});

it('keeps those apart that were not found together', async () => {
  const { run, load } = given();
  expect([await run('web')('a', load), await run('web', 'other')('a', load)]).toEqual([1, 2]);
});

it('gives the same to all that ask within one run, however late', async () => {
  const { clock, run, load } = given();
  const web = run('web');
  expect(await web('a', load)).toBe(1);
  clock.advance(60 * minute);
  expect(await web('a', load)).toBe(1);
});

it('loads anew for the next run of an account, which then serves the others too', async () => {
  const { run, load } = given();
  await run('web')('a', load);
  await run('data')('a', load);
  expect(await run('web')('a', load)).toBe(2);
  expect(await run('data')('a', load)).toBe(2);
});

it('serves nobody with what began a quarter of an hour ago', async () => {
  const { clock, run, load } = given();
  await run('web')('a', load);
  clock.advance(15 * minute - 1);
  expect(await run('data')('a', load)).toBe(1);
  clock.advance(1);
  expect(await run('ops')('a', load)).toBe(2);
});

it('fails for all that wait as it failed for the first, and is tried again by later ones', async () => {
  const { clock, run, load } = given();
  const both = await Promise.allSettled([run('web')('a', failing('access_denied')), run('data')('a', load)]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(run('ops')('a', load)).rejects.toThrow('no');
  clock.advance(minute);
  expect(await run('old')('a', load)).toBe(1);
});

it('is begun anew, once, when only the run that began it was stopped', async () => {
  const { run, load } = given();
  const first = run('web')('a', failing('canceled'));
  const others = Promise.all([run('data')('a', load), run('ops')('a', load)]);
  await expect(first).rejects.toThrow('no');
  expect(await others).toEqual([1, 1]);
});
