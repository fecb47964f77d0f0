/** A check: one rule on one technology, pure and synchronous. */
import type { z } from 'zod';
import type { JsonObject, JsonValue } from '../json/value.ts';
import { branded } from './brand.ts';
import type { Variant } from './variance.ts';
import type { Watcher } from './watcher.ts';
import type { WatcherReference } from './watcher-reference.ts';

export const categories = [
  'internet-accessible',
  'friendly-cross-account',
  'third-party-cross-account',
  'unknown-access',
  'cross-account-root',
  'administrator-access',
  'sensitive-permissions',
  'awkward-construction',
  'parse-error',
  'insecure-configuration',
  'insecure-tls',
  'needs-rotation',
  'unused-access',
  'recommendation',
  'informational',
] as const;

export type Category = (typeof categories)[number];

/** One offending value and where it stands. Issues are bound to the values, never to the paths. */
export type Evidence = {
  /** JSON pointer into the config; `@name` for what was concluded from the relation of that name. */
  readonly path: string;
  /** At a pointer, what the config holds there, of an object perhaps only the members that offend; of a relation, what makes the finding wider when it is new. */
  readonly value: JsonValue;
};

export type Finding = {
  /** Who through which door: what tells this issue from others of the same check on the same item. Never an index or a score. */
  readonly subject: Readonly<Record<string, string | number | boolean>>;
  /** At least one value. */
  readonly evidence: readonly Evidence[];
  /** Further values for the message's text; no part of the identity. */
  readonly details?: Readonly<Record<string, string | number>>;
  /** 0 to 10; the check's own score unless given. */
  readonly score?: number;
};

/** What is known about a related resource. */
export type RelatedItem = { readonly technology: string; readonly key: string; readonly value: JsonObject };

/** Related resources. Presence may be concluded from partial data; absence only from a complete listing, otherwise the check becomes unknown. */
export type RelatedItems = {
  readonly some: (matches: (item: RelatedItem) => boolean) => boolean;
  readonly isEmpty: () => boolean;
  /** Those that match; the check becomes unknown when the listing is incomplete. */
  readonly all: () => readonly RelatedItem[];
  /** Those that are known, for conclusions that hold whatever else there may be. */
  readonly known: () => readonly RelatedItem[];
};

export type WorldAccount = {
  readonly type: string;
  /** The account types that its type extends: it counts as one of each. Ask with `isOfType`. */
  readonly extends?: readonly string[];
  readonly identifier: string;
  readonly name: string;
  readonly thirdParty: boolean;
  /** Further ids of the account, such as its S3 canonical user id. */
  readonly aliases: readonly string[];
};

/**
 * What checks may know beyond the item: whose accounts and networks are whose. A check may ask about addresses and ids that the
 * item or its relations name: when accounts, organisations or networks change, only items that name them are judged again.
 */
export type World = {
  readonly accounts: readonly WorldAccount[];
  /** Organisations that count as ours. */
  readonly organizations: readonly string[];
  /** Networks on the allow-list. */
  readonly networks: readonly { readonly name: string; readonly cidr: string }[];
};

export type AuditedItem = {
  readonly account: string;
  readonly partition: string;
  readonly technology: string;
  readonly region: string;
  readonly name: string;
  readonly lineage: string;
  readonly tags: Readonly<Record<string, string>>;
};

export type CheckContext<Config = Variant, MessageId extends string = Variant, Options = Variant> = {
  readonly item: AuditedItem;
  /** Guarded: reading a part that could not be collected makes the check unknown. */
  readonly config: Config;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly options: Options;
  readonly related: (relation: string) => RelatedItems;
  /** Whether everything at that JSON pointer into the config was read: for conclusions that hold whatever may be there. */
  readonly isRead: (path: string) => boolean;
  readonly world: World;
  readonly report: (messageId: MessageId, finding: Finding) => void;
  /** The moment (milliseconds since the epoch) at which the answer may change without any input changing. */
  readonly lookAgainAt: (time: number) => void;
};

export type ExampleItem = {
  readonly name: string;
  /** Parsed and merged with nothing: the whole config that the check sees. */
  readonly config: JsonObject;
  readonly unreadable?: readonly string[];
  readonly now?: number;
  readonly item?: Partial<AuditedItem>;
  readonly world?: Partial<World>;
  readonly options?: JsonObject;
  readonly related?: Readonly<
    Record<string, { readonly items: readonly RelatedItem[]; readonly complete: boolean }>
  >;
};

export type BadExample<MessageId extends string> = ExampleItem & {
  /** Exactly what the check reports: message ids with their subjects, in any order. */
  readonly reports: readonly {
    readonly message: MessageId;
    readonly subject: Finding['subject'];
    readonly score?: number;
  }[];
};

export type Check<
  Schema extends z.ZodType = Variant,
  Messages extends Readonly<Record<string, string>> = Variant,
> = {
  /** The watcher's id and the rule's name, equal to the path of its file. */
  readonly id: string;
  /** Of this plugin, or a reference to one of another. */
  readonly watcher: Watcher<Schema> | WatcherReference<Schema>;
  /** Raised whenever the rule judges differently, so that stored results are renewed. */
  readonly version: number;
  /** 0 to 10. */
  readonly score: number;
  readonly category: Category;
  readonly title: string;
  /** Why it matters: a short paragraph. */
  readonly why: string;
  /** What to do about it. */
  readonly fix: string;
  readonly links: readonly string[];
  /** Controls of compliance frameworks, such as `{ 'cis-aws-7.0': ['6.3'] }`. */
  readonly frameworks: Readonly<Record<string, readonly string[]>>;
  /** Message id to template; `{name}` takes a value of the finding's subject or details. */
  readonly messages: Messages;
  readonly options?: z.ZodType;
  /** Names of the watcher's relations that it reads. */
  readonly needs?: readonly string[];
  readonly examples: {
    readonly good: readonly ExampleItem[];
    readonly bad: readonly BadExample<keyof Messages & string>[];
  };
  readonly run: (context: CheckContext<z.output<Schema>, keyof Messages & string>) => void;
};

/** What a check says of itself, as families of checks take it from each rule. */
export type CheckTexts = Pick<Check, 'score' | 'category' | 'title' | 'why' | 'fix' | 'links' | 'frameworks'>;

/** Declares a check. */
export function defineCheck<
  Schema extends z.ZodType,
  const Messages extends Readonly<Record<string, string>>,
>(check: Check<Schema, Messages>): Check<Schema, Messages> {
  return branded('check', check);
}
