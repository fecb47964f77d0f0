/** Answers a call by its operation. */
import type { JsonObject } from '@security-monkey/sdk';
import { accountAnswers } from './account.ts';
import type { Answers, Call } from './call.ts';
import { cloudtrailAnswers } from './cloudtrail.ts';
import { ec2Answers } from './ec2.ts';
import { iamAnswers } from './iam.ts';
import { kmsAnswers } from './kms.ts';
import { lambdaAnswers } from './lambda.ts';
import { s3Answers } from './s3.ts';
import { snsAnswers } from './sns.ts';
import { sqsAnswers } from './sqs.ts';

const answers: Answers = {
  ...accountAnswers,
  ...cloudtrailAnswers,
  ...ec2Answers,
  ...iamAnswers,
  ...kmsAnswers,
  ...lambdaAnswers,
  ...s3Answers,
  ...snsAnswers,
  ...sqsAnswers,
};

/** The operations that the simulator knows. */
export const answered: ReadonlySet<string> = new Set(Object.keys(answers));

/** @throws when the simulator does not know the operation: a watcher that calls it would be shown a world with a hole */
export function answer(operation: string, call: Call): JsonObject {
  const give = Object.hasOwn(answers, operation) ? answers[operation] : undefined;
  if (give === undefined)
    throw new Error(`The demo has no answer to ${operation}: add it to packages/demo/src/answers`);
  return give(call);
}
