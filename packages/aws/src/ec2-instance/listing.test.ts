/** Which instances are items, and which are gone. */
import type { JsonObject, WatchContext } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { confirmInstance, listInstances } from './listing.ts';

const inState = (id: string, Name: string): JsonObject => ({ InstanceId: id, State: { Name } });

function contextOf(Reservations: readonly JsonObject[]): WatchContext {
  return {
    send: async () => ({ Reservations }),
    shared: (_key, load) => load(),
    place: { partition: 'aws', account: '111122223333', region: 'us-east-1' },
    facts: { partition: 'aws' },
  };
}

const reservation = (...Instances: readonly JsonObject[]): JsonObject => ({
  ReservationId: 'r-1',
  OwnerId: '111122223333',
  Instances,
});

it('every state but terminated is an item, one that nobody knows yet too', async () => {
  const states = ['pending', 'running', 'shutting-down', 'terminated', 'stopping', 'stopped', 'dreaming'];
  const context = contextOf([reservation(...states.map((state) => inState(state, state)))]);
  const pages = await Array.fromAsync(listInstances(context));
  expect(pages.map((page) => page.map(({ InstanceId }) => InstanceId))).toEqual([
    ['pending', 'running', 'shutting-down', 'stopping', 'stopped', 'dreaming'],
  ]);
});

it('an instance without a state is a broken answer, and none that is terminated', async () => {
  const context = contextOf([reservation({ InstanceId: 'i-1' })]);
  await expect(Array.fromAsync(listInstances(context))).rejects.toThrow('ec2:DescribeInstances');
});

describe('asking for one:', () => {
  const missing = { identity: 'i-1', lineage: 'arn', name: 'shop', region: 'us-east-1' };
  it('a stopped one is there', async () => {
    const asked = confirmInstance(contextOf([reservation(inState('i-1', 'stopped'))]), missing);
    expect(await asked).toBe(undefined);
  });
  it.each<readonly [string, readonly JsonObject[]]>([
    ['terminated', [reservation(inState('i-1', 'terminated'))]],
    ['not in the answer', []],
  ])('%s is gone', async (_name, found) => {
    await expect(confirmInstance(contextOf(found), missing)).rejects.toMatchObject({
      failure: { class: 'not_found', code: 'InvalidInstanceID.NotFound' },
    });
  });
});
