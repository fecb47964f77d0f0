/** What an account that a principal belongs to is called, where the world knows it. */
import type { World } from '../../define/check.ts';
import { isOfType } from '../../define/is-of-type.ts';

/** The account's number, or an ARN with it: `arn:aws:iam::123456789012:user/logs`. */
const accountNumber = /^(?:arn:[^:]*:[^:]*:[^:]*:)?(\d{12})(?::|$)/;

/** ` (name)`, to follow the principal; nothing for an account that nobody knows. */
export function knownName(principal: string, { accounts }: World): string {
  const number = accountNumber.exec(principal)?.[1];
  if (number === undefined) return '';
  const known = accounts.find((one) => one.identifier === number && isOfType(one, 'aws'));
  return known === undefined ? '' : ` (${known.name})`;
}
