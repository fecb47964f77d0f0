/** How an alerter does, in a sentence. Pure. */
import { counted } from '../../words/count.ts';
import type { AlerterState } from './alerter-state.ts';

type Known = {
  /** Whether more waits than was counted. */
  readonly isCut: boolean;
  /** Whether anything was delivered so far. */
  readonly hasSent: boolean;
  /** Whether what others are told is known too. */
  readonly seesOthers: boolean;
};

/** What follows the alerter's title. */
export function verdictWords(
  { configured, waiting, failing }: AlerterState,
  { isCut, hasSent, seesOthers }: Known,
): string {
  const wait = `${isCut ? 'at least ' : ''}${counted(waiting, 'message waits', 'messages wait')}`;
  if (!configured)
    return waiting === 0 ? 'is not set up: nobody is told anything.' : `is not set up; ${wait}.`;
  if (failing !== undefined) return `is not taken; ${wait}.`;
  if (waiting > 0) return hasSent ? `is delivered; ${wait}.` : `is set up; ${wait}, none was sent yet.`;
  if (hasSent) return 'is delivered; nothing waits.';
  return seesOthers ? 'is set up; nothing was sent yet.' : 'is set up; nothing was sent to you yet.';
}
