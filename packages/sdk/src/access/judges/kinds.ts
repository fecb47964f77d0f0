/** The kinds of question, each with who answers it. */
import type { Judge } from './answer.ts';

export const kinds: ReadonlyMap<string, Judge> = new Map<string, Judge>([]);
