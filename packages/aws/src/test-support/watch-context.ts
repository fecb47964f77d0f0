/** What a watcher is given, with a provider that is one function. */
import type { JsonObject, WatchContext } from '@security-monkey/sdk';

export function watchContext(answer: (operation: string, input: JsonObject) => unknown): WatchContext {
  return {
    send: async (operation, input) => answer(operation, input),
    place: { partition: 'aws', account: '111122223333', region: 'us-east-1' },
    facts: { partition: 'aws' },
    shared: (_key, load) => load(),
  };
}
