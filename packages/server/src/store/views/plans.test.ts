/** The plans of the search pages over 5,000 analysed rows: by index, never over a whole table. */
import { type CompiledQuery, sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseQuery } from '../../query/parse.ts';
import type { Query } from '../../query/query.ts';
import type { Vocabulary } from '../../query/vocabulary.ts';
import { issueVocabulary } from '../../query/vocabulary-issues.ts';
import { itemVocabulary } from '../../query/vocabulary-items.ts';
import type { Database } from '../database/database.ts';
import { givenAccount, useTestDatabase } from '../testing/test-database.ts';
import { systemViewer } from '../viewer.ts';
import { issueSearchStatement } from './list-issues.ts';
import { type ItemSort, itemSearchStatement } from './list-items.ts';
import { hour, plainText } from './testing/estate.ts';

const db = useTestDatabase();
const now = hour(24 * 365);
const rows = 5_000;

/** Twenty accounts, ten technologies, five regions; every kind of row spread over all of them. */
beforeEach(async () => {
  await dropYears();
  const accounts: string[] = [];
  for (let each = 1; each <= 20; each += 1) {
    accounts.push((await givenAccount(db(), { name: `account-${each}` })).id);
  }
  await givenItems(db(), accounts);
  await givenRest(db());
  await sql`analyze`.execute(db());
});

async function givenItems(database: Database, accounts: readonly string[]): Promise<void> {
  await sql`insert into item (id, account_id, technology, scope_region, region, identity, lineage, name, tags, terms,
      status, first_seen, last_changed, config, config_hash, recorder, unreadable, score, open_issues, unknowns)
    select ('00000000-0000-7001-8000-' || lpad(to_hex(g), 12, '0'))::uuid,
      (${[...accounts]}::uuid[])[1 + g % 20], 'aws.kind-' || case when g % 100 = 3 then 'rare' else (g % 10)::text end,
      region, region,
      'identity-' || g, 'arn:aws:kind:::' || g, 'name-' || g,
      jsonb_build_object('team', 'team-' || g % 100), array['word-' || g % 500, 'name-' || g],
      case when g % 11 = 0 then 'deleted' else 'active' end,
      ${hour(0)}::timestamptz + g * interval '1 hour', ${hour(0)}::timestamptz + g * interval '1 hour',
      jsonb_build_object('pad', (select string_agg(md5((g * 50 + n)::text), '') from generate_series(1, 40) n)),
      md5(g::text), 'test',
      case when g % 250 = 1 then '[{"path":"/a"}]'::jsonb else '[]' end, g * 7 % 40, g % 2,
      case when g % 250 = 2 then 1 else 0 end
    from generate_series(1, ${rows}::integer) g,
      lateral (select 'region-' || case when g % 100 = 3 then 'rare' else (g % 5)::text end as region) r`.execute(
    database,
  );
}

async function givenRest(database: Database): Promise<void> {
  await sql`insert into item_network
    select id, ('10.' || score || '.' || open_issues || '.0/24')::inet from item where score < 30`.execute(
    database,
  );
  await sql`insert into coverage (account_id, technology, region, state)
    select distinct account_id, technology, scope_region, case when technology = 'aws.kind-3'
      and scope_region = 'region-3' then 'failed' else 'complete' end from item`.execute(database);
  await sql`insert into issue (id, account_id, technology, lineage, item_id, check_id, message_id, subject_key, subject,
      details, evidence, evidence_hash, score, status, opened_at, changed_at)
    select ('00000000-0000-7002-8000-' || right(id::text, 12))::uuid, account_id, technology, lineage, id,
      technology || '.check-' || score, 'm', 's', '{}', '{}', config, 'h', score % 11,
      (array['open', 'justified', 'fixed', 'fixed'])[1 + score % 4], first_seen, first_seen
    from item`.execute(database);
  await sql`insert into issue_transition (id, issue_id, at, to_status, cause, detail)
    select ('00000000-0000-7003-8000-' || right(id::text, 12))::uuid, id, opened_at, 'open', 'config', '{}'
    from issue`.execute(database);
  await sql`insert into revision (id, item_id, valid_from, observed_at, kind, config_hash, source, actor, unreadable)
    select id, id, first_seen, first_seen, 'created', config_hash, 'scan',
      case when score = 7 then jsonb_build_object('name', 'actor-' || right(id::text, 3)) end, '[]'
    from item`.execute(database);
}

const node: z.ZodType<PlanNode> = z.looseObject({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Index Name': z.string().optional(),
  get Plans() {
    return z.array(node).optional();
  },
});

type PlanNode = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string | undefined;
  readonly 'Index Name'?: string | undefined;
  readonly Plans?: readonly PlanNode[] | undefined;
};

const explained = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: node })]) })]);

type Plan = { readonly wholeTables: readonly string[]; readonly indexes: readonly string[] };

async function planOf(statement: CompiledQuery): Promise<Plan> {
  const result = await db().executeQuery({ ...statement, sql: `explain (format json) ${statement.sql}` });
  const nodes = flatten(explained.parse(result.rows)[0]['QUERY PLAN'][0].Plan);
  const small = new Set(['account', 'coverage']);
  return {
    wholeTables: nodes
      .filter((each) => each['Node Type'] === 'Seq Scan' && !small.has(each['Relation Name'] ?? ''))
      .map((each) => each['Relation Name'] ?? ''),
    indexes: nodes.flatMap((each) => each['Index Name'] ?? []),
  };
}

/** Partitions that other tests have made on this database would be in the plans. */
async function dropYears(): Promise<void> {
  const partitions = await sql<{ name: string }>`
    select relname as name from pg_class where relname ~ '^revision_y[0-9]+$' and relkind = 'r'`.execute(
    db(),
  );
  for (const { name } of partitions.rows) await sql`drop table ${sql.table(name)}`.execute(db());
}

function flatten(plan: PlanNode): readonly PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(flatten)];
}

function queryOf(text: string, vocabulary: Vocabulary): Query {
  const parsed = parseQuery(text, vocabulary);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.query;
}

describe('items', () => {
  test('each search goes by its index', async () => {
    const expected: readonly (readonly [string, ItemSort, string])[] = [
      ['', 'score', 'item_score'],
      ['', 'name', 'item_lower_name'],
      ['', 'changed', 'item_last_changed'],
      ['', 'firstSeen', 'item_first_seen'],
      ['', 'id', 'item_pkey'],
      ['technology:aws.kind-rare', 'score', 'item_technology_score'],
      ['region:region-rare', 'score', 'item_region'],
      ['account:account-3', 'score', 'item_account_score'],
      ['score>=30', 'score', 'item_score'],
      ['is:open', 'score', 'item_score'],
      ['name:name-77*', 'score', 'item_lower_name'],
      ['name:name-77', 'score', 'item_lower_name'],
      ['arn:aws:kind:::77', 'score', 'item_lineage'],
      ['id:00000000-0000-7001-8000-000000000007', 'score', 'item_pkey'],
      ['word-7', 'score', 'item_terms'],
      ['tag:team=team-7', 'score', 'item_tags'],
      ['tag:nothing', 'score', 'item_tags'],
      ['cidr:10.7.1.0/24', 'score', 'item_network_network'],
      ['changed>30d', 'changed', 'item_last_changed'],
      ['is:unreadable', 'score', 'item_unreadable'],
      ['is:unknown', 'score', 'item_unknown'],
      ['is:deleted', 'changed', 'item_deleted'],
      ['check:aws.kind-3.check-7', 'score', 'issue_check'],
      ['actor:actor-00a', 'score', 'revision_default_lower'],
    ];
    const plans = [];
    for (const [text, sort, index] of expected) {
      const search = { query: queryOf(text, itemVocabulary), now, sort, limit: 50 };
      const plan = await planOf(await itemSearchStatement(db(), systemViewer, search));
      const found = plan.indexes.some((each) => each.startsWith(index)) ? index : plan.indexes.join();
      plans.push([text, sort, found, ...plan.wholeTables]);
    }
    expect(plans).toEqual(expected);
  });

  test('a later page goes by the same index', async () => {
    const after = Buffer.from(
      JSON.stringify({ l: 'items.score:desc', k: ['7', '00000000-0000-7001-8000-000000000007'] }),
    ).toString('base64url');
    const search = { query: queryOf('', itemVocabulary), now, after, limit: 50 };
    const plan = await planOf(await itemSearchStatement(db(), systemViewer, search));
    expect([plan.wholeTables, plan.indexes[0] ?? '']).toEqual([[], expect.any(String)]);
    expect(plan.indexes).toContain('item_score');
  });
});

describe('issues', () => {
  test('each search goes by its index', async () => {
    const expected: readonly (readonly [string, 'score' | 'opened', string])[] = [
      ['', 'score', 'issue_standing_score'],
      ['', 'opened', 'issue_standing_opened'],
      ['technology:aws.kind-rare', 'score', 'issue_standing_technology'],
      ['account:account-3', 'score', 'issue_standing_account'],
      ['severity:critical', 'score', 'issue_standing_score'],
      ['check:aws.kind-3.check-7', 'score', 'issue_check'],
      ['is:unverified', 'score', 'issue_unverified'],
      ['is:fixed', 'score', 'issue_status'],
      ['id:00000000-0000-7001-8000-000000000007', 'score', 'issue_item'],
    ];
    const plans = [];
    for (const [text, sort, index] of expected) {
      const search = {
        query: queryOf(text, issueVocabulary),
        now,
        sort,
        limit: 50,
        checksIn: () => [],
        renderIssue: plainText,
      };
      const plan = await planOf(await issueSearchStatement(db(), systemViewer, search));
      plans.push([
        text,
        sort,
        plan.indexes.includes(index) ? index : plan.indexes.join(),
        ...plan.wholeTables,
      ]);
    }
    expect(plans).toEqual(expected);
  });
});
