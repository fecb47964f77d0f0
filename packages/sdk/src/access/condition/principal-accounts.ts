/** The accounts to which a condition entry holds the calling principal. */
import type { ConditionEntry } from '../policy/parse-condition.ts';

/** Keys that hold the account of the calling principal itself, or its ARN, and not that of what it comes through. */
const accountIn: ReadonlyMap<string, RegExp> = new Map([
  ['aws:principalaccount', /^(\d{12})$/],
  ['kms:calleraccount', /^(\d{12})$/],
  // Before the account all is literal: under StringLike a wildcard there can run on into what follows.
  ['aws:principalarn', /^arn:[\w-]+:(?:iam|sts)::(\d{12}):/],
]);

/** Undefined where the entry says nothing of the principal's account, or leaves it open. */
export function principalAccounts({ key, values }: ConditionEntry): readonly string[] | undefined {
  const pattern = accountIn.get(key);
  if (pattern === undefined || values === undefined) return undefined;
  const accounts = values.map((value) => pattern.exec(value)?.[1]);
  return accounts.every((account) => account !== undefined) ? accounts : undefined;
}
