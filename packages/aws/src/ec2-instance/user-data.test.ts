/** What is found in user data of every form, and what could not be looked at. */
import { gzipSync } from 'node:zlib';
import { type JsonObject, OperationError, redactConfig } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { withUserData } from './user-data.ts';
import { ec2Instance } from './watcher.ts';

const script = '#!/bin/sh\nexport DB_PASSWORD=correct-horse-9\n';
const password = ['value under the name of a secret'];

function described(attribute: JsonObject) {
  const context = { send: async () => ({ InstanceId: 'i-1', ...attribute }), gone: [] };
  return withUserData(context, 'i-1', { InstanceId: 'i-1' });
}

const lined = (text: string): string => text.replaceAll(/.{76}/g, '$&\r\n');
const base64 = (bytes: string | Buffer): string => Buffer.from(bytes).toString('base64');

it.each<readonly [string, JsonObject, readonly string[]]>([
  ['none', { UserData: {} }, []],
  ['no member at all', {}, []],
  ['a script with a password', { UserData: { Value: base64(script) } }, password],
  ['a script without', { UserData: { Value: base64('#!/bin/sh\nreboot\n') } }, []],
  ['a packed script with a password', { UserData: { Value: base64(gzipSync(script)) } }, password],
  [
    'a part of a message, in lines of base64',
    { UserData: { Value: base64(`MIME-Version: 1.0\n\n${lined(base64(script.repeat(4)))}\n--x--`) } },
    password,
  ],
  [
    'a file in base64, packed, in a packed configuration',
    { UserData: { Value: base64(gzipSync(`write_files:\n- content: ${base64(gzipSync(script))}\n`)) } },
    password,
  ],
  [
    'a file in base64 without a secret, and a digest',
    {
      UserData: {
        Value: base64(
          `- content: ${base64('#!/bin/sh\nreboot now please\n')}\n- sum: 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n`,
        ),
      },
    },
    [],
  ],
  ['bytes that are no text', { UserData: { Value: base64(Buffer.from([0xff, 0xfe, 0, 1, 2])) } }, []],
  ['JSON with a password', { UserData: { Value: base64('{"password":"correct-horse-9"}') } }, password],
])('%s', async (_name, attribute, findings) => {
  const { config, unreadable = [] } = await described(attribute);
  expect([config['UserDataFindings'], unreadable]).toEqual([findings, []]);
});

describe('what could not be looked at is not without secrets:', () => {
  const bombs = `${base64(gzipSync(Buffer.alloc(512 * 1024, 65)))}\n.\n`.repeat(1000);
  const huge = gzipSync(Buffer.alloc(8 * 1024 * 1024));
  it.each([
    ['packed and cut off', gzipSync(script).subarray(0, 20)],
    ['packed and of a size that no script has', huge],
    ['many small things that each unpack to much', gzipSync(bombs)],
  ])('%s', async (_name, bytes) => {
    const { config, unreadable } = await described({ UserData: { Value: base64(bytes) } });
    expect('UserDataFindings' in config).toBe(false);
    expect(unreadable?.map(({ path, class: failureClass }) => [path, failureClass])).toEqual([
      ['/UserDataFindings', 'invalid_response'],
    ]);
  });

  it('the call is denied: both parts are unreadable, for the same reason', async () => {
    const send = async (): Promise<never> => {
      throw new OperationError({ class: 'access_denied', message: 'denied' });
    };
    const { config, unreadable } = await withUserData({ send, gone: [] }, 'i-1', { InstanceId: 'i-1' });
    expect(config).toEqual({ InstanceId: 'i-1' });
    expect(unreadable).toEqual([
      { path: '/UserData', class: 'access_denied', message: 'denied' },
      { path: '/UserDataFindings', class: 'access_denied', message: 'denied' },
    ]);
  });
});

it('of the user data a digest is recorded, of the secrets their kinds', async () => {
  const { config } = await described({ UserData: { Value: base64(script) } });
  expect(redactConfig(config, { secret: ec2Instance.secret, digest: () => 'redacted:k1:00ff' })).toEqual({
    InstanceId: 'i-1',
    UserData: 'redacted:k1:00ff',
    UserDataFindings: password,
  });
});
