/** Says what a call that the simulator refused means. */
import { type Failure, isOperationError } from '@security-monkey/sdk';
import { ProviderError } from './answers/provider-error.ts';

/** Codes of AWS, and the one of Google. */
const absences = [/^NoSuch/, /NotFound/, /DoesNotExist/, /^NOT_FOUND$/];

export function classifyDemoError(error: unknown): Failure {
  if (isOperationError(error)) return error.failure;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof DOMException && error.name === 'AbortError') return { class: 'canceled', message };
  // Anything else is a hole in the simulator, and no state of the world.
  if (!(error instanceof ProviderError)) return { class: 'defect', message };
  const { code } = error;
  const isAbsence = absences.some((pattern) => pattern.test(code));
  return { class: isAbsence ? 'not_found' : 'rejected', code, message: `${code}: ${message}` };
}
