/** What there is in the accounts of AWS at a moment. */
import { stories } from '../stories/stories.ts';
import { accountsOf } from '../technologies/account.ts';
import { bucketsOf } from '../technologies/bucket.ts';
import { groupsOf } from '../technologies/group.ts';
import { instancesOf } from '../technologies/instance.ts';
import { keysOf } from '../technologies/key.ts';
import { functionsOf } from '../technologies/lambda-function.ts';
import { policiesOf } from '../technologies/managed-policy.ts';
import { interfacesOf } from '../technologies/network-interface.ts';
import { queuesOf } from '../technologies/queue.ts';
import { rolesOf } from '../technologies/role.ts';
import { securityGroupsOf } from '../technologies/security-group.ts';
import { topicsOf } from '../technologies/topic.ts';
import { usersOf } from '../technologies/user.ts';
import type { Moment } from '../time/moment.ts';
import { deployed } from './deployments.ts';
import type { Dice } from './dice.ts';
import { flaws } from './flaws.ts';
import type { World } from './world.ts';
import { worldFrom } from './world-from.ts';

/** Gives the world at any moment. */
export function worldOf(dice: Dice): (moment: Moment) => World {
  return worldFrom(dice, {
    founded: foundedWith(dice),
    flaws,
    stories,
    goesOn: (world, moment) => ({ ...world, functions: deployed(world.functions, moment, dice) }),
  });
}

function foundedWith(dice: Dice): World {
  return {
    accounts: accountsOf(),
    buckets: bucketsOf(dice),
    functions: functionsOf(dice),
    groups: groupsOf(dice),
    instances: instancesOf(dice),
    interfaces: interfacesOf(dice),
    keys: keysOf(dice),
    policies: policiesOf(dice),
    queues: queuesOf(dice),
    roles: rolesOf(dice),
    securityGroups: securityGroupsOf(dice),
    topics: topicsOf(dice),
    users: usersOf(dice),
  };
}
