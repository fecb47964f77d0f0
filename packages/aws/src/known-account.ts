/** Whose account an id belongs to, as far as the world knows. */
import { type AuditedItem, isOfType, type World, type WorldAccount } from '@security-monkey/sdk';

export type Standing = 'own' | 'friendly' | 'third-party' | 'unknown';

/** The accounts of an account number or of an alias such as an S3 canonical user id. Emulators give several accounts one alias. */
function accountsOf(id: string, world: World): readonly WorldAccount[] {
  return world.accounts.filter(
    (account) => isOfType(account, 'aws') && (account.identifier === id || account.aliases.includes(id)),
  );
}

/** The account's name on record. */
export function nameOf(id: string, world: World): string | undefined {
  return accountsOf(id, world)[0]?.name;
}

/** How the account stands to the one that the item lies in. */
export function standingOf(id: string, item: AuditedItem, world: World): Standing {
  const accounts = accountsOf(id, world);
  if (id === item.account || accounts.some(({ identifier }) => identifier === item.account)) return 'own';
  if (accounts.length === 0) return 'unknown';
  return accounts.some(({ thirdParty }) => thirdParty) ? 'third-party' : 'friendly';
}
