/** The network interfaces of a region are read once, whoever needs them first. */
import type { JsonObject, Send, WatchContext } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { ec2NetworkInterface } from '../ec2-network-interface/watcher.ts';
import { readAttachments } from '../ec2-security-group/attachments.ts';
import { ec2Pages } from './pages.ts';

const pageOf: Readonly<Record<string, JsonObject>> = {
  first: {
    NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1', Groups: [{ GroupId: 'sg-1' }] }],
    NextToken: 'b',
  },
  b: { NetworkInterfaces: [{ NetworkInterfaceId: 'eni-2', Groups: [{ GroupId: 'sg-1' }] }] },
};

function contextOf(): { readonly context: WatchContext; readonly tokens: readonly string[] } {
  const tokens: string[] = [];
  const loads = new Map<string, Promise<unknown>>();
  const send: Send = async (_operation, input) => {
    const { NextToken } = input;
    const token = typeof NextToken === 'string' ? NextToken : 'first';
    tokens.push(token);
    return pageOf[token] ?? {};
  };
  const shared: WatchContext['shared'] = (key, load) => {
    const known = loads.get(key) ?? load();
    loads.set(key, known);
    return known as ReturnType<typeof load>;
  };
  const place = { partition: 'aws', account: '111122223333', region: 'us-east-1' };
  return { context: { send, shared, place, facts: { partition: 'aws' } }, tokens };
}

async function listedIds(context: WatchContext): Promise<readonly unknown[]> {
  const pages = await Array.fromAsync(ec2NetworkInterface.list(context));
  return pages.flat().map(({ NetworkInterfaceId }) => NetworkInterfaceId);
}

async function attachedIds(context: WatchContext): Promise<readonly unknown[]> {
  const { relations } = await readAttachments(context, 'sg-1');
  return relations.map(({ key }) => key);
}

describe('two technologies make the calls once', () => {
  it.each([
    ['the interfaces first', [listedIds, attachedIds]],
    ['the groups first', [attachedIds, listedIds]],
  ] as const)('%s', async (_name, [one, other]) => {
    const { context, tokens } = contextOf();
    expect([await one(context), await other(context)]).toEqual([
      ['eni-1', 'eni-2'],
      ['eni-1', 'eni-2'],
    ]);
    expect(tokens).toEqual(['first', 'b']);
  });
  it('both at once', async () => {
    const { context, tokens } = contextOf();
    await Promise.all([listedIds(context), attachedIds(context), attachedIds(context)]);
    expect(tokens).toEqual(['first', 'b']);
  });
});

it.each([
  ['no token', {}],
  ['an empty token', { NextToken: '' }],
])('%s ends a listing', async (_name, more) => {
  const call = async () => ({ Things: [{ Id: '1' }], ...more });
  expect(
    await Array.fromAsync(ec2Pages({ operation: 'ec2:DescribeThings', member: 'Things', call })),
  ).toEqual([[{ Id: '1' }]]);
});

it('an answer without its list is no empty page', async () => {
  const pages = ec2Pages({ operation: 'ec2:DescribeThings', member: 'Things', call: async () => ({}) });
  await expect(Array.fromAsync(pages)).rejects.toThrow('ec2:DescribeThings');
});
