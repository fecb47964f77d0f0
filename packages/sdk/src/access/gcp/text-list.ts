/** Lists of texts in policies and rules, such as members, tags and permissions. */
import { elementsOf, type Reading, readEach, refused } from '../network/reading.ts';

/** Reads a list of texts; one text is as good as a list of one. What is no text is left out and named. */
export function readTextList(written: unknown, at: string): Reading<string> {
  const elements = elementsOf(typeof written === 'string' ? [written] : written);
  if (elements === undefined) return refused(at, 'is no list');
  return readEach(elements, at, (element, where) =>
    typeof element === 'string' ? { rules: [element], unread: [] } : refused(where, 'is no text'),
  );
}
