/** Answers a call to Google Cloud by its operation. */
import type { JsonObject } from '@security-monkey/sdk';
import { computeAnswers } from './compute.ts';
import { dataAnswers } from './data.ts';
import type { GoogleAnswers, GoogleCall } from './google-call.ts';
import { hierarchyAnswers } from './hierarchy.ts';
import { iamAnswers } from './iam.ts';
import { instanceAnswers } from './instances.ts';
import { kmsAnswers } from './kms.ts';
import { storageAnswers } from './storage.ts';

const answers: GoogleAnswers = {
  ...computeAnswers,
  ...dataAnswers,
  ...hierarchyAnswers,
  ...iamAnswers,
  ...instanceAnswers,
  ...kmsAnswers,
  ...storageAnswers,
};

/** The operations that the simulator knows. */
export const answeredByGoogle: ReadonlySet<string> = new Set(Object.keys(answers));

/** @throws when the simulator does not know the operation: a watcher that calls it would be shown a world with a hole */
export function answerOfGoogle(operation: string, call: GoogleCall): JsonObject {
  const give = Object.hasOwn(answers, operation) ? answers[operation] : undefined;
  if (give === undefined)
    throw new Error(`The demo has no answer to ${operation}: add it to packages/demo/src/google/answers`);
  return give(call);
}
