/** Lists the buckets of an account, and finds where each lies. */
import {
  isOperationError,
  type JsonObject,
  nextToken,
  OperationError,
  parseAnswer,
  type Send,
  type WatchContext,
} from '@security-monkey/sdk';
import { z } from 'zod';

/**
 * The largest page that S3 gives. Only a request with a page size gets regions, and only such requests are answered in
 * accounts with a raised quota: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html
 */
export const pageSize = 10_000;

const operation = 's3:ListBuckets';

const listedBucket = z.looseObject({ Name: z.string(), BucketRegion: z.string().optional() });
const page = z.looseObject({
  Buckets: z.array(listedBucket),
  ContinuationToken: z.string().optional(),
});

/** Pages of buckets, as listed by the home region: others give the date of the last change as CreationDate. */
export async function* listBuckets({ send }: WatchContext): AsyncIterable<readonly JsonObject[]> {
  let token: string | undefined;
  do {
    const input = { MaxBuckets: pageSize, ...(token !== undefined && { ContinuationToken: token }) };
    const { Buckets, ContinuationToken } = parseAnswer(operation, page, await send(operation, input));
    token = nextToken(operation, { used: token, named: ContinuationToken });
    if (token === undefined && Buckets.length >= pageSize) await refuseCutOff(send, Buckets.length);
    yield Buckets.map(asListed);
  } while (token !== undefined);
}

/** A full page that names no next one is either all there is, or comes from an emulator that gives no tokens. */
async function refuseCutOff(send: Send, count: number): Promise<void> {
  const { Buckets } = parseAnswer(operation, page, await send(operation, {}));
  if (Buckets.length <= count) return;
  throw new OperationError({
    class: 'invalid_response',
    message: `s3:ListBuckets gave ${count} of ${Buckets.length} buckets and no way to ask for the rest`,
    operation,
  });
}

export type Location = { readonly name: string; readonly region: string };

/** Where a listed bucket lies: the listing says so, or S3 is asked. Without the region nothing can be described, so a failure is the bucket's. */
export async function locate(context: WatchContext, listed: JsonObject): Promise<Location> {
  const { Name, BucketRegion } = listedBucket.parse(listed);
  return { name: Name, region: BucketRegion ?? (await askRegion(context, Name)) };
}

async function askRegion({ send, place }: WatchContext, Name: string): Promise<string> {
  const input = { Bucket: Name, ExpectedBucketOwner: place.account };
  const answer = parseAnswer('s3:GetBucketLocation', location, await send('s3:GetBucketLocation', input));
  // The two oldest regions have names of their own: https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html
  if (answer.LocationConstraint === 'EU') return 'eu-west-1';
  return answer.LocationConstraint || 'us-east-1';
}

const location = z.looseObject({ LocationConstraint: z.string().nullish() });

/** Resolves when the account still has the bucket; rejects with `NoSuchBucket` when not. */
export async function confirmBucket({ send, place }: WatchContext, name: string): Promise<void> {
  try {
    await send('s3:GetBucketLocation', { Bucket: name, ExpectedBucketOwner: place.account });
  } catch (error) {
    if (!isOperationError(error) || error.failure.class !== 'access_denied') throw error;
    // Where another account has taken the name since, S3 denies for ever: then only the own list can tell that it is gone.
    throw (await isListed(send, name)) ? error : gone(name);
  }
}

async function isListed(send: Send, name: string): Promise<boolean> {
  let token: string | undefined;
  do {
    const paging = { MaxBuckets: pageSize, ...(token !== undefined && { ContinuationToken: token }) };
    const answer = parseAnswer(operation, page, await send(operation, { ...paging, Prefix: name }));
    if (answer.Buckets.some((bucket) => bucket.Name === name)) return true;
    token = nextToken(operation, { used: token, named: answer.ContinuationToken });
  } while (token !== undefined);
  return false;
}

function gone(name: string): OperationError {
  return new OperationError({
    class: 'not_found',
    code: 'NoSuchBucket',
    message: `The account has no bucket ${name}`,
    operation,
  });
}

/** What a loose schema has parsed is the JSON it was given. */
function asListed(bucket: z.output<typeof listedBucket>): JsonObject {
  return bucket as JsonObject;
}
