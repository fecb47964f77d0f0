/** What the fake cloud really holds, as it should come to stand in the store; says nothing of how the engine gets there. */
import { createHmac } from 'node:crypto';
import type { JsonObject, JsonValue } from '@security-monkey/sdk';
import type { FakeCloud, FakeResource } from '../../../packages/server/src/engine/testing/fake-cloud.ts';
import type { CheckId, Technology } from './plan.ts';

/** A resource as its item should be recorded. */
export type Real = {
  readonly account: string;
  readonly technology: Technology;
  /** The region of its scope. */
  readonly scope: string;
  /** Whether the account has the region switched on. */
  readonly isOn: boolean;
  readonly name: string;
  readonly identity: string;
  readonly lineage: string;
  readonly config: JsonObject;
  /** By what they stand for: `LastUsedAt`, or a member's id. */
  readonly ephemeral: Readonly<Record<string, JsonValue>>;
  /** Keys of the relation `attachments`. */
  readonly attached: readonly string[];
};

export function realResources(cloud: FakeCloud, accounts: readonly string[]): readonly Real[] {
  return accounts.flatMap((account) => {
    const { resources, regions } = cloud.account(account);
    return [...resources.values()].map((resource) => realOf(account, resource, regions));
  });
}

function realOf(account: string, resource: FakeResource, regions: ReadonlyMap<string, boolean>): Real {
  const { kind, name, region, created } = resource;
  const isGlobal = kind === 'vault';
  const place = isGlobal ? '' : `:${region}`;
  return {
    account,
    technology: `fake.${kind}`,
    scope: isGlobal ? 'global' : region,
    isOn: isGlobal || regions.get(region) === true,
    name,
    identity: kind === 'widget' ? `${name}@${created}` : name,
    lineage: `fake:${account}${place}:${kind}/${name}`,
    config: normal(configOf(account, resource)),
    ephemeral: kind === 'widget' ? ephemeralOf(resource.body) : {},
    attached: kind === 'widget' ? resource.attached.toSorted() : [],
  };
}

function configOf(account: string, { kind, name, region, created, body, policy }: FakeResource): JsonObject {
  if (kind === 'note') return { Name: name, ...body };
  if (kind === 'vault') return { Name: name, Region: region, ...body, Owner: `owner of ${account}` };
  const { LastUsedAt: _, Startup, ...rest } = body;
  return {
    Size: 1,
    ...rest,
    Members: membersOf(body).map(({ Id }) => ({ Id })),
    Name: name,
    CreatedAt: created,
    Policy: policy ?? null,
    ...(typeof Startup === 'string' && { Startup: digest(Startup) }),
  };
}

type Member = { readonly Id: string; readonly SeenAt: string };

function membersOf(body: JsonObject): readonly Member[] {
  const list = body['Members'];
  if (!Array.isArray(list)) return [];
  return list.map((member: JsonObject) => ({ Id: textOf(member['Id']), SeenAt: textOf(member['SeenAt']) }));
}

function ephemeralOf(body: JsonObject): Readonly<Record<string, JsonValue>> {
  const seen = membersOf(body).map(({ Id, SeenAt }) => [Id, SeenAt] as const);
  const used = body['LastUsedAt'];
  return { ...Object.fromEntries(seen), ...(used !== undefined && { LastUsedAt: used }) };
}

/** A text in a config; anything else as JSON. */
export function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

/** As the digest key of the test runtime makes it. */
function digest(text: string): string {
  return `redacted:k1:${createHmac('sha256', 'k1').update(text).digest('hex')}`;
}

/** Keys sorted, members of widgets too, since their order means nothing. */
export function normal(config: JsonObject): JsonObject {
  const sorted = Object.entries(config).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(
    sorted.map(([key, value]) => [
      key,
      key === 'Members' && Array.isArray(value) ? sortedMembers(value) : value,
    ]),
  );
}

function sortedMembers(members: readonly JsonValue[]): readonly JsonValue[] {
  return members.toSorted((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
}

/** What an item's answers depend on, from the store or from the truth. */
export type Judged = {
  readonly technology: string;
  readonly config: JsonObject;
  readonly attached: readonly string[];
  /** Paths that could not be read; the empty one is the whole. */
  readonly unreadable: readonly string[];
};

/** What of the world the checks look at. */
export type Surroundings = { readonly now: number; readonly accounts: readonly string[] };

/** Subject key to the evidence that the check should give. */
export type Offences = ReadonlyMap<string, string>;

const none: Offences = new Map();
const age = 90 * 24 * 60 * 60 * 1000;

type Rule = (judged: Judged, around: Surroundings) => Offences | 'unknown';

/** The fake checks once more, written against the config alone. */
const rulesOf: Readonly<Record<CheckId, Rule>> = {
  'fake.widget.open-rule': ({ config }) => {
    const rules = config['Rules'];
    const open = Array.isArray(rules)
      ? rules.filter((rule: JsonObject) => rule['Source'] === '0.0.0.0/0')
      : [];
    return new Map(
      open.map((rule: JsonObject) => [
        `{"port":${textOf(rule['Port'])}}`,
        `{"Port":${textOf(rule['Port'])},"Source":"0.0.0.0/0"}`,
      ]),
    );
  },
  'fake.widget.public-policy': ({ config, unreadable }) => {
    if (unreadable.includes('/Policy')) return 'unknown';
    const policy = config['Policy'];
    return typeof policy === 'string' && policy.startsWith('public') ? one('{}', policy) : none;
  },
  'fake.widget.unattached': ({ config, attached, unreadable }) => {
    if (unreadable.includes('@attachments')) return 'unknown';
    return attached.length > 0 ? none : one('{}', config['Name']);
  },
  'fake.widget.too-old': ({ config }, { now }) =>
    now >= Date.parse(textOf(config['CreatedAt'])) + age ? one('{}', config['CreatedAt']) : none,
  'fake.vault.unlocked': ({ config }) => (config['Locked'] === false ? one('{}', false) : none),
  'fake.note.names-stranger': ({ config }, { accounts }) => {
    const named = /^account:(\w+)$/.exec(textOf(config['Text']))?.[1];
    return named === undefined || accounts.includes(named)
      ? none
      : one(`{"account":"${named}"}`, `account:${named}`);
  },
};

function one(subject: string, evidence: JsonValue | undefined): Offences {
  return new Map([[subject, JSON.stringify(evidence)]]);
}

/** What a check must say of an item. */
export function offencesOf(check: CheckId, judged: Judged, around: Surroundings): Offences | 'unknown' {
  if (!check.startsWith(`${judged.technology}.`)) return none;
  if (judged.unreadable.includes('')) return 'unknown';
  return rulesOf[check](judged, around);
}
