/** Reads the text of a policy in an answer. */
import { isJsonObject, type JsonObject, normalizePolicy, OperationError } from '@security-monkey/sdk';

/**
 * The policy in canonical form. AWS stores no policy that is no JSON: a text that is none has been cut off on its way.
 * @throws OperationError of class `invalid_response`
 */
export function policyOfText(operation: string, text: unknown): JsonObject {
  const policy = normalizePolicy(text);
  if (isJsonObject(policy) && !('malformed' in policy)) return policy;
  throw new OperationError({
    class: 'invalid_response',
    message: `The answer of ${operation} holds no whole policy`,
    operation,
  });
}
