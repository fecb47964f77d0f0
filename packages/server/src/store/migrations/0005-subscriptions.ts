/** Who is told what: subscriptions, the messages that they come to, and which events each message tells. */
import { type Kysely, sql } from 'kysely';

const statements = [
  `create table subscription (
    id uuid primary key,
    user_id uuid references app_user on delete cascade,
    alerter text not null,
    address text not null,
    accounts jsonb not null,
    technologies jsonb not null,
    events jsonb not null,
    min_score integer not null check (min_score between 0 and 10),
    digest_at text check (digest_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
    time_zone text not null,
    next_digest_at timestamptz,
    created_at timestamptz not null,
    created_by text not null,
    check ((digest_at is null) = (next_digest_at is null))
  )`,
  'create index subscription_user on subscription (user_id) where user_id is not null',
  'create index subscription_digest on subscription (next_digest_at) where next_digest_at is not null',
  `create table message (
    id uuid primary key,
    subscription_id uuid references subscription on delete set null,
    account_id uuid references account on delete cascade,
    kind text not null check (kind in ('run', 'digest', 'test')),
    alerter text not null,
    address text not null,
    created_at timestamptz not null,
    state text not null check (state in ('pending', 'delivered', 'dead')),
    attempts integer not null,
    next_attempt_at timestamptz not null,
    delivered_at timestamptz,
    failure text,
    subject text
  )`,
  `create index message_pending on message (next_attempt_at) where state = 'pending'`,
  `create index message_dead on message (created_at, id) where state = 'dead'`,
  'create index message_created on message (created_at, id)',
  'create index message_subscription on message (subscription_id, created_at) where subscription_id is not null',
  'create index message_account on message (account_id) where account_id is not null',
  `create table message_event (
    subscription_id uuid not null references subscription on delete cascade,
    outbox_id uuid not null references outbox on delete cascade,
    account_id uuid not null,
    at timestamptz not null,
    message_id uuid references message on delete cascade,
    left_out boolean not null default false,
    primary key (subscription_id, outbox_id)
  )`,
  `create index message_event_waiting on message_event (subscription_id, account_id, at)
    where message_id is null and not left_out`,
  'create index message_event_message on message_event (message_id) where message_id is not null',
  'create index message_event_outbox on message_event (outbox_id)',
  `create index delivery_dead on delivery (outbox_id) where state = 'dead'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
