/** Permissions in words: what somebody may do, by which actions, on what. */
import { type AccessLevel, iamFacts } from '../facts/iam-facts.ts';
import type { PermissionChange } from './policy-difference.ts';

const verbs: Readonly<Record<AccessLevel, string>> = {
  list: 'list',
  read: 'read from',
  tagging: 'tag',
  write: 'write to',
  'permissions-management': 'manage the permissions of',
};

const order: readonly AccessLevel[] = ['list', 'read', 'tagging', 'write', 'permissions-management'];

/** @example 'read from and write to' */
export function verbsOf({ actions, unknownActions }: PermissionChange): string {
  if (unknownActions.includes('every other'))
    return isEveryAction(actions) ? 'do anything to' : 'do almost anything to';
  if (actions.length > 0 && actions.every((text) => text.startsWith('sts:AssumeRole'))) return 'take on';
  const levels = new Set(actions.flatMap((text) => levelsOfActions().get(text) ?? []));
  const words = order.filter((level) => levels.has(level)).map((level) => verbs[level]);
  if (words.length === 0) return 'use';
  return words.length < 3 ? words.join(' and ') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

const mostActions = 4;

/** A service of which every action is meant counts as one. @example 's3:GetObject, s3:PutObject and 3 more' */
export function actionsOf({ actions, unknownActions }: PermissionChange): string {
  if (unknownActions.includes('every other'))
    return isEveryAction(actions) ? 'every action' : 'every action but some';
  const byService = Map.groupBy(actions, (text) => text.slice(0, text.indexOf(':')));
  const named = [...byService].flatMap(([service, texts]) =>
    texts.length > 1 && texts.length === countOf(service) ? [`${service}:*`] : texts,
  );
  return upTo(mostActions, [...named, ...unknownActions]);
}

/** The first of them, and how many more. */
export function upTo(most: number, texts: readonly string[]): string {
  const rest = texts.length - most;
  return rest > 0 ? `${texts.slice(0, most).join(', ')} and ${rest} more` : texts.join(', ');
}

function isEveryAction(actions: readonly string[]): boolean {
  return actions.length === iamFacts().actions.length;
}

function countOf(service: string): number {
  const { start, end } = iamFacts().services.get(service) ?? { start: 0, end: 0 };
  return end - start;
}

let levelByAction: ReadonlyMap<string, AccessLevel> | undefined;

function levelsOfActions(): ReadonlyMap<string, AccessLevel> {
  levelByAction ??= new Map(iamFacts().actions.map(({ text, level }) => [text, level]));
  return levelByAction;
}
