/** The public access block of the whole account, as a relation of each of its buckets: switching it changes no bucket. */
import {
  isOperationError,
  type JsonObject,
  parseAnswer,
  type Relation,
  type Unreadable,
  type WatchContext,
} from '@security-monkey/sdk';
import { z } from 'zod';

/** The relation's name. It holds one item when a block is configured, and none when not. */
export const accountBlock = 'account-public-access-block';

export type AccountBlock = {
  readonly relations: readonly Relation[];
  readonly unreadable: readonly Unreadable[];
};

const operation = 's3control:GetPublicAccessBlock';

/** Asked once per run, whichever bucket comes first. */
export async function readAccountBlock(context: WatchContext): Promise<AccountBlock> {
  const { account } = context.place;
  try {
    const value = await context.shared(operation, () => ask(context));
    const relation = { name: accountBlock, technology: 'aws.account', key: account };
    return { relations: value === undefined ? [] : [{ ...relation, value }], unreadable: [] };
  } catch (error) {
    if (!isOperationError(error) || error.failure.class === 'canceled') throw error;
    return { relations: [], unreadable: [{ path: `@${accountBlock}`, ...error.failure }] };
  }
}

const blockAnswer = z.looseObject({ PublicAccessBlockConfiguration: z.record(z.string(), z.json()) });

/** Undefined when the account has none: https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_GetPublicAccessBlock.html */
async function ask({ send, place }: WatchContext): Promise<JsonObject | undefined> {
  try {
    const answer = await send(operation, { AccountId: place.account });
    return parseAnswer(operation, blockAnswer, answer).PublicAccessBlockConfiguration;
  } catch (error) {
    if (isOperationError(error) && error.failure.code === 'NoSuchPublicAccessBlockConfiguration')
      return undefined;
    throw error;
  }
}
