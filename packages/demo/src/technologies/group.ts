/** The IAM groups of the organisation. */
import { isoOf } from '../time/moment.ts';
import type { Dice } from '../world/dice.ts';
import { accounts, homeRegion } from '../world/organisation.ts';
import type { Resource } from '../world/resource.ts';
import { awsPolicyArn } from './managed-policy.ts';

export type Group = Resource & {
  readonly id: string;
  readonly created: string;
  /** ARNs of managed policies. */
  readonly attached: readonly string[];
};

/** Group to the policy of AWS that it has. */
const groups: Readonly<Record<string, string>> = {
  auditors: 'SecurityAudit',
  developers: 'ReadOnlyAccess',
  platform: 'AdministratorAccess',
  robots: 'ReadOnlyAccess',
};

export function groupsOf(dice: Dice): readonly Group[] {
  return accounts.flatMap(({ number }) =>
    Object.entries(groups).map(([name, policy]) => ({
      account: number,
      region: homeRegion,
      name,
      tags: {},
      id: `AGPA${dice.letters(`group ${number} ${name}`, 17)}`,
      created: isoOf(Date.UTC(2024, 0, 15, 9)),
      attached: [awsPolicyArn(policy)],
    })),
  );
}
