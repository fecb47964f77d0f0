/** Text of watched accounts in one line, with everything that would not be seen made visible. */

/** Control characters as pictures or code points; marks that turn or hide the text around them as code points. */
export function visibleText(text: string): string {
  return text.toWellFormed().replaceAll(unseen, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x20 ? String.fromCodePoint(0x24_00 + code) : `\\u{${code.toString(16)}}`;
  });
}

// Controls, the soft hyphen, what has no width, separators of lines, what turns the direction, and tags; and what
// the text part keeps for itself.
const unseen =
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ue000\u{e0000}-\u{e007f}]/gu;
