/** Fields that may be left out or empty, as words of a search. */

/** Each text that is there, once. */
export function present(texts: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => (text === undefined || text === '' ? [] : [text])))];
}
