/** Parts that take several calls each. */
import { OperationError } from '@security-monkey/sdk';
import { expect, it } from 'vitest';
import { readLoads } from './read-loads.ts';

const failing = (kind: 'not_found' | 'canceled') => () =>
  Promise.reject(new OperationError({ class: kind, code: 'NOT_FOUND', message: 'no' }));

it('keeps what could be read, and names what could not', async () => {
  const read = await readLoads(
    { config: { name: 'a' }, unreadable: [{ path: '/x', class: 'timeout', message: 'late' }] },
    { one: async () => [1], other: failing('not_found') },
  );
  expect(read).toEqual({
    config: { name: 'a', one: [1] },
    unreadable: [
      { path: '/x', class: 'timeout', message: 'late' },
      { path: '/other', class: 'not_found', code: 'NOT_FOUND', message: 'no' },
    ],
  });
});

it('ends with the run', async () => {
  await expect(readLoads({ config: {} }, { one: failing('canceled') })).rejects.toMatchObject({
    failure: { class: 'canceled' },
  });
});

it('hides no defect', async () => {
  const broken = () => Promise.reject(new TypeError('defect'));
  await expect(readLoads({ config: {} }, { one: broken })).rejects.toThrow('defect');
});
