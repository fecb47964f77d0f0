/** Saying that something is not there any more. */
import { OperationError } from '@security-monkey/sdk';
import { goneCode } from '../account-type/classify.ts';

/** The codes by which anything of Google's is gone. */
export const gone: readonly string[] = [goneCode];

/** For one whose name another resource has now. */
export function replaced(operation: string, name: string): OperationError {
  return new OperationError({
    class: 'not_found',
    code: goneCode,
    message: `Another resource is called ${name} now`,
    operation,
  });
}
