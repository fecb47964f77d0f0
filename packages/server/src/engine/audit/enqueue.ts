/** Puts items into the audit queue whose answers may have changed although their config did not. */
import { sql } from 'kysely';
import type { ItemSelection } from '../../store/audit-queue.ts';
import type { Database } from '../../store/database/database.ts';
import { inTransaction } from '../../store/database/transaction.ts';
import { isOneOf } from '../../store/sees.ts';
import { listSettings, saveSetting } from '../../store/settings.ts';
import { systemViewer } from '../../store/viewer.ts';
import type { Runtime } from '../runtime.ts';
import type { AuditContext } from './audit-context.ts';

/** Under this prefix the table of settings holds what the engine remembers for itself. */
const stampPrefix = 'internal:audit-stamp:';

/** The key of the row that remembers with what a technology was last audited as a whole. */
export function stampKey(technology: string): string {
  return `${stampPrefix}${technology}`;
}

/**
 * Enqueues every item of the technologies whose checks, options or world are not those of the last audit.
 * Reads one row a technology when nothing changed.
 */
export async function enqueueBehind(runtime: Runtime, context: AuditContext): Promise<void> {
  const rows = await listSettings(runtime.db, systemViewer);
  const stored = new Map(
    rows
      .filter(({ key }) => key.startsWith(stampPrefix))
      .map(({ key, value }) => [key.slice(stampPrefix.length), value]),
  );
  // Technologies of plugins that were removed are still among the stored ones: their issues retire.
  const technologies = new Set([...runtime.registry.allWatchers.map(({ id }) => id), ...stored.keys()]);
  for (const technology of technologies) {
    const stamp = context.stampOf(technology);
    if (stored.get(technology) !== stamp) await enqueueTechnology(runtime, technology, stamp);
  }
}

async function enqueueTechnology(runtime: Runtime, technology: string, stamp: string): Promise<void> {
  const at = runtime.clock.now();
  await inTransaction(runtime.db, async (tx) => {
    await enqueueAll(tx, { at, cause: 'behind', technologies: [technology] });
    await saveSetting(tx, { key: stampKey(technology), value: stamp, at, by: 'engine' });
  });
}

/** The cause in the queue that makes every check of the item run, whatever its fingerprint says. */
export const again = 'again';

/** Enqueues all that the selection takes, to be judged anew from what is stored. */
export async function enqueueAgain({ db, clock }: Runtime, selection: ItemSelection): Promise<void> {
  await enqueueAll(db, { ...selection, at: clock.now(), cause: again });
}

type All = ItemSelection & { readonly at: Date; readonly cause: 'behind' | typeof again };

async function enqueueAll(db: Database, { at, cause, accountIds, technologies }: All): Promise<void> {
  const conditions = [
    sql`status = 'active'`,
    ...(accountIds === undefined ? [] : [isOneOf('account_id', accountIds)]),
    ...(technologies === undefined ? [] : [isOneOf('technology', technologies, 'text')]),
  ];
  await sql`
    insert into audit_queue (item_id, cause, enqueued_at)
    select id, ${cause}::text, ${at}::timestamptz from item where ${sql.join(conditions, sql` and `)} order by id
    on conflict (item_id) do update set cause = excluded.cause,
        enqueued_at = greatest(excluded.enqueued_at, audit_queue.enqueued_at + interval '1 millisecond')
      where excluded.cause = ${again} and audit_queue.cause <> ${again}`.execute(db);
}
