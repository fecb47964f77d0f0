/** All checks of AWS, and each of their messages as the tables write it. */
import aws from '../../packages/aws/src/index.ts';

export const awsChecks = aws.checks;

export const awsTechnologies: readonly string[] = aws.watchers.map(({ id }) => id);

/** `technology check message` for every message, the check without its technology: the names of checks recur. */
export const awsMessages: readonly string[] = awsChecks.flatMap(({ id, watcher, messages }) =>
  Object.keys(messages).map((message) => `${watcher.id} ${id.replace(`${watcher.id}.`, '')} ${message}`),
);

/** Every operation that connecting and all technologies declare to call, with the permission that allows it. */
export const awsPermissions: ReadonlyMap<string, string> = new Map(
  [...aws.accountTypes, ...aws.watchers].flatMap(({ permissions }) => Object.entries(permissions)),
);

type OfTechnology = { readonly technology: string };

/** `technology check message` of an issue in the words of the tables, or of a message that is nearly got. */
export function messageOf({ technology }: OfTechnology, issue: string): string {
  return [technology, ...issue.split(' ').slice(0, 2)].join(' ');
}

/** The id of the check of an issue in the words of the tables. */
export function checkOf({ technology }: OfTechnology, issue: string): string {
  return `${technology}.${issue.split(' ')[0] ?? ''}`;
}
