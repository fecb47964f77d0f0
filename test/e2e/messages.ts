/** The checks of the technologies in the tables, and each of their messages as the tables write it. */
import aws from '../../packages/aws/src/index.ts';
import { isTabled } from './tabled.ts';

export const awsChecks = aws.checks.filter(({ watcher }) => isTabled(watcher));

/** `check message` for every message, the check without its technology. */
export const awsMessages: readonly string[] = awsChecks.flatMap(({ id, watcher, messages }) =>
  Object.keys(messages).map((message) => `${id.replace(`${watcher.id}.`, '')} ${message}`),
);

/** Every operation that connecting and all technologies declare to call, with the permission that allows it. */
export const awsPermissions: ReadonlyMap<string, string> = new Map(
  [...aws.accountTypes, ...aws.watchers].flatMap(({ permissions }) => Object.entries(permissions)),
);

/** `check message` of an issue in the words of the tables. */
export function messageOf(issue: string): string {
  return issue.split(' ').slice(0, 2).join(' ');
}

/** The check of an issue in the words of the tables. */
export function checkOf(issue: string): string {
  return issue.split(' ')[0] ?? '';
}
