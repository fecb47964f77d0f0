/** One thing that the kit proves of a definition: a title for the test's name, and what speaks against it. */
export type Rule<Subject> = {
  readonly title: string;
  /** One line a problem, saying what to do; empty when the rule holds. */
  readonly problems: (subject: Subject) => readonly string[];
};

/** A rule whose proof calls asynchronous code. */
export type AsyncRule<Subject> = {
  readonly title: string;
  readonly problems: (subject: Subject) => Promise<readonly string[]>;
};

/** What was thrown, in one line. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
