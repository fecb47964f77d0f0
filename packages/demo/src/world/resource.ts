/** What every resource has, under the names that the demo uses for all of them. */

export type Resource = {
  /** The account's number. */
  readonly account: string;
  readonly region: string;
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
};
