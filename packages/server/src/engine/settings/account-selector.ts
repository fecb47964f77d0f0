/** Which accounts an entry of the settings is for: one account by type and identifier, or those whose name matches a glob. Pure. */
import { matchesGlob } from './glob.ts';

export type SelectableAccount = {
  readonly type: string;
  readonly identifier: string;
  readonly name: string;
};

/** Whether the selector means the account; none means every account. Names are compared in any case. */
export function selectsAccount(selector: string | undefined, account: SelectableAccount): boolean {
  if (selector === undefined || selector === accountKey(account)) return true;
  return matchesGlob(selector.toLowerCase(), account.name.toLowerCase());
}

/** How one account is written in settings. */
export function accountKey({ type, identifier }: Omit<SelectableAccount, 'name'>): string {
  return `${type}:${identifier}`;
}

/**
 * The values of the selectors that mean the account, the most specific first: its identifier, its whole name, then globs,
 * those with more characters beside the stars before those with fewer, and of equal ones the first by the alphabet.
 */
export function mostSpecificFirst<Value>(
  bySelector: Readonly<Record<string, Value>>,
  account: SelectableAccount,
): readonly Value[] {
  const key = accountKey(account);
  return Object.entries(bySelector)
    .filter(([selector]) => selectsAccount(selector, account))
    .toSorted(([a], [b]) => rank(b, key) - rank(a, key) || (a < b ? -1 : 1))
    .map(([, value]) => value);
}

function rank(selector: string, key: string): number {
  if (selector === key) return Number.POSITIVE_INFINITY;
  if (!selector.includes('*')) return Number.MAX_SAFE_INTEGER;
  return selector.replaceAll('*', '').length;
}
