/** Which account types an account counts as. */
import type { WorldAccount } from './check.ts';

/**
 * Whether the account is of the type, or of one that extends it: an account of a type that extends `aws` is an AWS account.
 * @example isOfType(account, 'aws')
 */
export function isOfType({ type, extends: extended = [] }: WorldAccount, wanted: string): boolean {
  return type === wanted || extended.includes(wanted);
}
