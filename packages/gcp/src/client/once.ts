/** Loads at most once. */

/** Asked when first needed: an answer that nobody waits for must not fail. */
export function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loading: Promise<Value> | undefined;
  return () => (loading ??= load());
}
