/** The first look at a text: one pass without a regular expression, which nearly every ordinary value passes. */

const letter = 1;
const hex = 2;
const underscore = 3;
const dash = 4;
const base64Sign = 5;
const marking = 6;

/** A class for each ASCII character. */
const classes: Uint8Array = (() => {
  const table = new Uint8Array(128);
  const mark = (characters: string, value: number): void => {
    for (const character of characters) table[character.charCodeAt(0)] = value;
  };
  mark('ABCDEFGHIJKLMNOPQRSTUVWXYZghijklmnopqrstuvwxyz', letter);
  mark('0123456789abcdef', hex);
  mark('_', underscore);
  mark('/+', base64Sign);
  // Assignments, quotes, blanks, users in URLs, password hashes, client secrets, URL-encoding, elements of XML.
  mark('="\' \t\r\n@$~%>', marking);
  mark('-', dash);
  return table;
})();

/** Every key with a prefix of a known provider has at least this many word characters in a row, and not only hexadecimal ones. */
const shortestRun = 16;
const awsSecretLength = 40;

/**
 * Whether a text has what every secret of a known form has: a long run of word characters, a run of base64 as long as an
 * AWS secret key, or a character that marks assignments, headers, URLs with users, PEM or hashes.
 */
export function needsLook(text: string): boolean {
  if (text.length < 8) return false;
  let run = 0;
  let isHex = true;
  let base64 = 0;
  for (let index = 0; index < text.length; index += 1) {
    const kind = classes[text.charCodeAt(index)] ?? 0;
    if (kind === marking || (kind === dash && text.charCodeAt(index + 1) === 45)) return true;
    const inBase64 = kind === letter || kind === hex || kind === base64Sign;
    if (!inBase64 && base64 === awsSecretLength) return true;
    base64 = inBase64 ? base64 + 1 : 0;
    const inRun = kind >= letter && kind <= dash;
    run = inRun ? run + 1 : 0;
    isHex = !inRun || (isHex && kind !== letter && kind !== underscore);
    if (run >= shortestRun && !isHex) return true;
  }
  return base64 === awsSecretLength;
}
