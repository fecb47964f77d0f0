/** Issues in the words of the expectation tables: which check and which message one is about. */

type OfTechnology = { readonly technology: string };

/** `technology check message` of an issue in the words of the tables, or of a message that is nearly got. */
export function messageOf({ technology }: OfTechnology, issue: string): string {
  return [technology, ...issue.split(' ').slice(0, 2)].join(' ');
}

/** The id of the check of an issue in the words of the tables. */
export function checkOf({ technology }: OfTechnology, issue: string): string {
  return `${technology}.${issue.split(' ')[0] ?? ''}`;
}

type Checked = {
  readonly id: string;
  readonly watcher: { readonly id: string };
  readonly messages: Readonly<Record<string, string>>;
};

/** `technology check message` for every message, the check without its technology: the names of checks recur. */
export function messagesOf(checks: readonly Checked[]): readonly string[] {
  return checks.flatMap(({ id, watcher, messages }) =>
    Object.keys(messages).map((message) => `${watcher.id} ${id.replace(`${watcher.id}.`, '')} ${message}`),
  );
}
