/** Makes text safe to print: names and tags come from the watched accounts and may hold terminal control sequences. */

/** The text with control characters and direction marks made visible; line ends and tabs stay. */
export function printable(text: string): string {
  return text.replaceAll(unprintable, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x20 ? String.fromCodePoint(0x24_00 + code) : `\\u{${code.toString(16)}}`;
  });
}

// C0 but tab and line feed, DEL and C1, and the marks that turn the direction of the text around them.
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
