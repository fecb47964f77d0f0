/** What there is at a moment: the organisation as it was founded, and what has happened since the season began. */
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
import { type Moment, seasonBegin } from '../time/moment.ts';
import { type Change, together } from './change.ts';
import { deployed } from './deployments.ts';
import type { Dice } from './dice.ts';
import { flaws } from './flaws.ts';
import type { World } from './world.ts';

/** Gives the world at any moment. What never changes is made once, and the last world is kept: a scan asks for it at every call. */
export function worldOf(dice: Dice): (moment: Moment) => World {
  const occasion = { at: 0, season: 0, begun: seasonBegin, dice };
  const founded = together(...flaws)(foundedWith(dice), occasion);
  const worldAt = (moment: Moment): World => {
    const world = happened(moment).reduce(
      (now, { at, change }) => change(now, { ...occasion, season: moment.season, at: moment.begun + at }),
      founded,
    );
    return { ...world, functions: deployed(world.functions, moment, dice) };
  };
  let last: { readonly now: number; readonly world: World } | undefined;
  return (moment) => {
    if (last?.now !== moment.now) last = { now: moment.now, world: worldAt(moment) };
    return last.world;
  };
}

type Happened = { readonly at: number; readonly change: Change };

/** In the order of time, as the steps of two stories may touch the same thing. */
function happened({ into }: Moment): readonly Happened[] {
  return stories
    .flatMap(({ before, steps }): readonly Happened[] => [
      ...(before === undefined ? [] : [{ at: 0, change: before }]),
      ...steps,
    ])
    .filter(({ at }) => at <= into)
    .toSorted((a, b) => a.at - b.at);
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
