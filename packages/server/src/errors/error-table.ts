/** Every error that a person may meet: its code, HTTP status, exit code, sentence and what to do about it. */
import type { ErrorEntry } from './error-entry.ts';
import { requestErrors } from './request-errors.ts';

export type { ErrorEntry } from './error-entry.ts';

export const errorTable = {
  usage: { status: 400, exit: 2, sentence: '{problem}.', remedy: 'See `{command} --help`.' },
  config_invalid: {
    status: 500,
    exit: 2,
    sentence: 'The configuration is wrong at {where}: {problem}.',
    remedy: 'Correct it and run the command again.',
  },
  config_unknown: {
    status: 500,
    exit: 2,
    sentence: 'The configuration has an unknown key in {where}: {key}.',
    remedy: 'Remove or correct it; the keys are in docs/reference/configuration.md.',
  },
  data_directory_unusable: {
    status: 500,
    exit: 1,
    sentence: '{problem}.',
    remedy:
      'Give this user the right to write there, or set SECURITY_MONKEY_DATA_DIRECTORY to another directory.',
  },
  demo_own_account: {
    status: 409,
    exit: 2,
    sentence: 'The demo estate has simulated accounts only, and {type} is no type of these.',
    remedy: 'Leave out --demo to add an account of your own.',
  },
  plugin_unusable: {
    status: 500,
    exit: 1,
    sentence: 'The plugin {plugin} cannot be loaded: {problem}.',
    remedy: 'Install or correct it in {path}, or remove it from the key plugins.',
  },
  plugins_conflict: {
    status: 500,
    exit: 1,
    sentence: 'The plugin {plugin} does not go with this server: {problem}.',
    remedy: 'Until that is corrected, or it is removed from the key plugins, it is left out.',
  },
  rule_invalid: {
    status: 500,
    exit: 1,
    sentence: 'The rule {rule} at {place} is wrong: {problem}.',
    remedy: 'Correct it and start again; until then it is left out, and what it found waits.',
  },
  database_unreachable: {
    status: 503,
    exit: 1,
    sentence: '{problem}.',
    remedy: 'Check that it runs and that DATABASE_URL is right.',
  },
  database_newer: {
    status: 500,
    exit: 1,
    sentence: '{problem}.',
    remedy: 'Install that version of Security Monkey or a newer one; nothing was changed.',
  },
  database_held: {
    status: 503,
    exit: 1,
    sentence: '{problem}.',
    remedy: 'Stop that process, or use PostgreSQL by DATABASE_URL to work from several.',
  },
  database_unsupported: {
    status: 500,
    exit: 1,
    sentence: '{problem}.',
    remedy: 'Use PostgreSQL 14 or newer, or leave DATABASE_URL unset for the embedded database.',
  },
  lease_lost: {
    status: 409,
    exit: 1,
    sentence: 'Another run has taken over: {problem}.',
    remedy: 'It goes on by itself; nothing has to be done.',
  },
  database_failed: {
    status: 500,
    exit: 1,
    sentence: 'The database refused the work: {problem}.',
    remedy: 'Nothing of it was kept; see the log, correct the cause and run the command again.',
  },
  disk_full: {
    status: 507,
    exit: 1,
    sentence: 'The disk is full.',
    remedy: 'Free some space and run the command again; nothing recorded before is lost.',
  },
  digest_key_missing: {
    status: 500,
    exit: 1,
    sentence: 'The database has data, but its digest key is missing at {path}.',
    remedy:
      'Copy digest.key there from the machine or backup that made the data: without it every secret would look changed.',
  },
  digest_key_invalid: {
    status: 500,
    exit: 1,
    sentence: 'The digest key at {path} is unusable: {problem}.',
    remedy: 'Restore digest.key from the backup.',
  },
  digest_key_foreign: {
    status: 500,
    exit: 1,
    sentence: 'The digest key at {path} is {found}, but the data was made with {expected}.',
    remedy:
      'Copy the right digest.key there, or point DATABASE_URL at the database that belongs to this one.',
  },
  holder_unreachable: {
    status: 503,
    exit: 1,
    sentence: 'The data directory is in use by another process, which does not answer at {path}.',
    remedy: 'Wait until it has finished, or stop it, and run the command again.',
  },
  holder_place: {
    status: 500,
    exit: 1,
    sentence: 'The directory {path} belongs to somebody else or is open to others.',
    remedy: 'Remove it, or set SECURITY_MONKEY_DATA_DIRECTORY to a directory with a shorter path.',
  },
  holder_lost: {
    status: 503,
    exit: 1,
    sentence: 'The running Security Monkey stopped before it had answered.',
    remedy: 'Run the command again.',
  },
  holder_version: {
    status: 503,
    exit: 1,
    sentence: 'The running Security Monkey is version {holder}, this command is version {own}.',
    remedy: 'Restart the running one.',
  },
  account_type_unknown: {
    status: 400,
    exit: 2,
    sentence: 'There is no account type {type}.',
    remedy: 'There are: {known}.',
  },
  account_unknown: {
    status: 404,
    exit: 1,
    sentence: 'There is no account {account}.',
    remedy: 'See `security-monkey account list`.',
  },
  account_inactive: {
    status: 409,
    exit: 2,
    sentence: 'The account {account} is not active, so it is not scanned.',
    remedy: 'Make it so with `security-monkey account update {account} --active yes`.',
  },
  accounts_none: {
    status: 409,
    exit: 1,
    sentence: 'There is no active account to scan.',
    remedy: 'Add one: `security-monkey account add aws 123456789012 --name prod`.',
  },
  account_exists: {
    status: 409,
    exit: 1,
    sentence: 'The account {type} {identifier} or the name {name} is there already.',
    remedy: 'See `security-monkey account list`, or change it with `security-monkey account update`.',
  },
  identifier_invalid: {
    status: 400,
    exit: 2,
    sentence: '{identifier} is no {label}: {problem}.',
    remedy: 'An example: {example}.',
  },
  field_invalid: {
    status: 400,
    exit: 2,
    sentence: 'The field {field} is wrong: {problem}.',
    remedy: 'The fields of {type} are: {known}.',
  },
  technology_unknown: {
    status: 400,
    exit: 2,
    sentence: 'There is no technology {technology}.',
    remedy: 'See `security-monkey technologies`.',
  },
  region_unknown: {
    status: 400,
    exit: 2,
    sentence: 'No scanned account has a region {region}.',
    remedy: 'There are: {known}.',
  },
  item_unknown: {
    status: 404,
    exit: 1,
    sentence: 'There is no item {item}.',
    remedy: 'Give its id, its ARN or its name; `security-monkey items` finds it.',
  },
  item_ambiguous: {
    status: 409,
    exit: 2,
    sentence: 'There are several items {item}.',
    remedy: 'Give one of their ids: {known}.',
  },
  item_not_then: {
    status: 404,
    exit: 1,
    sentence: 'The item {item} was not there yet at {time}.',
    remedy: 'See `security-monkey item history {id}`.',
  },
  revision_unknown: {
    status: 404,
    exit: 1,
    sentence: 'The item has no revision {revision}.',
    remedy: 'See `security-monkey item history {item}`.',
  },
  issue_unknown: {
    status: 404,
    exit: 1,
    sentence: 'There is no issue {issue}.',
    remedy: 'See `security-monkey issues`.',
  },
  comment_unknown: {
    status: 404,
    exit: 1,
    sentence: 'There is no comment {comment}.',
    remedy: 'It may have been removed meanwhile: load the page again.',
  },
  comment_foreign: {
    status: 403,
    exit: 1,
    sentence: 'The comment {comment} is somebody else’s.',
    remedy: 'An administrator may remove it.',
  },
  issue_state: {
    status: 409,
    exit: 1,
    sentence: 'The issue {issue} is {status}: {problem}.',
    remedy: 'See `security-monkey issue show {issue}`.',
  },
  check_unknown: {
    status: 404,
    exit: 2,
    sentence: 'There is no check {check}.',
    remedy: 'See `security-monkey checks`.',
  },
  query_invalid: {
    status: 400,
    exit: 2,
    sentence: 'The query is wrong at character {position}: {problem}:',
    remedy: '{pointed}',
  },
  time_invalid: {
    status: 400,
    exit: 2,
    sentence: '{text} is no time that {option} understands.',
    remedy: 'Write 2026-11-01, 2026-11-01T12:00Z, or a span from now such as 30d or 12h.',
  },
  provider_failed: {
    status: 502,
    exit: 1,
    sentence: '{subject}: {problem}.',
    remedy: '{hint}',
  },
  file_unreadable: {
    status: 400,
    exit: 1,
    sentence: 'The file {path} cannot be read: {problem}.',
    remedy: 'Correct the path and run the command again.',
  },
  file_invalid: {
    status: 400,
    exit: 2,
    sentence: 'The file {path} is wrong: {problem}.',
    remedy: 'Correct it and run the command again; nothing of it was taken.',
  },
  setting_unknown: {
    status: 400,
    exit: 2,
    sentence: 'There is no setting {key}.',
    remedy: 'There are: {known}.',
  },
  setting_invalid: {
    status: 400,
    exit: 2,
    sentence: 'The setting {key} does not take that value: {problem}.',
    remedy: 'Give it as JSON; `security-monkey settings get {key}` shows the present one.',
  },
  subscription_invalid: {
    status: 400,
    exit: 2,
    sentence: 'The {part} is wrong: {problem}.',
    remedy: 'See `security-monkey subscription add --help`.',
  },
  subscription_unknown: {
    status: 404,
    exit: 1,
    sentence: 'There is no subscription {subscription}.',
    remedy: 'See `security-monkey subscription list`.',
  },
  test_failed: {
    status: 502,
    exit: 1,
    sentence: 'The test to {to} was not taken: {problem}.',
    remedy: 'Correct the configuration of {alerter} (docs/guides/mail.md) and try again.',
  },
  message_unknown: {
    status: 404,
    exit: 1,
    sentence: 'There is no message {message} that was given up.',
    remedy: 'See `security-monkey deliveries --state dead`.',
  },
  format_unknown: {
    status: 400,
    exit: 2,
    sentence: 'The permissions of {type} are not given as {format}.',
    remedy: '{hint}',
  },
  worker_needs_postgres: {
    status: 500,
    exit: 2,
    sentence: 'A worker needs PostgreSQL: the embedded database has one process.',
    remedy: 'Set DATABASE_URL, or use `security-monkey start`.',
  },
  server_needs_postgres: {
    status: 500,
    exit: 2,
    sentence:
      'A server without jobs needs PostgreSQL: with the embedded database nothing would ever be scanned.',
    remedy: 'Set DATABASE_URL and run workers beside it, or use `security-monkey start`.',
  },
  address_unusable: {
    status: 500,
    exit: 1,
    sentence: 'Nothing can answer at {host} port {port}: {problem}.',
    remedy: 'Stop what uses it, or choose another by --port, --host or the keys port and host.',
  },
  checkout_needed: {
    status: 500,
    exit: 2,
    sentence: 'Only a checkout of Security Monkey can scaffold.',
    remedy: 'Clone the repository and run `npm run new -- {kind} {id}` there.',
  },
  interrupted: {
    status: 499,
    exit: 130,
    sentence: 'Stopped.',
    remedy: 'Everything recorded so far is consistent; run the command again to go on.',
  },
  ...requestErrors,
  internal: {
    status: 500,
    exit: 1,
    sentence: 'Security Monkey has a defect: {problem}.',
    remedy: 'Run the command again with --debug and report what it prints.',
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorTable;
