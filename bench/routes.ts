/** How long each list of the API takes on a large PostgreSQL: the 95th of 20 requests, with everything but the network. */
import { sql } from 'kysely';
import { newToken } from '../packages/server/src/api/auth/new-token.ts';
import { beginSession } from '../packages/server/src/api/auth/session.ts';
import { createApi } from '../packages/server/src/api/create-api.ts';
import type { Database } from '../packages/server/src/store/database/database.ts';
import { ensurePartitions } from '../packages/server/src/store/revision-partitions.ts';
import { insertUser } from '../packages/server/src/store/users.ts';
import { generatedPlugin } from './estate.ts';
import { report } from './report.ts';
import { benchRuntime, withDatabase } from './workspace.ts';

export type EstateSize = {
  readonly items: number;
  readonly revisionsEach: number;
  readonly issueEvery: number;
};

const size: EstateSize = { items: 1_000_000, revisionsEach: 10, issueEvery: 5 };
const accounts = 100;
const rounds = 20;

const paths = [
  '/items?limit=100',
  '/items?limit=100&sort=changed',
  '/items?limit=100&query=technology:bench.kind-3',
  '/items?limit=100&query=tag:team=team-7',
  '/items?limit=100&query=tag:stage=stage-1',
  '/items?limit=100&query=team-7',
  '/items?limit=100&sort=changed&order=asc&query=tag:team=team-7',
  '/items/facets',
  '/items/facets?query=account:account-7',
  '/issues?limit=100',
  '/issues?limit=100&sort=opened&order=asc',
  '/issues?limit=100&query=severity:critical',
  '/issues/facets',
  '/dashboard',
  '/dashboard/trend',
  '/changes?since=2026-01-01T00:00:00Z',
  '/coverage?limit=1000',
  '/coverage/matrix?limit=1000',
  '/unknowns?limit=100',
  '/accounts?limit=100',
  '/failures',
  '/justifications/ending?before=2030-01-01T00:00:00Z',
] as const;

/** "items, revisions, issues", and what each list costs. Filling the database takes some minutes and 10 GB of disk. */
export async function routes(): Promise<void> {
  await withDatabase('postgres', async (db) => {
    await fill(db, size);
    await ask(db);
  });
}

export async function ask(db: Database): Promise<void> {
  const runtime = await benchRuntime(db, generatedPlugin(1));
  const api = {
    runtime,
    version: '0',
    newToken,
    passwords: { hash: async (text: string) => text, matches: async () => false },
    secureCookies: false,
    demo: false,
  };
  const app = await createApi({ api });
  const userId = runtime.nextId();
  const person = { email: 'a@example.com', name: 'A', role: 'admin', accounts: 'all' } as const;
  const rest = { id: userId, password_hash: null, active: true, created_at: new Date() };
  await insertUser(db, { ...person, ...rest });
  const cookies = { 'security-monkey': await beginSession(api, userId) };
  for (const path of paths) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const started = performance.now();
      const { statusCode, body } = await app.inject({ url: `/api/v1${path}`, cookies });
      times.push(performance.now() - started);
      if (statusCode !== 200) throw new Error(`${path}: ${body}`);
    }
    const sorted = times.toSorted((a, b) => a - b);
    const at = (share: number): string => (sorted[Math.ceil(rounds * share) - 1] ?? 0).toFixed(1);
    report(`GET ${path}`, `p95 ${at(0.95)} ms, median ${at(0.5)} ms, first ${times[0]?.toFixed(1)} ms`);
  }
  await app.close();
}

export async function fill(db: Database, estate: EstateSize): Promise<void> {
  const { items, revisionsEach, issueEvery } = estate;
  await ensurePartitions(db, [2025, 2026]);
  for (const statement of statementsFor(estate)) await sql.raw(statement).execute(db);
  report(`items, revisions, issues`, `${items}, ${items * revisionsEach}, ${items / issueEvery}`);
}

const uuid = (table: number, number: string) =>
  `('00000000-0000-700${table}-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
const begin = `timestamptz '2025-06-01T00:00:00Z'`;

const statementsFor = ({ items, revisionsEach, issueEvery }: EstateSize): readonly string[] => [
  `insert into account (id, type, identifier, name, fields, third_party, active, created_at, enrolled_at)
    select ${uuid(1, 'n')}, 'bench', 'account-' || n, 'account-' || n, '{}', false, true, ${begin}, ${begin}
    from generate_series(1, ${accounts}) n`,
  `insert into item (id, account_id, technology, scope_region, region, identity, lineage, name, tags, terms, status,
      first_seen, last_changed, config, config_hash, recorder, unreadable, score, open_issues, unknowns)
    select ${uuid(2, 'n')}, ${uuid(1, `1 + n % ${accounts}`)}, 'bench.kind-' || n % 12, 'region-' || n % 17,
      'region-' || n % 17, 'identity-' || n, 'arn:aws:bench:::' || n, 'name-' || n,
      jsonb_build_object('team', 'team-' || n % 100, 'stage', 'stage-' || n % 3), array['name-' || n, 'team-' || n % 100],
      case when n % 50 = 0 then 'deleted' else 'active' end, ${begin}, ${begin} + n * interval '30 seconds',
      jsonb_build_object('n', n), 'hash-' || n % 5000, 'bench', '[]', n % ${issueEvery}, 0, (n % 200 = 0)::integer
    from generate_series(1, ${items}) n`,
  `insert into config (hash, body, stored_at)
    select 'hash-' || n, jsonb_build_object('n', n, 'list', jsonb_build_array(n, n + 1)), ${begin} from generate_series(0, 4999) n`,
  `insert into revision (id, item_id, valid_from, observed_at, kind, config_hash, source, actor, unreadable)
    select ${uuid(3, `n * ${revisionsEach} + r`)}, ${uuid(2, 'n')}, ${begin} + r * interval '30 days' + n * interval '1 second',
      ${begin} + r * interval '30 days', case when r = 0 then 'created' else 'changed' end, 'hash-' || (n + r) % 5000, 'scan', null, '[]'
    from generate_series(1, ${items}) n, generate_series(0, ${revisionsEach - 1}) r`,
  `insert into issue (id, account_id, technology, lineage, item_id, check_id, message_id, subject_key, subject, details, evidence,
      evidence_hash, score, status, opened_at, changed_at)
    select ${uuid(4, 'n')}, item.account_id, item.technology, item.lineage, item.id, item.technology || '.check-' || n % 10, 'm', 's',
      '{}', '{}', '[]', 'h', n % 11, (array['open', 'open', 'justified', 'fixed'])[1 + n % 4],
      ${begin} + n * interval '2 minutes', ${begin}
    from generate_series(1, ${items / issueEvery}) n join item on item.id = ${uuid(2, `n * ${issueEvery}`)}`,
  `insert into issue_transition (id, issue_id, at, from_status, to_status, cause, detail)
    select ${uuid(5, 'row_number() over ()')}, id, opened_at, null, 'open', 'config', '{}' from issue`,
  `insert into issue_transition (id, issue_id, at, from_status, to_status, cause, detail)
    select ${uuid(6, 'row_number() over ()')}, id, opened_at + interval '9 days', 'open', status, 'config', '{}' from issue
    where status <> 'open'`,
  `insert into justification (id, issue_id, reason, evidence, author, created_at, until)
    select ${uuid(7, 'row_number() over ()')}, id, 'r', '[]', 'a', opened_at, timestamptz '2027-01-01T00:00:00Z'
    from issue where status = 'justified'`,
  `insert into coverage (account_id, technology, region, state, last_complete_at, next_run_at, failure, failing_since)
    select distinct account_id, technology, scope_region, case when technology = 'bench.kind-5' then 'failed' else 'complete' end,
      ${begin}, ${begin}, case when technology = 'bench.kind-5' then
        '{"class": "access_denied", "message": "no", "permission": "bench:Read"}'::jsonb end, ${begin}
    from item`,
  `insert into unknown (item_id, check_id, class, path, message, since)
    select id, 'bench.check', 'access_denied', '/a', 'no', ${begin} from item where unknowns > 0`,
  'vacuum analyze',
];
