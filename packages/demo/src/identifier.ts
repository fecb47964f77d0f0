/** The identifiers that the demo knows: any other is refused, as nothing is there. */
import { OperationError } from '@security-monkey/sdk';

/** The identifier, or what is wrong with it. */
export function parseAmong(
  known: readonly string[],
  identifier: string,
): { readonly value: string } | { readonly problem: string } {
  if (known.includes(identifier)) return { value: identifier };
  return { problem: `The demo knows the accounts ${known.join(', ')} only` };
}

/** @throws OperationError when there is no such account, as for one that policies name */
export function knownAmong<Account extends { readonly number: string }>(
  accounts: readonly Account[],
  identifier: string,
): Account {
  const found = accounts.find(({ number }) => number === identifier);
  if (found !== undefined) return found;
  throw new OperationError({
    class: 'account_mismatch',
    message: `The demo has no account ${identifier}`,
  });
}
