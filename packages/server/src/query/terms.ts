/** The words by which a plain search finds an item. The same folding is applied to what a person types. */

/** What an item can be found by. */
export type Searchable = {
  readonly name: string;
  readonly identity: string;
  readonly lineage: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Further words, addresses and CIDRs, as the item's watcher gives them. */
  readonly terms: readonly string[];
};

/** Longer words are cut, here and in queries alike, so that every one fits into an index row. */
const longestTerm = 256;

const segmentSeparators = /[\s:/,;|]+/u;
const wordSeparators = /[^\p{L}\p{N}\p{M}]+/u;
const address = /^[0-9a-f.:]*[.:][0-9a-f.:]*(?:\/\d{1,3})?$/u;

/**
 * Lower-cased distinct words, sorted. Every text counts as a whole, by its segments (between blanks, `:`, `/`, `,`)
 * and by its words (runs of letters and digits); an address or CIDR counts as a whole and without its prefix length.
 */
export function searchTerms(item: Searchable): string[] {
  const found = new Set<string>();
  const texts = [item.name, item.identity, item.lineage, ...Object.entries(item.tags).flat(), ...item.terms];
  for (const text of texts) addWordsOf(found, foldTerm(text, Number.POSITIVE_INFINITY));
  return [...found].toSorted();
}

/** A text as it stands in an item's terms: well-formed, without NUL, lower-cased, cut to the length of an index row. */
export function foldTerm(text: string, length = longestTerm): string {
  const folded = text.toWellFormed().replaceAll('\u0000', '\u2400').trim().toLowerCase();
  return folded.length <= length ? folded : folded.slice(0, length).toWellFormed();
}

function addWordsOf(found: Set<string>, text: string): void {
  add(found, text);
  if (address.test(text)) {
    add(found, text.replace(/\/\d+$/u, ''));
    return;
  }
  for (const segment of text.split(segmentSeparators)) {
    add(found, segment);
    for (const word of segment.split(wordSeparators)) add(found, word);
  }
}

function add(found: Set<string>, word: string): void {
  if (word !== '') found.add(foldTerm(word));
}
