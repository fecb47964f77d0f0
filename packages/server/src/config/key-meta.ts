/** What is known of a configuration key beside its schema. */

/** What documentation and the readers need of a key beside its schema. */
export type KeyMeta = {
  readonly description: string;
  readonly env: string;
  /** Shown as `(hidden)`; of an address, what is no secret is shown. */
  readonly secret?: 'address' | 'whole';
  /** How the text of an environment variable becomes a value. */
  readonly fromText: 'text' | 'number' | 'list' | 'yes or no';
};
