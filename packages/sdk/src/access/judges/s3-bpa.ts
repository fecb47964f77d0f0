/** `s3-bpa`: whether all four settings of S3 Block Public Access are on. */
import { isFullyBlocked, readPublicAccessBlock } from '../s3/public-access-block.ts';
import type { Judge } from './answer.ts';
import { problems } from './problems.ts';

export const s3Bpa: Judge = ({ bucket }) => {
  const reading = readPublicAccessBlock(bucket);
  if (reading === undefined) return problems(['bucket is no object']);
  return { fullyBlocked: isFullyBlocked(reading.block), ...problems(reading.unread) };
};
