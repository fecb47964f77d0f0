/** `s3-policy-status`: whether S3 calls the policy of a bucket public. */
import { isPublicToS3 } from '../s3/policy-status.ts';
import type { Judge } from './answer.ts';
import { problems } from './problems.ts';
import { readPolicy } from './read-policy.ts';
import { readSurroundings } from './read-surroundings.ts';

export const s3PolicyStatus: Judge = ({ account, policy: written }) => {
  const surroundings = typeof account === 'string' ? readSurroundings({ account }) : undefined;
  if (surroundings === undefined) return problems(['account is no text']);
  const policy = readPolicy(written, { principal: 'required' });
  if (policy === undefined) return problems(['policy is no policy document']);
  return { public: isPublicToS3(policy, surroundings.around), ...problems(policy.malformed) };
};
