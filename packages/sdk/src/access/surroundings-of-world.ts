/** Whose is whose for an item of AWS, from the accounts and networks that are configured. */
import type { World } from '../define/check.ts';
import { isOfType } from '../define/is-of-type.ts';
import { parseCidr } from '../net/cidr.ts';
import type { Surroundings } from './resource/surroundings.ts';

/**
 * Accounts of ours and our organisations are trusted; third parties are known and not trusted. Without an allow-list there is
 * no opinion on networks. `account`: the id of the owner; S3's canonical ids count as their account.
 */
export function surroundingsOfWorld(account: string, world: World): Surroundings {
  const accounts = world.accounts.filter((one) => isOfType(one, 'aws'));
  const idsOf = (thirdParty: boolean) =>
    accounts
      .filter((one) => one.thirdParty === thirdParty)
      .flatMap(({ identifier, aliases }) => [identifier, ...aliases]);
  const networks = world.networks.flatMap(({ cidr }) => parseCidr(cidr) ?? []);
  return {
    account,
    trustedAccounts: new Set(idsOf(false)),
    trustedOrganizations: new Set(world.organizations),
    trustedOrganizationPaths: [],
    ...(networks.length > 0 && { trustedNetworks: networks }),
    trustedPrincipalPatterns: [],
    friendly: new Set(idsOf(false)),
    thirdParty: new Set(idsOf(true)),
  };
}
