/** What a vocabulary is: the keys that a query may use, with everything that help, docs and errors say about them. */

export type KeyType = 'text' | 'tag' | 'number' | 'time' | 'choice' | 'network' | 'id';

export type QueryKey = {
  readonly key: string;
  readonly type: KeyType;
  /** One sentence for help and docs. */
  readonly description: string;
  readonly example: string;
  /** For a choice: every value with what it means. */
  readonly choices?: Readonly<Record<string, string>>;
  /** Other names of the key. */
  readonly aliases?: readonly string[];
  /** An alias that is itself the beginning of the values, such as `arn` of `arn:aws:s3:::name`. */
  readonly valueAlias?: string;
};

export type Vocabulary = {
  /** What is searched, in the plural, such as `items`. */
  readonly subject: string;
  /** What a word without a key finds. */
  readonly words: string;
  readonly keys: readonly QueryKey[];
  /** Keys that exist elsewhere, with the reason why they cannot be used here. */
  readonly unavailable?: Readonly<Record<string, string>>;
};

/** The key of that name or alias. */
export function findKey(vocabulary: Vocabulary, name: string): QueryKey | undefined {
  return vocabulary.keys.find(
    (key) => key.key === name || key.valueAlias === name || key.aliases?.includes(name) === true,
  );
}

/** How the values of each type are written, for help and docs. */
export const valueForms: Readonly<Record<KeyType, string>> = {
  text: 'a text in any case; `*` stands for anything; in double quotes it is taken as it is',
  tag: 'name=value, or name alone for any value; upper and lower case count; `*` stands for anything',
  number: 'a whole number, with `:` `>` `>=` `<` `<=`',
  time: 'a day (2026-11-01, UTC, as a whole), a time (2026-11-01T10:00Z) or an age (30min, 12h, 7d, 4w: the moment so long ago), with `:` `>` `>=` `<` `<=`',
  choice: 'one of the listed words',
  network: 'an address or CIDR; finds everything that overlaps it',
  id: 'an id, whole',
};
