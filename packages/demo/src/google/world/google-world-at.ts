/** What there is in Google Cloud at a moment. */
import type { Moment } from '../../time/moment.ts';
import type { Dice } from '../../world/dice.ts';
import { worldFrom } from '../../world/world-from.ts';
import { googleStories } from '../stories/google-stories.ts';
import { bucketsOf } from '../technologies/bucket.ts';
import { databasesOf } from '../technologies/database.ts';
import { datasetsOf } from '../technologies/dataset.ts';
import { firewallsOf } from '../technologies/firewall.ts';
import { hierarchyOf } from '../technologies/hierarchy.ts';
import { instancesOf } from '../technologies/instance.ts';
import { keysOf } from '../technologies/key.ts';
import { networksOf } from '../technologies/network.ts';
import { serviceAccountsOf } from '../technologies/service-account.ts';
import { subnetworksOf } from '../technologies/subnetwork.ts';
import { googleFlaws } from './google-flaws.ts';
import type { GoogleWorld } from './google-world.ts';
import { released } from './releases.ts';

/** Gives the world at any moment. */
export function googleWorldOf(dice: Dice): (moment: Moment) => GoogleWorld {
  return worldFrom(dice, {
    founded: foundedWith(dice),
    flaws: googleFlaws,
    stories: googleStories,
    goesOn: (world, moment) => ({ ...world, instances: released(world.instances, moment) }),
  });
}

function foundedWith(dice: Dice): GoogleWorld {
  return {
    buckets: bucketsOf(dice),
    databases: databasesOf(dice),
    datasets: datasetsOf(dice),
    firewalls: firewallsOf(dice),
    hierarchy: hierarchyOf(),
    instances: instancesOf(dice),
    keys: keysOf(dice),
    networks: networksOf(dice),
    serviceAccounts: serviceAccountsOf(dice),
    subnetworks: subnetworksOf(dice),
  };
}
