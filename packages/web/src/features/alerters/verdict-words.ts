/** How an alerter does, in a sentence. Pure. */
import { counted } from '../../words/count.ts';
import type { AlerterState } from './alerter-state.ts';

type Known = {
  /** Whether more waits than was counted. */
  readonly isCut: boolean;
  /** Whether anything was delivered so far. */
  readonly hasSent: boolean;
};

/** What follows the alerter's title. */
export function verdictWords(
  { configured, waiting, failing }: AlerterState,
  { isCut, hasSent }: Known,
): string {
  const wait = `${isCut ? 'at least ' : ''}${counted(waiting, 'message waits', 'messages wait')}`;
  if (!configured)
    return waiting === 0 ? 'is not set up: nobody is told anything.' : `is not set up; ${wait}.`;
  if (failing !== undefined) return `is not taken; ${wait}.`;
  if (waiting > 0) return hasSent ? `is delivered; ${wait}.` : `is set up; ${wait}, none was sent yet.`;
  return hasSent ? 'is delivered; nothing waits.' : 'is set up; nothing was sent yet.';
}
