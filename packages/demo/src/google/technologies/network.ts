/** The VPC networks: one in each project. */
import { isoOf } from '../../time/moment.ts';
import type { Dice } from '../../world/dice.ts';
import type { Resource } from '../../world/resource.ts';
import { projects } from '../world/organisation.ts';

export type Network = Resource & {
  readonly id: string;
  readonly created: string;
  readonly description: string;
  /** Whether Google makes a subnetwork in every region by itself. */
  readonly isAutomatic: boolean;
};

export function networksOf(dice: Dice): readonly Network[] {
  return projects.map(({ number }) => networkOf(number, mainNetwork, dice));
}

export function networkOf(account: string, name: string, dice: Dice): Network {
  return {
    account,
    region: 'global',
    name,
    tags: {},
    id: dice.digits(`network ${account} ${name}`, 19),
    created: isoOf(Date.UTC(2024, 0, 16, 9)),
    description: 'What the services run in',
    isAutomatic: false,
  };
}

export const mainNetwork = 'main';
