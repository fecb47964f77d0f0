/** The subnetworks: one for each region of each project's network. */
import { isoOf } from '../../time/moment.ts';
import type { Dice } from '../../world/dice.ts';
import type { Resource } from '../../world/resource.ts';
import { projects, regions } from '../world/organisation.ts';
import { mainNetwork } from './network.ts';

export type Subnetwork = Resource & {
  readonly id: string;
  readonly created: string;
  readonly network: string;
  readonly range: string;
  readonly logsFlows: boolean;
  /** Whether machines without an address outside reach Google's services. */
  readonly reachesGoogle: boolean;
};

export function subnetworksOf(dice: Dice): readonly Subnetwork[] {
  return projects.flatMap(({ number, stage }, place) =>
    regions.map((region, at) => ({
      account: number,
      region,
      name: `${mainNetwork}-${region}`,
      tags: {},
      id: dice.digits(`subnetwork ${number} ${region}`, 19),
      created: isoOf(Date.UTC(2024, 0, 16, 10)),
      network: mainNetwork,
      range: `10.${20 + place}.${at * 16}.0/20`,
      logsFlows: stage === 'prod',
      reachesGoogle: true,
    })),
  );
}
