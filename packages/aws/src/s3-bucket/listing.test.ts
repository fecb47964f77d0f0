/** When a listing of buckets is complete, and when a bucket is gone. */
import { type JsonObject, OperationError } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { watchContext } from '../test-support/watch-context.ts';
import { confirmBucket, listBuckets, pageSize } from './listing.ts';

const names = (count: number) => Array.from({ length: count }, (_, index) => ({ Name: `b${index}` }));

async function list(answer: (input: JsonObject) => unknown) {
  const sizes: number[] = [];
  for await (const page of listBuckets(watchContext((_operation, input) => answer(input))))
    sizes.push(page.length);
  return sizes;
}

describe('a listing', () => {
  it('follows the tokens', async () => {
    const answer = ({ ContinuationToken: token }: JsonObject) =>
      token === 'next' ? { Buckets: names(3) } : { Buckets: names(pageSize), ContinuationToken: 'next' };
    expect(await list(answer)).toEqual([pageSize, 3]);
  });

  it('of exactly one full page is whole', async () => {
    expect(await list(() => ({ Buckets: names(pageSize) }))).toEqual([pageSize]);
  });

  it('that an emulator has cut off is refused', async () => {
    const answer = ({ MaxBuckets }: JsonObject) => ({ Buckets: names(MaxBuckets ? pageSize : pageSize + 1) });
    await expect(list(answer)).rejects.toMatchObject({ failure: { class: 'invalid_response' } });
  });

  it('without the list of buckets is refused', async () => {
    await expect(list(() => ({}))).rejects.toMatchObject({ failure: { class: 'invalid_response' } });
  });
});

describe('a bucket', () => {
  const refuse = (failureClass: 'access_denied' | 'not_found', code: string) => {
    throw new OperationError({ class: failureClass, code, message: code });
  };
  const deniedAnd = (Buckets: readonly JsonObject[]) =>
    watchContext((operation) =>
      operation === 's3:ListBuckets' ? { Buckets } : refuse('access_denied', 'AccessDenied'),
    );

  it('that answers is there', async () => {
    await expect(
      confirmBucket(
        watchContext(() => ({})),
        'b1',
      ),
    ).resolves.toBeUndefined();
  });

  it('is gone when S3 says so', async () => {
    const asked = watchContext(() => refuse('not_found', 'NoSuchBucket'));
    await expect(confirmBucket(asked, 'b1')).rejects.toMatchObject({ failure: { code: 'NoSuchBucket' } });
  });

  it('is gone when its name has gone to another account', async () => {
    const asked = deniedAnd([{ Name: 'b1-copy' }]);
    await expect(confirmBucket(asked, 'b1')).rejects.toMatchObject({ failure: { code: 'NoSuchBucket' } });
  });

  it('is unknown when it is ours and we may not look', async () => {
    const asked = deniedAnd([{ Name: 'b1' }]);
    await expect(confirmBucket(asked, 'b1')).rejects.toMatchObject({ failure: { code: 'AccessDenied' } });
  });
});
