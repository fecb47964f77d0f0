/** Says what a rejected call means: a denial is not an absence, and trouble on the way is neither. */
import { type Failure, type FailureClass, isOperationError } from '@security-monkey/sdk';
import { Refusal } from './refusal.ts';

const classOfStatus: Readonly<Record<number, FailureClass>> = {
  401: 'credentials',
  403: 'access_denied',
  404: 'not_found',
  408: 'timeout',
  429: 'throttled',
};

export function classifyAcmeError(error: unknown): Failure {
  if (isOperationError(error)) return error.failure;
  if (error instanceof Refusal)
    return {
      class: classOfStatus[error.status] ?? (error.status >= 500 ? 'server_error' : 'rejected'),
      code: error.code,
      message: `The inventory refuses it: ${error.message}`,
    };
  const message = error instanceof Error ? error.message : String(error);
  // What reading the file of the token rejects with.
  if (error instanceof Error && 'path' in error)
    return { class: 'credentials', message: `The file of the token cannot be read: ${message}` };
  if (error instanceof DOMException && error.name === 'TimeoutError') return { class: 'timeout', message };
  if (error instanceof DOMException && error.name === 'AbortError') return { class: 'canceled', message };
  // `fetch` rejects with a TypeError when it reached nobody.
  if (error instanceof TypeError && error.message === 'fetch failed')
    return { class: 'network', message: 'The inventory could not be reached.' };
  if (error instanceof SyntaxError)
    return { class: 'invalid_response', message: 'The answer of the inventory is no JSON.' };
  return { class: 'defect', message };
}
