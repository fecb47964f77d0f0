/** Refuses account types that no plugin brings. */
import type { AccountType } from '@security-monkey/sdk';
import type { Registry } from '../../engine/registry.ts';
import { CodedError } from '../../errors/coded-error.ts';

/** The account type of that id; a usage error names those that there are. */
export function requireAccountType(registry: Registry, id: string): AccountType {
  const type = registry.accountType(id);
  if (type !== undefined) return type;
  const known = registry.allAccountTypes.map((one) => one.id).join(', ');
  throw new CodedError('account_type_unknown', { type: id, known });
}
