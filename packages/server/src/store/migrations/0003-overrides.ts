/** The setting `scores` becomes `overrides`, which takes more than scores, and patterns of accounts. */
import { type QueryExecutorProvider, sql } from 'kysely';

const statements = [
  `insert into setting (key, value, updated_at, updated_by)
    select 'overrides', coalesce((
        select jsonb_object_agg(account.key, coalesce((
            select jsonb_object_agg(score.key, jsonb_build_object('score', score.value))
            from jsonb_each(account.value) as score), '{}'))
        from jsonb_each(setting.value) as account), '{}'), updated_at, updated_by
    from setting where key = 'scores'
    on conflict (key) do nothing`,
  `delete from setting where key = 'scores'`,
];

export async function up(db: QueryExecutorProvider): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
