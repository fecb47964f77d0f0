/** The IAM users of the organisation: people with a password, and robots with an access key. */
import { isoOf } from '../time/moment.ts';
import type { Dice } from '../world/dice.ts';
import { analytics, homeRegion, production, stageOf, staging } from '../world/organisation.ts';
import type { Resource } from '../world/resource.ts';

export type AccessKey = {
  readonly id: string;
  readonly active: boolean;
  readonly created: string;
  /** How many days ago it was last used; undefined: never. */
  readonly usedBefore: number | undefined;
};

export type User = Resource & {
  readonly id: string;
  readonly created: string;
  readonly groups: readonly string[];
  /** ARNs of managed policies. */
  readonly attached: readonly string[];
  readonly keys: readonly AccessKey[];
  readonly hasPassword: boolean;
  /** How many days ago the password was last used. */
  readonly passwordUsedBefore: number;
  readonly hasMfa: boolean;
};

type Member = readonly [name: string, group: string];

const people: Readonly<Record<string, readonly Member[]>> = {
  [production]: [
    ['dana.petrov', 'developers'],
    ['maya.okafor', 'developers'],
    ['jonas.lind', 'developers'],
    ['sofia.marin', 'developers'],
    ['nils.berg', 'platform'],
    ['ines.duarte', 'auditors'],
  ],
  [staging]: [
    ['dana.petrov', 'developers'],
    ['ravi.menon', 'developers'],
    ['jonas.lind', 'developers'],
    ['nils.berg', 'platform'],
  ],
  [analytics]: [
    ['tom.achebe', 'developers'],
    ['lena.fischer', 'developers'],
    ['amir.haddad', 'platform'],
    ['nils.berg', 'platform'],
  ],
};

const robots: Readonly<Record<string, readonly string[]>> = {
  [production]: ['deploy-bot', 'backup-agent'],
  [staging]: ['deploy-bot', 'load-test'],
  [analytics]: ['etl-loader', 'dashboard-sync'],
};

/** The robot that deploys what the account runs. */
export function deployerOf(account: string): string {
  return robots[account]?.[0] ?? 'nobody';
}

export function usersOf(dice: Dice): readonly User[] {
  return [
    ...Object.entries(people).flatMap(([account, members]) =>
      members.map(([name, group]) => personOf({ account, name, group }, dice)),
    ),
    ...Object.entries(robots).flatMap(([account, names]) =>
      names.map((name) => robotOf(account, name, dice)),
    ),
  ];
}

type Person = { readonly account: string; readonly name: string; readonly group: string };

export function personOf({ account, name, group }: Person, dice: Dice): User {
  return {
    account,
    region: homeRegion,
    name,
    tags: { kind: 'person', stage: stageOf(account) },
    id: `AIDA${dice.letters(`user ${account} ${name}`, 17)}`,
    created: isoOf(Date.UTC(2024, 3, 2, 8)),
    groups: [group],
    attached: [],
    keys: [],
    hasPassword: true,
    passwordUsedBefore: dice.below(`password ${account} ${name}`, 12),
    hasMfa: true,
  };
}

function robotOf(account: string, name: string, dice: Dice): User {
  return {
    ...personOf({ account, name, group: 'robots' }, dice),
    tags: { kind: 'robot', stage: stageOf(account) },
    keys: [
      {
        id: `AKIA${dice.letters(`key ${account} ${name}`, 16)}`,
        active: true,
        created: isoOf(Date.UTC(2024, dice.below(`key month ${account} ${name}`, 10), 6, 12)),
        usedBefore: 0,
      },
    ],
    hasPassword: false,
    hasMfa: false,
  };
}
