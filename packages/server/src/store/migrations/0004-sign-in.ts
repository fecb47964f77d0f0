/** What the pages need: sessions, one-time links, the log of what people changed, and scans that they ask for. */
import { type Kysely, sql } from 'kysely';

const statements = [
  // Addresses that differ by case only are one person's.
  'create unique index app_user_address on app_user (lower(email))',
  `create table session (
    id uuid primary key,
    user_id uuid not null references app_user on delete cascade,
    token_hash text not null unique,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  'create index session_person on session (user_id)',
  'create index session_expires on session (expires_at)',
  `create table sign_in_link (
    token_hash text primary key,
    user_id uuid references app_user on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
  )`,
  'create index sign_in_link_user on sign_in_link (user_id)',
  `create table audit_log (
    id uuid primary key,
    at timestamptz not null,
    user_id uuid references app_user on delete set null,
    author text not null,
    address text not null,
    action text not null,
    target jsonb not null
  )`,
  'create index audit_log_at on audit_log (at, id)',
  'create index audit_log_user on audit_log (user_id)',
  'alter table comment add column user_id uuid references app_user on delete set null',
  'create index comment_user on comment (user_id) where user_id is not null',
  'create index unknown_check on unknown (check_id)',
  // For the figures by day.
  'create index issue_transition_at on issue_transition (at, issue_id)',
  'alter table account add column scan_asked_at timestamptz',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
