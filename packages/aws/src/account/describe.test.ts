/** The devices of root are known only when their list is whole. */
import type { JsonObject, Send, WatchContext } from '@security-monkey/sdk';
import { expect, it } from 'vitest';
import { describeAccount } from './describe.ts';
import { estate } from './estate.ts';

const answers = estate.answers as Readonly<Record<string, unknown>>;

function contextWith(devices: JsonObject): WatchContext {
  const send: Send = async (operation, input) => {
    if (operation === 'iam:ListVirtualMFADevices') return devices;
    const answer = answers[operation];
    return typeof answer === 'function' ? answer(input, { region: 'us-east-1' }) : answer;
  };
  return {
    send,
    place: { partition: 'aws', account: '111122223333', region: 'us-east-1' },
    facts: { partition: 'aws' },
    shared: async (_key, load) => await load(),
  };
}

const device = {
  SerialNumber: 'arn:aws:iam::111122223333:mfa/root',
  User: { Arn: 'arn:aws:iam::111122223333:root' },
};

it.each([
  ['whole', { IsTruncated: false }, undefined],
  ['cut off without a next page', { IsTruncated: true }, 'invalid_response'],
])('a list that is %s', async (_what, rest, failure) => {
  const context = contextWith({ VirtualMFADevices: [device], ...rest });
  const { config, unreadable = [] } = await describeAccount(context, { AccountId: '111122223333' });
  const told = unreadable.find(({ path }) => path === '/RootVirtualMfaDevices');
  expect(told?.class).toBe(failure);
  expect(config['RootVirtualMfaDevices']).toEqual(failure === undefined ? [device.SerialNumber] : undefined);
});
