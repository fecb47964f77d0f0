/** All checks of AWS, and each of their messages as the tables write it. */
import aws from '../../packages/aws/src/index.ts';
import { messagesOf } from './issue-words.ts';

export const awsChecks = aws.checks;

export const awsTechnologies: readonly string[] = aws.watchers.map(({ id }) => id);

export const awsMessages: readonly string[] = messagesOf(awsChecks);

/** Every operation that connecting and all technologies declare to call, with the permission that allows it. */
export const awsPermissions: ReadonlyMap<string, string> = new Map(
  [...aws.accountTypes, ...aws.watchers].flatMap(({ permissions }) => Object.entries(permissions)),
);
