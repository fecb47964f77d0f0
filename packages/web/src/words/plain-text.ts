/** Text of a provider as it is: characters that hide themselves or turn the direction are shown as their code points. */

/** Control characters, format characters (zero width, bidi) and lone surrogates; tabs and newlines stay. */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** "invoice⟨U+202E⟩fdp.exe" */
export function plainText(text: string): string {
  return text.replace(hidden, (character) => {
    if (character === '\n' || character === '\t') return character;
    return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}

/** Cut in the middle, where names differ least: "arn:aws:s3…statements-eu". */
export function cutMiddle(text: string, longest: number): string {
  const characters = Array.from(text);
  if (characters.length <= longest) return text;
  const end = Math.floor((longest - 1) / 2);
  const start = longest - 1 - end;
  return `${characters.slice(0, start).join('')}…${characters.slice(-end).join('')}`;
}
