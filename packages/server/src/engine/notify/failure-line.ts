/** Why something was not sent, in one line that may be stored and shown. */
import { redactText } from '@security-monkey/sdk';
import type { DigestKey } from '../runtime.ts';

const longest = 500;

/** Without secrets and without what a database does not take. */
export function failureLine(error: unknown, digestKey: DigestKey): string {
  const text = error instanceof Error ? error.message : String(error);
  const line = redactText(text, digestKey)
    .replaceAll(/\s+/g, ' ')
    .replaceAll('\0', '')
    .trim()
    .slice(0, longest)
    .toWellFormed();
  return line || 'It failed.';
}
