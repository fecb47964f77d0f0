/** Statements of policies, and the principals that they name. */
import { type AccountName, accountIds, stranger, vendor } from './known.ts';

type Known = AccountName | 'vendor' | 'stranger';

/** Ids of all accounts that policies here name. */
export const ids: Readonly<Record<Known, string>> = { ...accountIds, vendor, stranger };

/** The account as a whole, which decides itself who of it may. */
export const rootOf = (account: Known) => ({ AWS: `arn:aws:iam::${ids[account]}:root` });

export const roleArn = (account: Known, name = 'reader') => `arn:aws:iam::${ids[account]}:role/${name}`;

export const roleOf = (account: Known, name = 'reader') => ({ AWS: roleArn(account, name) });

/** What an Allow gives to whom, on what; further members of the statement may follow. */
export type Given = {
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Principal?: object | string;
  readonly Condition?: object;
};

export function allow(given: Given): object {
  return { Effect: 'Allow', ...given };
}

export function deny(given: Given): object {
  return { Effect: 'Deny', ...given };
}

/** The document as services take it. */
export function policyText(...statements: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}
