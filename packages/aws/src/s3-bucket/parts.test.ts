/** What of a broken answer is not taken for a setting. */
import { OperationError, readParts, type Send } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { partsOf } from './parts.ts';

async function read(operation: string, answer: unknown) {
  const send: Send = async (asked) => {
    if (asked === operation) return answer;
    throw new OperationError({ class: 'access_denied', message: 'no', operation: asked });
  };
  const parts = partsOf({ name: 'b', region: 'us-east-1', account: '111122223333' });
  const { config, unreadable } = await readParts({ send, gone: [] }, {}, parts);
  return { config, broken: unreadable.filter((part) => part.class === 'invalid_response') };
}

describe('a part', () => {
  it.each([
    ['a policy that is cut off', { Policy: '{"Version":"2012-10-17","Sta' }],
    ['a policy that is empty', { Policy: '' }],
    ['no policy, yet no error', {}],
  ])('is unreadable: %s', async (_name, answer) => {
    const { config, broken } = await read('s3:GetBucketPolicy', answer);
    expect(config).toEqual({});
    expect(broken.map(({ path }) => path)).toEqual(['/Policy']);
  });

  it.each([
    ['s3:GetBucketCors', '/Cors'],
    ['s3:GetPublicAccessBlock', '/PublicAccessBlock'],
    ['s3:GetBucketEncryption', '/Encryption'],
  ])('is unreadable when %s gives nothing, yet no error', async (operation, path) => {
    const { config, broken } = await read(operation, {});
    expect(config).toEqual({});
    expect(broken.map((part) => part.path)).toEqual([path]);
  });

  it('is read: a policy', async () => {
    const { config } = await read('s3:GetBucketPolicy', { Policy: '{"Statement":[]}' });
    expect(config).toEqual({ Policy: { Statement: [] } });
  });
});
