/** An account type: a kind of thing that can be watched, and how to connect to it. */
import type { z } from 'zod';
import type { Failure } from '../failure.ts';
import type { JsonObject } from '../json/value.ts';
import { branded } from './brand.ts';
import type { Variant } from './variance.ts';

/** One call to the provider. `input` is what the provider's API takes, unchanged. */
export type ProviderRequest = {
  /** `service:Operation`, such as `s3:GetBucketAcl`. */
  readonly operation: string;
  readonly region: string;
  readonly input: JsonObject;
  readonly signal: AbortSignal;
};

/** A signed-in connection to one account. It knows nothing of limits, retries or deadlines: those are the engine's. */
export type Connection = {
  /** What the provider answered, unchanged; rejects with the provider's own error. */
  readonly send: (request: ProviderRequest) => Promise<unknown>;
  readonly close: () => void;
};

/** What is configured about an account. */
export type AccountSettings<Fields> = {
  readonly identifier: string;
  readonly name: string;
  readonly fields: Fields;
};

/** What could be found out about an account by asking the provider; kept with the account and used by checks as part of the world. */
export type AccountFacts = {
  /** First part of its ARNs (`aws`, `aws-cn`, `aws-us-gov`) or the provider's like. */
  readonly partition: string;
  /** The organisation it belongs to, which counts as ours. */
  readonly organizationId?: string;
  /** Further ids under which policies and ACLs name the account. */
  readonly aliases?: readonly string[];
  /** Facts that could not be read, and why. */
  readonly unreadable?: readonly Failure[];
};

export type Region = {
  readonly name: string;
  /** False when the account has not switched the region on: its scopes freeze. */
  readonly enabled: boolean;
};

export type Probe = {
  readonly facts: AccountFacts;
  readonly regions: readonly Region[];
  /** The region in which global listings are made. */
  readonly homeRegion: string;
};

/** Sends through the engine's limiter, retries and deadlines; rejects with an OperationError. */
export type Send = (
  operation: string,
  input: JsonObject,
  options?: { readonly region?: string },
) => Promise<unknown>;

/** Accounts that a provider publishes, such as those from which it delivers logs: a person chooses by id which lists count. */
export type KnownAccounts = {
  /** The account type's id and the list's own name, such as `aws.elb-logs`. */
  readonly id: string;
  readonly title: string;
  /** The provider's page that names them. */
  readonly source: string;
  /** The day on which the table was compared with its source, as 2026-11-28. */
  readonly version: string;
  readonly accounts: readonly { readonly identifier: string; readonly name: string }[];
};

/** Who did something to a resource, when and by which call, as the provider's audit log tells it. */
export type Deed = {
  readonly at: Date;
  readonly actor: { readonly name: string; readonly id?: string };
  /** `service:Operation`, such as `s3:PutBucketPolicy`. */
  readonly operation: string;
  /** What the log adds in words. */
  readonly note?: string;
};

export type DeedQuestion = {
  readonly send: Send;
  /** The resource, as its watcher names it. */
  readonly item: {
    readonly technology: string;
    readonly region: string;
    readonly name: string;
    readonly identity: string;
    readonly lineage: string;
  };
  /** Only what was done after the one time, and up to the other. */
  readonly after: Date;
  readonly until: Date;
};

/** What the engine lends to a connection. */
export type ConnectContext = {
  /** Milliseconds since the epoch. A simulated provider has no clock of its own: it is asked for any time in the past. */
  readonly now: () => number;
};

/** The forms in which roles are created, the usual first. */
export const roleFormats = ['json', 'cloudformation', 'terraform', 'gcloud'] as const;

export type RoleFormat = (typeof roleFormats)[number];

/** From permissions (sorted, each once) to the text by which a role is created that allows them and nothing else. */
export type RoleText = (permissions: readonly string[]) => string;

/** An account that lies in another one, such as a project in an organization. */
export type FoundAccount = {
  readonly identifier: string;
  /** As a person would fill them in. How to sign in is usually the same as for the account in which it lies. */
  readonly fields: JsonObject;
  /** Why it is not to be watched, in one sentence: it is to be deleted, or a field leaves it out. What is known of it is frozen. */
  readonly leftOut?: string;
};

/** Finds the accounts that lie in an account. */
export type Discovery<Fields> = {
  /** The id of the account type that it finds. */
  readonly finds: string;
  /**
   * Yields pages as the provider gives them, at each run of the account. Ending without a rejection means that the list is
   * complete: what it lacks and was found before has gone. It never gives only a part because no more may be seen.
   */
  readonly find: (context: {
    readonly send: Send;
    readonly account: AccountSettings<Fields>;
  }) => AsyncIterable<readonly FoundAccount[]>;
};

export type AccountType<Schema extends z.ZodType = Variant> = {
  readonly id: string;
  readonly title: string;
  /** The account type whose watchers watch this one too. */
  readonly extends?: string;
  /** The origin of the provider's console, such as `https://console.example.com`; without it nothing is linked. */
  readonly consoleOrigin?: (facts: AccountFacts) => string | undefined;
  readonly identifier: {
    /** What the field is called, such as `Account number`. */
    readonly label: string;
    readonly example: string;
    /** The identifier in its one form, or a sentence that says what is wrong with it. */
    readonly parse: (text: string) => { readonly value: string } | { readonly problem: string };
  };
  /** The fields a person fills in, each with a description; the forms and `--field` are made from it. */
  readonly fields: Schema;
  /** Lists of accounts that count as known third parties where a person says so. */
  readonly knownAccounts?: readonly KnownAccounts[];
  /** The permissions that connecting, probing and discovering need, beside those of the watchers: operation to permission. */
  readonly permissions: Readonly<Record<string, string>>;
  /** The role that such an account needs, in the forms that its provider has; without them, that of the type that it extends, or a plain list. */
  readonly roles?: Readonly<Partial<Record<RoleFormat, RoleText>>>;
  /** Connects; rejects when the credentials are wrong. Makes no call that a fake cannot answer. */
  readonly connect: (
    account: AccountSettings<z.output<Schema>>,
    context: ConnectContext,
  ) => Promise<Connection>;
  /**
   * Asks who we are, which regions are on and what else is known of the account.
   * Rejects with class `account_mismatch` when the credentials lead into another account than the configured one.
   */
  readonly probe: (context: {
    readonly send: Send;
    readonly account: AccountSettings<z.output<Schema>>;
  }) => Promise<Probe>;
  /**
   * The last change of a resource in a stretch of time, by the provider's audit log; undefined where that tells of none. It is
   * asked once for each revision, which then says who made it and since when it is so. A rejection leaves that unknown.
   */
  readonly lastDeed?: (question: DeedQuestion) => Promise<Deed | undefined>;
  /** New accounts in it are watched from the next run on, those that have gone are frozen with their history. */
  readonly discovery?: Discovery<z.output<Schema>>;
  /** What a rejected call means. */
  readonly classify: (error: unknown) => Failure;
  /** The key of the provider's rate limit that a call counts against. */
  readonly budgetKey: (request: {
    readonly account: string;
    readonly region: string;
    readonly operation: string;
  }) => string;
};

/** Declares an account type. */
export function defineAccountType<Schema extends z.ZodType>(type: AccountType<Schema>): AccountType<Schema> {
  return branded('account-type', type);
}
