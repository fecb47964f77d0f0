/**
 * What a PostgreSQL server does in the background and the embedded database, which is one process, does not:
 * checkpoints (without them its log grows until it is closed), vacuum and statistics.
 */

/** Runs one statement outside any transaction. */
type Run = (sql: string) => Promise<readonly unknown[]>;

export type Upkeep = {
  /** Notes a statement and how much text it carried. */
  readonly note: (length: number) => void;
  /** Whether so much was done since the last time that it is worth a look. */
  readonly isDue: () => boolean;
  readonly run: (run: Run) => Promise<void>;
};

const megabyte = 1024 * 1024;

/** How much is done between two looks, and how long the log may be. */
export const usualUpkeep = {
  lengthBetween: 16 * megabyte,
  statementsBetween: 2_000,
  largestLog: 64 * megabyte,
};

export function createUpkeep({ lengthBetween, statementsBetween, largestLog } = usualUpkeep): Upkeep {
  let length = 0;
  let statements = 0;
  return {
    note: (added) => {
      length += added;
      statements += 1;
    },
    isDue: () => length >= lengthBetween || statements >= statementsBetween,
    run: async (run) => {
      length = 0;
      statements = 0;
      const [log] = await run(logSize);
      if (Number(valueOf(log)) > largestLog) await run('checkpoint');
      await run(publishCounts);
      for (const table of await run(tablesToVacuum)) await run(`vacuum (analyze) ${valueOf(table)}`);
      for (const table of await run(tablesToAnalyze)) await run(`analyze ${valueOf(table)}`);
    },
  };
}

const logSize = `
  select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::int8 as value from pg_control_checkpoint()`;

/** PostgreSQL keeps its counts of dead and changed rows to itself for up to a second; a look must not depend on the time. */
const publishCounts = 'select pg_stat_force_next_flush()';

/** As autovacuum chooses, a few at a time: whoever waits for the database waits for this too. */
const tablesToVacuum = `
  select relid::regclass::text as value from pg_stat_user_tables
  where n_dead_tup > 1000 + 0.2 * n_live_tup order by n_dead_tup desc limit 3`;

const tablesToAnalyze = `
  select relid::regclass::text as value from pg_stat_user_tables
  where n_mod_since_analyze > 500 + 0.1 * n_live_tup order by n_mod_since_analyze desc limit 3`;

function valueOf(row: unknown): string {
  return String((row as { readonly value: unknown }).value);
}

/** How much text a statement carries. */
export function textLength(parameters: readonly unknown[]): number {
  let length = 0;
  for (const parameter of parameters) if (typeof parameter === 'string') length += parameter.length;
  return length;
}
