/** The rows of every table, as the database gives and takes them. Times are Date, jsonb is parsed JSON, int8 is a number. */
import type {
  AccountFacts,
  Evidence,
  Failure,
  JsonObject,
  JsonValue,
  Unreadable,
} from '@security-monkey/sdk';
import type { ColumnType, Generated, Selectable } from 'kysely';

/** A jsonb column: read as the value, written as JSON text (always by `JSON.stringify`). */
type Json<Value> = ColumnType<Value, string, string>;
type NullableJson<Value> = ColumnType<Value | null, string | null, string | null>;
type Time = ColumnType<Date, Date, Date>;
type NullableText = ColumnType<string | null, string | null | undefined, string | null>;
type NullableTime = ColumnType<Date | null, Date | null | undefined, Date | null>;

export type ItemStatus = 'active' | 'frozen' | 'deleted';
export type IssueStatus = 'open' | 'justified' | 'fixed' | 'retired' | 'frozen';
export type RevisionKind = 'created' | 'changed' | 'deleted' | 'rebaseline';
export type RevisionSource = 'scan' | 'event' | 'backfill';
export type CoverageState = 'never' | 'complete' | 'failed' | 'frozen';
export type FailureStage = 'connect' | 'list' | 'describe' | 'record' | 'audit' | 'deliver';
export type DeliveryState = 'pending' | 'delivered' | 'dead';
export type MessageKind = 'run' | 'digest' | 'test';
export type Role = 'view' | 'comment' | 'justify' | 'admin';

export type AccountTable = {
  id: string;
  type: string;
  identifier: string;
  name: string;
  fields: Json<JsonObject>;
  third_party: boolean;
  active: boolean;
  facts: NullableJson<AccountFacts>;
  notes: Generated<string>;
  created_at: Time;
  /** When the first listing of every scope had been recorded; before that, nothing is alerted one by one. */
  enrolled_at: NullableTime;
  /** When a person last asked for a scan of it. */
  scan_asked_at: NullableTime;
  /** The account in which it was found; null when a person added it. */
  discovered_by: NullableText;
  /** Why the account in which it was found leaves it out now: it is frozen. */
  left_out: NullableText;
};

export type ItemTable = {
  id: string;
  account_id: string;
  technology: string;
  /** The region of the scope: a region's name or `global`. */
  scope_region: string;
  /** The region of the item. */
  region: string;
  identity: string;
  lineage: string;
  name: string;
  tags: Json<Record<string, string>>;
  /** Lower-cased words of a search. */
  terms: string[];
  status: ItemStatus;
  predecessor: string | null;
  first_seen: Time;
  last_changed: Time;
  deleted_at: NullableTime;
  /** Since when complete listings lack it, while nothing confirms that it is gone. */
  missing_since: NullableTime;
  /** The durable config, canonical and redacted. */
  config: Json<JsonObject>;
  config_hash: string;
  /** Versions of everything of ours that shapes the config: watcher, canonicaliser, redactor, digest key. */
  recorder: string;
  /** With the time since when each part could not be read: ISO 8601. */
  unreadable: Json<readonly (Unreadable & { readonly since?: string })[]>;
  /** The entry of the ignore list that covers it; such an item is recorded and not judged. */
  ignored_by: ColumnType<string | null, string | null | undefined, string | null>;
  /** Sum of the scores of its open issues. */
  score: Generated<number>;
  open_issues: Generated<number>;
  unknowns: Generated<number>;
};

export type ItemNetworkTable = { item_id: string; network: string };

export type ConfigTable = { hash: string; body: Json<JsonObject>; stored_at: Time };

export type RevisionTable = {
  id: string;
  item_id: string;
  valid_from: Time;
  observed_at: Time;
  kind: RevisionKind;
  /** The config as of then; for a deletion, the last one. */
  config_hash: string;
  source: RevisionSource;
  actor: NullableJson<JsonObject>;
  unreadable: Json<readonly Unreadable[]>;
};

export type EphemeralTable = {
  item_id: string;
  /** JSON pointer to value. */
  body: Json<JsonObject>;
  /** Keyed digest of the whole observation as the provider gave it: when it is equal, nothing at all has changed. */
  observed_hash: string;
  observed_at: Time;
};

export type RelationTable = {
  item_id: string;
  name: string;
  technology: string;
  key: string;
  value: Json<JsonObject>;
  valid_from: Time;
  valid_to: NullableTime;
};

export type CoverageTable = {
  account_id: string;
  technology: string;
  region: string;
  /** Raised by every run that starts; a run whose epoch is no longer the row's writes nothing more. */
  epoch: Generated<number>;
  holder: string | null;
  lease_until: NullableTime;
  state: CoverageState;
  first_complete_at: NullableTime;
  /** When the provider had told what its items were like before they were first seen; null: that is still to be asked. */
  past_filled_at: NullableTime;
  last_complete_at: NullableTime;
  last_attempt_at: NullableTime;
  next_run_at: NullableTime;
  failure: NullableJson<Failure>;
  failing_since: NullableTime;
  listed: Generated<number>;
  /** Items that the last complete listing lacked and that are held until their absence is confirmed. */
  held: Generated<number>;
};

export type FailureTable = {
  id: string;
  account_id: string;
  technology: string;
  region: string;
  /** What failed: an item's identity, a check's id with the item's id, or empty for the scope itself. */
  subject: string;
  stage: FailureStage;
  class: string;
  detail: Json<Failure>;
  first_at: Time;
  last_at: Time;
};

export type IssueTable = {
  id: string;
  account_id: string;
  technology: string;
  lineage: string;
  item_id: string;
  check_id: string;
  message_id: string;
  subject_key: string;
  subject: Json<Record<string, string | number | boolean>>;
  details: Json<Record<string, string | number>>;
  evidence: Json<readonly Evidence[]>;
  evidence_hash: string;
  score: number;
  status: IssueStatus;
  /** Since when it is there without having been fixed. */
  opened_at: Time;
  changed_at: Time;
  fixed_at: NullableTime;
  unverified_since: NullableTime;
};

export type IssueTransitionTable = {
  id: string;
  issue_id: string;
  at: Time;
  from_status: IssueStatus | null;
  to_status: IssueStatus;
  /** What made it happen: config, related, options, check, facts, world, networks, known-accounts, ignored, due, person, expiry, deletion. */
  cause: string;
  detail: Json<JsonObject>;
};

export type JustificationTable = {
  id: string;
  issue_id: string;
  reason: string;
  /** Hashes of the normalised values that it covers. */
  evidence: Json<readonly string[]>;
  author: string;
  created_at: Time;
  until: NullableTime;
  ended_at: NullableTime;
  ended_because: string | null;
};

export type UnknownTable = {
  item_id: string;
  check_id: string;
  class: string;
  path: string;
  permission: string | null;
  message: string;
  since: Time;
};

export type AuditStateTable = {
  item_id: string;
  /** Check id to the fingerprint of everything that its last answer depended on. */
  fingerprints: Json<Record<string, string>>;
  next_due: NullableTime;
  audited_at: Time;
};

export type AuditQueueTable = { item_id: string; cause: string; enqueued_at: Time };

export type CommentTable = {
  id: string;
  account_id: string;
  item_id: string | null;
  revision_id: string | null;
  issue_id: string | null;
  author: string;
  at: Time;
  text: string;
  /** Null for what was written elsewhere, and once the person has been removed. */
  user_id: ColumnType<string | null, string | null | undefined, string | null>;
};

export type OutboxTable = {
  id: string;
  key: string;
  kind: string;
  at: Time;
  account_id: string | null;
  payload: Json<JsonObject>;
};

export type DeliveryTable = {
  outbox_id: string;
  alerter: string;
  state: DeliveryState;
  attempts: number;
  next_attempt_at: Time;
  delivered_at: NullableTime;
  failure: string | null;
};

export type SubscriptionTable = {
  id: string;
  /** Whose it is, who sees no more by it than otherwise; null for one that an administrator made for an address. */
  user_id: string | null;
  /** The id of the alerter that tells. */
  alerter: string;
  address: string;
  /** `"all"`, or selectors of accounts as settings have them. */
  accounts: Json<'all' | readonly string[]>;
  /** `"all"`, or ids. */
  technologies: Json<'all' | readonly string[]>;
  /** Kinds of events. */
  events: Json<readonly string[]>;
  /** Runs and days without an issue of at least this score make no message. */
  min_score: number;
  /** The time of day (HH:MM) of the daily digest; null: a message for every run. */
  digest_at: string | null;
  time_zone: string;
  next_digest_at: NullableTime;
  created_at: Time;
  created_by: string;
};

export type MessageTable = {
  id: string;
  /** Null for a test, and once the subscription was removed. */
  subscription_id: string | null;
  /** The account that a run was about; null for a digest. */
  account_id: string | null;
  kind: MessageKind;
  alerter: string;
  address: string;
  created_at: Time;
  state: DeliveryState;
  /** Failed attempts, and the one that succeeded. */
  attempts: number;
  next_attempt_at: Time;
  delivered_at: NullableTime;
  failure: string | null;
  /** Null until it was first made up. */
  subject: string | null;
};

/** An event that a subscription is about. */
export type MessageEventTable = {
  subscription_id: string;
  outbox_id: string;
  account_id: string;
  at: Time;
  /** Null while it waits for its run or day to end, and when it was left out. */
  message_id: string | null;
  /** Nothing in its run or day reached the subscription's score, so no message tells of it. */
  left_out: Generated<boolean>;
};

export type SettingTable = { key: string; value: Json<JsonValue>; updated_at: Time; updated_by: string };

export type AppUserTable = {
  id: string;
  email: string;
  name: string;
  role: Role;
  /** `"all"` or a list of account ids. */
  accounts: Json<'all' | readonly string[]>;
  password_hash: string | null;
  active: boolean;
  created_at: Time;
};

export type SessionTable = {
  id: string;
  user_id: string;
  /** Of the token in the cookie; the token itself is kept nowhere. */
  token_hash: string;
  created_at: Time;
  last_seen_at: Time;
  expires_at: Time;
};

export type SignInLinkTable = {
  token_hash: string;
  /** Null: it makes the first administrator. */
  user_id: string | null;
  created_at: Time;
  expires_at: Time;
  used_at: NullableTime;
};

export type AuditLogTable = {
  id: string;
  at: Time;
  /** Null once the person has been removed. */
  user_id: string | null;
  author: string;
  address: string;
  /** What was done, such as `account.add`. */
  action: string;
  /** What it was done to. */
  target: Json<JsonObject>;
};

export type Tables = {
  account: AccountTable;
  item: ItemTable;
  item_network: ItemNetworkTable;
  config: ConfigTable;
  revision: RevisionTable;
  ephemeral: EphemeralTable;
  relation: RelationTable;
  coverage: CoverageTable;
  failure: FailureTable;
  issue: IssueTable;
  issue_transition: IssueTransitionTable;
  justification: JustificationTable;
  unknown: UnknownTable;
  audit_state: AuditStateTable;
  audit_queue: AuditQueueTable;
  comment: CommentTable;
  outbox: OutboxTable;
  delivery: DeliveryTable;
  subscription: SubscriptionTable;
  message: MessageTable;
  message_event: MessageEventTable;
  setting: SettingTable;
  app_user: AppUserTable;
  session: SessionTable;
  sign_in_link: SignInLinkTable;
  audit_log: AuditLogTable;
};

export type Row<Table extends keyof Tables> = Selectable<Tables[Table]>;
