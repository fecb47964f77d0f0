/** A watcher: lists and describes the items of one technology. */
import type { z } from 'zod';
import type { JsonObject } from '../json/value.ts';
import type { Description } from '../observation.ts';
import type { AccountFacts, Send } from './account-type.ts';
import { branded } from './brand.ts';
import type { MissingItem } from './missing-item.ts';
import type { PastQuestion, PastState } from './past.ts';
import type { Variant } from './variance.ts';

/** Where a listing happens. */
export type Place = {
  readonly partition: string;
  /** The account's identifier. */
  readonly account: string;
  /** The region asked; for a global listing, the home region. */
  readonly region: string;
};

export type WatchContext = {
  /** Makes one call within limits, retries and deadlines. Rejects with an OperationError, whose failure names the permission. */
  readonly send: Send;
  readonly place: Place;
  readonly facts: AccountFacts;
  /** What is configured about the account, as a person filled it in; the account type's schema tells what may be there. */
  readonly fields?: JsonObject;
  /**
   * Loads once per account, region and run, whoever asks first; a rejection is shared too. Among accounts that were found in the
   * same one, such as the projects of an organization, one load serves all of them: each takes it in one run only, so that what it
   * sees in the next run is newer, and nobody takes one that began more than a quarter of an hour before.
   */
  readonly shared: <Value>(key: string, load: () => Promise<Value>, among?: SharedAmong) => Promise<Value>;
};

/** Who shares a load: what watches one account, or all accounts that were found in the same one. */
export type SharedAmong = 'account' | 'accounts-found-together';

/** A list of which the provider says that its order means nothing, so that a shuffle is no change. */
export type UnorderedPath = {
  /** JSON pointer; `*` stands for any key or index. */
  readonly path: string;
  /** The provider's page that says so. */
  readonly source: string;
};

/** An item whose page in the provider's console is asked for. */
export type ConsoleItem = MissingItem;

export type Watcher<Schema extends z.ZodType = Variant> = {
  /** `provider.technology`, equal to the path of its folder. */
  readonly id: string;
  readonly accountType: string;
  readonly title: { readonly one: string; readonly many: string };
  /** The provider's reference of the listing call. */
  readonly documentation: string;
  /** The original Security Monkey's name of this technology. */
  readonly legacyIndex?: string;
  /** Raised whenever the same resource would be recorded differently: a re-baseline, no change. */
  readonly version: number;
  readonly scope: 'region' | 'global';
  /** Every call it makes (`service:Operation`) with the permission that allows it. */
  readonly permissions: Readonly<Record<string, string>>;
  /** Error codes by which a describe says that the item does not exist. */
  readonly gone: readonly string[];
  /** Paths whose values are kept up to date without making a revision. */
  readonly ephemeral: readonly string[];
  /** Paths that hold secrets, replaced by a digest before anything is stored. */
  readonly secret: readonly string[];
  readonly unordered: readonly UnorderedPath[];
  /** Names of the relations that it may report. */
  readonly relations: readonly string[];
  /** Loose: it types what checks read and drops nothing. */
  readonly config: Schema;
  /** The provider's immutable id; with the creation date where the provider reuses ids. */
  readonly identity: (config: z.output<Schema>, place: Place) => string;
  /** ARN or full resource name: the same for a re-created resource. */
  readonly lineage: (config: z.output<Schema>, place: Place) => string;
  readonly name: (config: z.output<Schema>) => string;
  /** For a global listing: the region that the item lies in. */
  readonly region?: (config: z.output<Schema>, place: Place) => string;
  readonly tags?: (config: z.output<Schema>) => Readonly<Record<string, string>>;
  /** Words, addresses and CIDRs by which a search finds the item. */
  readonly terms?: (config: z.output<Schema>) => readonly string[];
  /** Where the provider's console shows the item, from its origin on: encoded, beginning with a slash. */
  readonly consolePath?: (config: z.output<Schema>, item: ConsoleItem) => string;
  /** Yields pages as the provider gives them. Ending without a rejection means that the listing is complete. */
  readonly list: (context: WatchContext) => AsyncIterable<readonly JsonObject[]>;
  /** Reads the rest of a listed item; rejects with a code in `gone` when it has vanished meanwhile. Absent: the listing is the config. */
  readonly describe?: (context: WatchContext, listed: JsonObject) => Promise<Description>;
  /** Asks for one item that a complete listing lacks: resolves when it is still there, rejects with a code in `gone` when it is not. */
  readonly confirm?: (context: WatchContext, missing: MissingItem) => Promise<void>;
  /**
   * What listed items were like before they were first seen, in any order; items of which nothing is known are left out. It is asked after a
   * complete listing, in the same run, until it has answered for all items of the scope once. Undefined, without any call: of this account nobody
   * can be asked now; the next run tries again. A rejection takes nothing from what was listed: it is told, and tried again.
   */
  readonly past?: (
    context: WatchContext,
    question: PastQuestion,
  ) => Promise<readonly PastState[] | undefined>;
};

/** Declares a watcher. */
export function defineWatcher<Schema extends z.ZodType>(watcher: Watcher<Schema>): Watcher<Schema> {
  return branded('watcher', watcher);
}
