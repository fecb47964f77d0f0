/** Lists of texts in questions, such as account ids. */

export type TextsReading = { readonly texts: readonly string[]; readonly unread: readonly string[] };

/** The texts of a list; what is none is left out and named. A missing list is empty. */
export function readTexts(written: unknown, name: string): TextsReading {
  if (written === undefined || written === null) return { texts: [], unread: [] };
  if (!Array.isArray(written)) return { texts: [], unread: [`${name} is no list`] };
  const elements: readonly unknown[] = written;
  const texts = elements.filter((element) => typeof element === 'string');
  return { texts, unread: texts.length < elements.length ? [`${name} holds what is no text`] : [] };
}
