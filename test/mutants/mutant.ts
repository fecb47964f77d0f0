/** A seeded bug: one replacement in one file, which breaks one law, and the tests that must notice. */
export type Mutant = {
  readonly id: string;
  /** The law of docs/principles.md that it breaks. */
  readonly law: number;
  /** End of the path of the file. */
  readonly file: string;
  /** Stands exactly once in the file. */
  readonly find: string;
  readonly replace: string;
  /** Test files that are run against it. */
  readonly tests: readonly string[];
};
