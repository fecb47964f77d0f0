/** What may happen in a history, as data that fast-check makes up and shrinks: mutations of the cloud, decisions, scans with faults. */
import type { JsonObject } from '@security-monkey/sdk';
import * as fc from 'fast-check';
import type { FakeKind } from '../../../packages/server/src/engine/testing/fake-cloud.ts';
import type { Fault, FaultKind } from '../../../packages/server/src/engine/testing/fake-faults.ts';

/** A place where a resource may stand. Names are unique in an account, as the fake watchers' identities need. */
export type Slot = {
  readonly account: string;
  readonly kind: FakeKind;
  readonly region: string;
  readonly name: string;
};

function slot(account: string, kind: FakeKind, place: string): Slot {
  const [name = '', region = 'north'] = place.split(' ');
  return { account, kind, region, name };
}

export const slots: readonly Slot[] = [
  ...['w1', 'w2', 'w3', 'w4', 'w5 south'].map((place) => slot('a1', 'widget', place)),
  ...['v1', 'v2', 'v3 south', 'v4 south'].map((place) => slot('a1', 'vault', place)),
  ...['n1', 'n2', 'n3', 'n4 south'].map((place) => slot('a1', 'note', place)),
  slot('a2', 'widget', 'w6'),
  slot('a2', 'note', 'n6 south'),
];

/** A part of a resource; null takes the policy away. */
export type Patch = {
  readonly body?: JsonObject;
  readonly policy?: string | null;
  readonly attached?: readonly string[];
};

export const checks = {
  'fake.widget.open-rule': 8,
  'fake.widget.public-policy': 10,
  'fake.widget.unattached': 1,
  'fake.widget.too-old': 3,
  'fake.vault.unlocked': 5,
  'fake.note.names-stranger': 6,
} as const;

export type CheckId = keyof typeof checks;

export type Mutation =
  | { readonly do: 'create'; readonly slot: Slot; readonly patches: readonly Patch[] }
  /** `pick` takes one of the resources that there are. */
  | { readonly do: 'recreate' | 'change'; readonly pick: number; readonly patches: readonly Patch[] }
  /** Only values at ephemeral paths change. */
  | { readonly do: 'drift'; readonly pick: number; readonly value: number }
  | { readonly do: 'delete'; readonly pick: number }
  /** Everything of a kind goes at once. */
  | { readonly do: 'purge'; readonly kind: FakeKind }
  /** The provider gives every list in another order from now on. */
  | { readonly do: 'shuffle' }
  | { readonly do: 'region'; readonly enabled: boolean }
  | { readonly do: 'rename'; readonly name: string }
  /** A person switches the account off or on. */
  | { readonly do: 'active'; readonly isActive: boolean }
  /** The account x9, which notes name, becomes known or unknown. */
  | { readonly do: 'stranger' }
  | { readonly do: 'check'; readonly check: CheckId; readonly enabled: boolean; readonly score?: number };

export type Decision = {
  readonly act: 'justify' | 'reopen';
  /** Picks one of the issues that there are. */
  readonly pick: number;
  readonly days?: number;
};

export type ScanPlan = {
  readonly faults: readonly Fault[];
  /** The faults of the scan before go on. */
  readonly again?: boolean;
  /** At this call the scan is aborted, or another run takes the scopes of a technology over. */
  readonly stop?: { readonly call: number; readonly how: 'abort' | Technology };
  readonly technologies?: readonly Technology[];
};

export const technologies = ['fake.widget', 'fake.vault', 'fake.note'] as const;
export type Technology = (typeof technologies)[number];

export const sinkModes = [
  'takes',
  'refuses',
  'takes, then fails',
  'takes half, then fails',
  'dies',
  'dies first',
  'hangs',
] as const;
export type SinkMode = (typeof sinkModes)[number];

export type Round = {
  readonly mutations: readonly Mutation[];
  /** Minutes that pass before the scan. */
  readonly wait: number;
  readonly decisions: readonly Decision[];
  readonly scan: ScanPlan;
  readonly deliver?: SinkMode;
};

export type History = {
  readonly accounts: 1 | 2;
  readonly resources: readonly Mutation[];
  readonly rounds: readonly Round[];
};

/** How much goes wrong. */
export type Profile = { readonly faults: number; readonly stops: boolean; readonly rounds: number };

const day = 24 * 60;

const anySlot = fc.constantFrom(...slots);

const rules = fc.subarray([22, 80, 443]).chain((ports) =>
  fc.record({
    Rules: fc.constant(ports.map((Port) => ({ Port, Source: Port === 443 ? '10.0.0.0/8' : '0.0.0.0/0' }))),
  }),
);

const members = fc
  .subarray(['m1', 'm2', 'm3'])
  .map((ids) => ({ Members: ids.map((Id) => ({ Id, SeenAt: `first ${Id}` })) }));

/** Mostly what a check looks at, and few values of it, so that what was fixed comes back. */
const patch: fc.Arbitrary<Patch> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ body: rules }) },
  {
    weight: 4,
    arbitrary: fc.record({ policy: fc.constantFrom('public one', 'public two', 'private', null) }),
  },
  { weight: 2, arbitrary: fc.record({ attached: fc.subarray(['v1', 'v2']) }) },
  { weight: 2, arbitrary: fc.record({ body: fc.record({ Locked: fc.boolean() }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      body: fc.record({ Text: fc.constantFrom('hello', 'account:x9', 'account:a1', 'account:y8') }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ body: members }) },
  {
    weight: 1,
    arbitrary: fc.record({ body: fc.record({ Startup: fc.constantFrom('echo one', 'echo two') }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      body: fc.record({ Tags: fc.constantFrom({ team: 'red' }, { team: 'blue' }) }),
    }),
  },
);

export const creation = fc.record({
  do: fc.constant('create' as const),
  slot: anySlot,
  patches: fc.array(patch, { minLength: 1, maxLength: 4 }),
});

const pick = fc.nat({ max: 30 });

export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 4, arbitrary: creation },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      pick,
      patches: fc.array(patch, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('recreate' as const),
      pick,
      patches: fc.array(patch, { maxLength: 2 }),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('delete' as const), pick }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('drift' as const), pick, value: fc.nat({ max: 9 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('purge' as const),
      kind: fc.constantFrom<FakeKind>('widget', 'vault', 'note'),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'shuffle' as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('region' as const), enabled: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('rename' as const), name: fc.constantFrom('one', 'two') }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('active' as const), isActive: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ do: 'stranger' as const }) },
  {
    weight: 2,
    arbitrary: fc.record(
      {
        do: fc.constant('check' as const),
        check: fc.constantFrom(...checkIds()),
        enabled: fc.boolean(),
        score: fc.nat({ max: 10 }),
      },
      { requiredKeys: ['do', 'check', 'enabled'] },
    ),
  },
);

export function checkIds(): readonly [CheckId, ...CheckId[]] {
  return [
    'fake.widget.open-rule',
    'fake.widget.public-policy',
    'fake.widget.unattached',
    'fake.widget.too-old',
    'fake.vault.unlocked',
    'fake.note.names-stranger',
  ];
}

const faultKinds: readonly FaultKind[] = [
  'access_denied',
  'credentials',
  'account_suspended',
  'api_disabled',
  'throttled',
  'server_error',
  'network',
  'hang',
  'html',
  'cut',
  'not_found',
  'short',
  'malformed',
];

const kind = fc.constantFrom(...faultKinds);
const often = fc.integer({ min: 1, max: 7 });

/** Parts of resources, whole resources, listings from some page on, and everything else. */
const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record(
    {
      kind,
      operation: fc.constantFrom('fake:GetWidgetPolicy', 'fake:GetWidget', 'fake:ListAttachments'),
      name: fc.constantFrom('w1', 'w2', 'w3'),
      times: often,
    },
    { requiredKeys: ['kind', 'operation'] },
  ),
  fc.record(
    {
      kind,
      operation: fc.constantFrom('fake:GetVault', 'fake:GetReport'),
      name: fc.constantFrom('v1', 'v2'),
    },
    { requiredKeys: ['kind', 'operation'] },
  ),
  fc.record(
    {
      kind,
      operation: fc.constantFrom('fake:ListWidgets', 'fake:ListVaults', 'fake:ListNotes'),
      region: fc.constantFrom('north', 'south'),
      skip: fc.nat({ max: 1 }),
      times: often,
    },
    { requiredKeys: ['kind', 'operation'] },
  ),
  fc.record(
    {
      kind,
      operation: fc.constantFrom('fake:WhoAmI', 'fake:ListRegions', '*', '*'),
      account: fc.constantFrom('a1', 'a2'),
      skip: fc.nat({ max: 20 }),
      times: often,
    },
    { requiredKeys: ['kind', 'operation', 'skip'] },
  ),
);

const decision: fc.Arbitrary<Decision> = fc.record(
  {
    act: fc.constantFrom('justify', 'justify', 'reopen'),
    pick: fc.nat({ max: 20 }),
    days: fc.constantFrom(1, 60),
  },
  { requiredKeys: ['act', 'pick'] },
);

function scanPlan(profile: Profile): fc.Arbitrary<ScanPlan> {
  return fc
    .record(
      {
        faults: fc.array(fault, { maxLength: profile.faults }),
        stop: fc.record({
          call: fc.integer({ min: 3, max: 30 }),
          how: fc.constantFrom<'abort' | Technology>('abort', ...technologies),
        }),
        technologies: fc.subarray([...technologies], { minLength: 1 }),
        again: fc.boolean(),
        stops: fc.nat({ max: 3 }),
        filters: fc.nat({ max: 5 }),
      },
      { noNullPrototype: true },
    )
    .map(({ faults, again, stop, technologies: some, stops, filters }) => ({
      faults,
      again,
      ...(profile.stops && stops === 0 && { stop }),
      ...(filters === 0 && { technologies: some }),
    }));
}

function round(profile: Profile): fc.Arbitrary<Round> {
  return fc.record(
    {
      mutations: fc.array(mutation, { minLength: 1, maxLength: 6 }),
      wait: fc.constantFrom(10, 10, 60, day, 47 * day),
      decisions: fc.array(decision, { maxLength: 2 }),
      scan: scanPlan(profile),
      deliver: fc.constantFrom(...sinkModes),
    },
    { requiredKeys: ['mutations', 'wait', 'decisions', 'scan'] },
  );
}

export function histories(profile: Profile): fc.Arbitrary<History> {
  return fc.record({
    accounts: fc.constantFrom(1, 1, 1, 2),
    resources: fc.array(creation, { minLength: 6, maxLength: 16 }),
    rounds: fc.array(round(profile), { minLength: 2, maxLength: profile.rounds }),
  });
}
