/** How an alerter does, in a sentence. Pure. */
import { counted } from '../../words/count.ts';
import type { AlerterState } from './alerter-state.ts';

type Known = {
  /** Whether more waits than was counted. */
  readonly isCut: boolean;
  /** Whether anything was delivered so far. */
  readonly hasSent: boolean;
};

export function verdictWords(
  state: AlerterState,
  { isCut, hasSent }: Known,
): { readonly title: string; readonly rest: string } {
  const { title, configured, waiting, failing } = state;
  const wait = `${isCut ? 'at least ' : ''}${counted(waiting, 'message waits', 'messages wait')}`;
  return { title, rest: rest() };

  function rest(): string {
    if (!configured)
      return waiting === 0 ? 'is not set up: nobody is told anything.' : `is not set up; ${wait}.`;
    if (failing !== undefined) return `is not taken; ${wait}.`;
    if (waiting > 0) return hasSent ? `is delivered; ${wait}.` : `is set up; ${wait}, none was sent yet.`;
    return hasSent ? 'is delivered; nothing waits.' : 'is set up; nothing was sent yet.';
  }
}
