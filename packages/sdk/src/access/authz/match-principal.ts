/** How a statement names the caller of a request, which decides what else limits the grant. */
import type { Principal } from '../policy/parse-principal.ts';
import type { Statement } from '../policy/statement.ts';
import { partsOf } from './arn-parts.ts';
import { accountOf, type Caller } from './caller.ts';

/**
 * `direct`: the very caller, or anyone. `role`: the role whose session calls. `account`: the account, whose own policies
 * then decide. In the order of their strength.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export type Naming = 'direct' | 'role' | 'account' | 'no';

export function strongest(namings: readonly Naming[]): Naming {
  return (['direct', 'role', 'account'] as const).find((naming) => namings.includes(naming)) ?? 'no';
}

/** A statement that names no principal, where that is allowed, is about anyone. */
export function namingOf(statement: Statement, caller: Caller, hasBoundary: boolean): Naming {
  const { principals, effect } = statement;
  if (principals === undefined) return 'direct';
  const namings = principals.list.map((principal) => nameOne(principal, caller));
  if (!principals.but) return strongest(namings);
  // AWS denies whoever has a boundary, whatever `NotPrincipal` says.
  // Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
  if (effect === 'Deny' && hasBoundary) return 'direct';
  const isExcepted = principals.list.some((principal) => isVery(principal, caller));
  return isExcepted ? 'no' : 'direct';
}

/**
 * Only who is listed is excepted: an account does not stand for its users there, nor a role for its sessions.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
function isVery(principal: Principal, caller: Caller): boolean {
  const isItself = 'text' in caller && caller.kind === 'role' && caller.text === principal.text;
  return isItself || nameOne(principal, caller) === 'direct';
}

function nameOne(principal: Principal, caller: Caller): Naming {
  switch (principal.kind) {
    case 'anyone':
      return 'direct';
    case 'account':
      if (accountOf(caller) !== principal.account) return 'no';
      return caller.kind === 'root' ? 'direct' : 'account';
    case 'identity':
      return nameIdentity(principal.text, caller);
    case 'service':
      if (caller.kind !== 'service') return 'no';
      return principal.text === '*' || isSameHost(principal.text, caller.text) ? 'direct' : 'no';
    case 'federated':
      if (caller.kind === 'service') return isSameHost(principal.text, caller.text) ? 'direct' : 'no';
      return caller.kind === 'provider' && caller.text === principal.text ? 'direct' : 'no';
    case 'canonical-user':
    case 'orphaned':
      return 'no';
  }
}

function nameIdentity(text: string, caller: Caller): Naming {
  if (!('text' in caller)) return 'no';
  if (caller.kind === 'role') return text === caller.text ? 'role' : 'no';
  if (text === caller.text) return 'direct';
  if (caller.kind !== 'session') return 'no';
  const [, partition, service, , account, entity = ''] = partsOf(text);
  const isRole = service === 'iam' && entity.startsWith('role/');
  const isSame = partition === caller.partition && account === caller.account;
  return isRole && isSame && entity.split('/').at(-1) === caller.roleName ? 'role' : 'no';
}

function isSameHost(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
