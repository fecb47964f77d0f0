/** Failures: one row for each thing that failed, from when on and why. */
import { sql } from 'kysely';
import { insertRows } from './bulk.ts';
import type { Database } from './database/database.ts';
import type { FailureStage, Row } from './schema.ts';
import type { Scope } from './scope.ts';
import { isOneOf, sees } from './sees.ts';
import type { Viewer } from './viewer.ts';

/** The subject of what keeps the provider's history of a scope from us: it fails in the stage `list`. */
export const pastSubject = '(past)';

/** Records failures. One that is recorded already with the same class and detail is not written again. */
export async function recordFailures(
  db: Database,
  failures: readonly Omit<Row<'failure'>, 'first_at'>[],
): Promise<void> {
  const columns = [
    'id',
    'account_id',
    'technology',
    'region',
    'subject',
    'stage',
    'class',
    'detail',
    'first_at',
    'last_at',
  ] as const;
  const onConflict = sql`
    on conflict (account_id, technology, region, subject, stage) do update
    set class = excluded.class, detail = excluded.detail, last_at = excluded.last_at
    where (failure.class, failure.detail) is distinct from (excluded.class, excluded.detail)`;
  const rows = failures.map((failure) => ({ ...failure, first_at: failure.last_at }));
  await insertRows(db, { table: 'failure', columns, onConflict }, onePerSubject(rows));
}

/** One statement may not write a row twice; the last failure of a subject counts. */
function onePerSubject(rows: readonly Row<'failure'>[]): readonly Row<'failure'>[] {
  const keyed = rows.map((row): [string, Row<'failure'>] => [
    JSON.stringify([row.account_id, row.technology, row.region, row.subject, row.stage]),
    row,
  ]);
  return [...new Map(keyed).values()];
}

/** Forgets failures of a scope: those of the subjects, or all but those of the subjects to keep. */
export async function clearFailures(
  db: Database,
  { accountId, technology, region }: Scope,
  which: { readonly stages: readonly FailureStage[] } & (
    | { readonly subjects: readonly string[] }
    | { readonly keep: readonly string[] }
  ),
): Promise<void> {
  if ('subjects' in which && which.subjects.length === 0) return;
  const chosen =
    'subjects' in which
      ? isOneOf('subject', which.subjects, 'text')
      : sql<boolean>`not (${isOneOf('subject', which.keep, 'text')})`;
  await db
    .deleteFrom('failure')
    .where('account_id', '=', accountId)
    .where('technology', '=', technology)
    .where('region', '=', region)
    .where(isOneOf('stage', which.stages, 'text'))
    .where(chosen)
    .execute();
}

/** The failures, the newest first. */
export async function listFailures(
  db: Database,
  viewer: Viewer,
  selection: { readonly accountIds?: readonly string[]; readonly technologies?: readonly string[] } = {},
): Promise<readonly Row<'failure'>[]> {
  const { accountIds, technologies } = selection;
  let query = db.selectFrom('failure').selectAll().where(sees(viewer, 'account_id'));
  if (accountIds !== undefined) query = query.where(isOneOf('account_id', accountIds));
  if (technologies !== undefined) query = query.where(isOneOf('technology', technologies, 'text'));
  return query.orderBy('last_at', 'desc').orderBy('id').execute();
}
