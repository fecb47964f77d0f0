/** Bounded concurrency. */

/**
 * Runs the work on every element, at most `limit` at once; results in the elements' order. After a rejection nothing new
 * is begun, and it is passed on once everything that was under way has ended.
 */
export async function inParallel<Element, Result>(
  elements: readonly Element[],
  limit: number,
  work: (element: Element) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: { readonly index: number; readonly result: Result }[] = [];
  const waiting = elements.entries();
  let failed = false;
  const worker = async (): Promise<void> => {
    for (const [index, element] of waiting) {
      if (failed) return;
      try {
        results.push({ index, result: await work(element) });
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const workers = Array.from({ length: Math.min(limit, elements.length) }, worker);
  const ends = await Promise.allSettled(workers);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return results.toSorted((left, right) => left.index - right.index).map(({ result }) => result);
}
