/** Texts that quote what is typed, as `this`. */

/** The text in parts: every second one is what is typed. */
export function commandParts(text: string): readonly string[] {
  return text.split('`');
}
