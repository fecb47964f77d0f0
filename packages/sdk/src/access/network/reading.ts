/** What could be read of a list of rules, and what could not. */

export type Reading<Rule> = {
  readonly rules: readonly Rule[];
  /** In words, each beginning with the JSON pointer of what is meant. Such a rule opens nothing and closes nothing. */
  readonly unread: readonly string[];
};

/** Reads each element by itself, so that one that cannot be read spoils no other. `at` is the JSON pointer of the list. */
export function readEach<Rule>(
  list: readonly unknown[],
  at: string,
  read: (element: unknown, at: string) => Reading<Rule>,
): Reading<Rule> {
  return merged(list.map((element, index) => read(element, `${at}/${index}`)));
}

/** Several readings as one. */
export function merged<Rule>(readings: readonly Reading<Rule>[]): Reading<Rule> {
  return {
    rules: readings.flatMap(({ rules }) => rules),
    unread: readings.flatMap(({ unread }) => unread),
  };
}

/** Nothing but the problem: what could not be read, and why. */
export function refused(
  at: string,
  problem: string,
): { readonly rules: readonly []; readonly unread: readonly string[] } {
  return { rules: [], unread: [`${at}: ${problem}`] };
}

/** The elements of a list that may be missing; undefined when there is something else in its place. */
export function elementsOf(written: unknown): readonly unknown[] | undefined {
  if (written === undefined || written === null) return [];
  return Array.isArray(written) ? written : undefined;
}
