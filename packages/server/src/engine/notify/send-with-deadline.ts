/** Runs a send that may hang: past the deadline its signal is aborted and it is given up, whether it listens or not. */
import type { Clock } from '../runtime.ts';

export type Deadline = {
  readonly milliseconds: number;
  /** Aborted when the whole run is to end. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
};

export async function sendWithDeadline(
  send: (signal: AbortSignal) => Promise<void>,
  { milliseconds, signal, clock }: Deadline,
): Promise<void> {
  const sending = new AbortController();
  const waiting = new AbortController();
  const stop = () => {
    sending.abort(signal.reason);
    waiting.abort();
  };
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  const sent = Promise.try(() => send(sending.signal)).then(() => 'sent' as const);
  // Given up, it may still reject later; by then nobody listens.
  sent.catch(() => undefined);
  const late = clock.sleep(milliseconds, waiting.signal).then(() => 'late' as const);
  try {
    const first = await Promise.race([sent, late]);
    if (first === 'sent') return;
    throw new Error(signal.aborted ? 'It was stopped.' : `It took longer than ${milliseconds / 1000} s.`);
  } finally {
    signal.removeEventListener('abort', stop);
    sending.abort();
    waiting.abort();
  }
}
