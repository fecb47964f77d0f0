/** The kinds of events in words. */

const words = {
  'account.enrolled': 'First scan of an account',
  'item.created': 'Items created',
  'item.changed': 'Items changed',
  'item.deleted': 'Items deleted',
  'issue.opened': 'Issues opened',
  'issue.reopened': 'Issues opened again',
  'issue.fixed': 'Issues fixed',
  'scope.failed': 'Scopes that cannot be looked at',
  'scope.recovered': 'Scopes that can be looked at again',
  'settings.changed': 'Settings changed',
} as const;

export type EventKind = keyof typeof words;

export function isEventKind(kind: string): kind is EventKind {
  return Object.hasOwn(words, kind);
}

/** Its id for one that has no words yet. */
export function eventWords(kind: string): string {
  return isEventKind(kind) ? words[kind] : kind;
}
