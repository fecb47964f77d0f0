/** By what an item is known of which the provider is asked. */

/** What is known of an item that a complete listing did not show. */
export type MissingItem = {
  readonly identity: string;
  readonly lineage: string;
  readonly name: string;
  readonly region: string;
};
