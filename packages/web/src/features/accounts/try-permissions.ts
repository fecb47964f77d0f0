/** Trying every permission of an account: a line for each call, as it is made. */
import { ProblemError } from '../../api/client.ts';
import { csrfToken } from '../../api/csrf.ts';
import type { Trial } from './account-queries.ts';

/** Each line as it comes. @throws ProblemError */
export async function* tryPermissions(id: string, signal: AbortSignal): AsyncGenerator<Trial, void> {
  const response = await fetch(`/api/v1/accounts/${encodeURIComponent(id)}/test`, {
    method: 'POST',
    headers: { 'x-csrf-token': csrfToken() ?? '' },
    signal,
  });
  if (!response.ok || response.body === null) throw new ProblemError(await response.json());
  yield* linesOf(response.body);
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Trial, void> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (rest + (value ?? '')).split('\n');
    rest = done ? '' : (lines.pop() ?? '');
    for (const line of lines) if (line.trim() !== '') yield JSON.parse(line);
    if (done) return;
  }
}
