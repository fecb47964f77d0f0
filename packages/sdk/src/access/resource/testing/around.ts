/** An owner who trusts nobody yet, for tables of tests. */
import type { Surroundings } from '../surroundings.ts';

export const around: Surroundings = {
  account: '314159265358',
  trustedAccounts: new Set(),
  trustedOrganizations: new Set(['o-harbor7pk2']),
  trustedOrganizationPaths: [],
  trustedPrincipalPatterns: [],
  friendly: new Set(),
  thirdParty: new Set(),
};
