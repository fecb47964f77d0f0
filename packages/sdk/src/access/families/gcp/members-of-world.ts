/** Whose the members of allow policies are, from the accounts that are configured. */
import type { World } from '../../../define/check.ts';
import { isOfType } from '../../../define/is-of-type.ts';
import { isConsumerAccount } from '../../gcp/allow-policy.ts';
import { isOutside, type Organization, organizationOf } from '../../gcp/organization.ts';
import type { HeldRole } from './held-roles.ts';

export type KnownMembers = {
  readonly ours: Organization;
  readonly thirdParty: Organization;
};

/**
 * Projects are ours or a third party's by their accounts; the domains of an account of the type `gcp-organization` stand among its
 * aliases. `account`: the item's own. `domains`: more that are ours.
 */
export function membersOfWorld(
  world: World,
  { account, domains = [] }: { readonly account: string; readonly domains?: readonly string[] },
): KnownMembers {
  const named = (thirdParty: boolean) => {
    const names = world.accounts
      .filter((one) => one.thirdParty === thirdParty)
      .filter((one) => isOfType(one, 'gcp') || isOfType(one, 'gcp-organization'))
      .flatMap(({ identifier, aliases }) => [identifier, ...aliases]);
    return { projects: names, domains: names.filter(isDomain) };
  };
  const own = named(false);
  return {
    ours: organizationOf({
      projects: [account, ...own.projects],
      domains: [...domains, ...own.domains],
    }),
    thirdParty: organizationOf(named(true)),
  };
}

/** Whether the member belongs to somebody who is on record as a third party. */
export function isOfThirdParty({ member }: HeldRole, { ours, thirdParty }: KnownMembers): boolean {
  return member.kind !== 'anyone' && isOutside(member, ours) && !isOutside(member, thirdParty);
}

/**
 * Whether the member belongs to nobody on record. While no domain of ours is known, people are strangers only with an address that
 * anybody can get. Google's own agents are nobody's but Google's.
 */
export function isStranger(held: HeldRole, known: KnownMembers): boolean {
  const { member } = held;
  if (member.kind === 'anyone' || isOfThirdParty(held, known) || !isOutside(member, known.ours)) return false;
  if (member.kind === 'deleted' || member.kind === 'unreadable') return false;
  if (member.home.kind === 'domain' && known.ours.domains.size === 0) return isConsumerAccount(held);
  return !(
    member.home.kind === 'unknown' &&
    member.kind === 'service-account' &&
    member.account?.maker === 'agent'
  );
}

function isDomain(name: string): boolean {
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(name);
}
