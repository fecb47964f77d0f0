/** `s3-bucket`: whether anyone, or a stranger, gets into a bucket right now. */
import { isJsonObject, type JsonValue } from '../../json/value.ts';
import { readAcl } from '../s3/acl.ts';
import { judgeBucket } from '../s3/bucket.ts';
import { readPublicAccessBlock } from '../s3/public-access-block.ts';
import type { Judge } from './answer.ts';
import { problems } from './problems.ts';
import { readPolicy } from './read-policy.ts';
import { readSurroundings } from './read-surroundings.ts';

export const s3Bucket: Judge = (input, now) => {
  const { account, acl: writtenAcl, objectOwnership } = input;
  const surroundings = typeof account === 'string' ? readSurroundings({ account }) : undefined;
  if (surroundings === undefined) return problems(['account is no text']);
  const policy = readPolicy(input['policy'], { principal: 'required' });
  if (policy === undefined) return problems(['policy is no policy document']);
  const acl = readBucketAcl(writtenAcl);
  if (acl === undefined) return problems(['acl has no list of grants']);
  const [own, whole] = [
    readPublicAccessBlock(input['bucketBpa']),
    readPublicAccessBlock(input['accountBpa']),
  ];
  const isOn = (name: 'IgnorePublicAcls' | 'RestrictPublicBuckets') =>
    own?.block[name] === true || whole?.block[name] === true;
  const verdict = judgeBucket({
    acl,
    policy,
    block: {
      IgnorePublicAcls: isOn('IgnorePublicAcls'),
      RestrictPublicBuckets: isOn('RestrictPublicBuckets'),
    },
    hasAcls: objectOwnership !== 'BucketOwnerEnforced',
    around: surroundings.around,
    now,
  });
  const unread = [
    ...(own?.unread ?? ['bucketBpa is no object']),
    ...(whole?.unread ?? ['accountBpa is no object']),
  ];
  return {
    public: verdict.isPublic,
    external: verdict.isExternal,
    ...problems([...policy.malformed, ...acl.unread, ...unread]),
  };
};

function readBucketAcl(written: JsonValue | undefined) {
  if (written === undefined || written === null) return { owner: '', grantees: [], unread: [] };
  if (!isJsonObject(written) || !Array.isArray(written['grants'])) return undefined;
  const owner = written['owner'];
  return { owner: typeof owner === 'string' ? owner : '', ...readAcl(written['grants']) };
}
