/** How a principal that a policy names stands to the owner of the resource. */
import { isAnyProvider, type Principal } from '../policy/parse-principal.ts';
import {
  type Admitted,
  admittedAccount,
  admittedCanonicalUser,
  admittedId,
  type Surroundings,
} from './surroundings.ts';

export function admittedPrincipal(principal: Principal, around: Surroundings): Admitted {
  switch (principal.kind) {
    case 'anyone':
      return { standing: 'foreign', class: 'internet' };
    case 'account':
    case 'identity':
      return admittedAccount(principal.account, around, principal.text);
    case 'service':
      return { standing: 'none', isService: true };
    case 'federated':
      if (isAnyProvider(principal)) return { standing: 'foreign', class: 'internet' };
      return admittedProvider(principal, around);
    case 'canonical-user':
      return admittedCanonicalUser(principal.text, around);
    case 'orphaned':
      return admittedId(principal.text, around);
  }
}

/** A provider is trusted by name, or as its account is. */
function admittedProvider(
  { text, account }: { readonly text: string; readonly account?: string },
  around: Surroundings,
): Admitted {
  if (account === undefined) return admittedId(text, around);
  const admitted = admittedAccount(account, around, text);
  if (admitted.standing !== 'foreign' || !around.trustedAccounts.has(text)) return admitted;
  const isStranger = admitted.class === undefined || admitted.class === 'unknown-account';
  return { standing: 'trusted', class: isStranger ? 'friendly' : admitted.class };
}
