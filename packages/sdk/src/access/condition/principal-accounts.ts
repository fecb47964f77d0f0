/** The accounts to which a condition entry holds the calling principal. */
import { hasWildcard } from '../pattern/wildcard.ts';
import type { ConditionEntry } from '../policy/parse-condition.ts';

/** Keys that hold the account of the calling principal itself, or its ARN, and not that of what it comes through. */
const accountOf: ReadonlyMap<string, (value: string) => string> = new Map([
  ['aws:principalaccount', (value: string) => value],
  ['kms:calleraccount', (value: string) => value],
  ['aws:principalarn', (value: string) => value.split(':')[4] ?? ''],
]);

/** Undefined where the entry says nothing of the principal's account, or leaves it open. */
export function principalAccounts({ key, values }: ConditionEntry): readonly string[] | undefined {
  const read = accountOf.get(key);
  if (read === undefined || values === undefined) return undefined;
  const accounts = values.map(read);
  return accounts.some((account) => account === '' || hasWildcard(account)) ? undefined : accounts;
}
