/** A project or organization that answers calls, for tests of single functions. */
import { type JsonObject, OperationError, type Send, type WatchContext } from '@security-monkey/sdk';

export type Asked = { readonly operation: string; readonly input: JsonObject };

/** A context whose calls a function answers; `place` is the project acme-web. */
export function answering(
  answer: (operation: string, input: JsonObject) => unknown,
): WatchContext & { readonly asked: readonly Asked[] } {
  const asked: Asked[] = [];
  const send: Send = async (operation, input) => {
    asked.push({ operation, input });
    return answer(operation, input);
  };
  return {
    asked,
    send,
    place: { partition: 'gcp', account: 'acme-web', region: 'global' },
    facts: { partition: 'gcp' },
    shared: (_key, load) => load(),
  };
}

/** @throws always: the call is refused, or nothing is there. */
export function refuse(kind: 'access_denied' | 'not_found' | 'canceled'): never {
  throw new OperationError({
    class: kind,
    code: kind === 'not_found' ? 'NOT_FOUND' : 'DENIED',
    message: kind,
  });
}
