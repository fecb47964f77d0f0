/** Whether a user, role, group or policy that a complete listing lacks is really gone. */
import { isJsonObject, type JsonObject, OperationError, type WatchContext } from '@security-monkey/sdk';

/** IAM's code for whatever does not exist: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUser.html#API_GetUser_Errors */
export const gone = ['NoSuchEntity'];

export type EntityCall = {
  readonly operation: string;
  readonly input: JsonObject;
  /** Whether the answer tells of the entity asked for, not of a new one under its name. */
  readonly isSame: (answer: JsonObject) => boolean;
};

/** Resolves when the entity is there; rejects with `NoSuchEntity` when it is gone, also when its name has been given anew. */
export async function confirmEntity(
  { send }: WatchContext,
  { operation, input, isSame }: EntityCall,
): Promise<void> {
  const answer = await send(operation, input);
  if (isJsonObject(answer) && isSame(answer)) return;
  throw new OperationError({
    class: 'not_found',
    code: 'NoSuchEntity',
    message: 'The name belongs to another one now, or nobody uses the policy any more',
    operation,
  });
}
