/** The one hash of stored configs and evidence. */
import { hash } from 'node:crypto';

/** SHA-256 of the text's UTF-8 bytes, as 64 hex digits. */
export function hashText(text: string): string {
  return hash('sha256', text, 'hex');
}
