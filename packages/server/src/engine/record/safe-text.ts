/** Messages from outside, made fit to be stored and shown: one line, storable, without secrets. */
import { type Failure, redactText } from '@security-monkey/sdk';
import type { DigestKey } from '../runtime.ts';

const longest = 500;

export function safeText(text: string, { digest }: DigestKey): string {
  const line = redactText(text, { digest })
    .toWellFormed()
    .replaceAll('\0', '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line.length > longest ? `${line.slice(0, longest - 1).toWellFormed()}…` : line;
}

/** A failure whose message may come from a plugin. */
export function safeFailure(failure: Failure, digestKey: DigestKey): Failure {
  return { ...failure, message: safeText(failure.message, digestKey) };
}
