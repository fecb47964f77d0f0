/** Writes many rows by few statements: each takes a batch as one JSON text, which PostgreSQL turns into rows of the table's own type. */
import { type RawBuilder, sql } from 'kysely';
import type { Database } from './database/database.ts';
import type { Row, Tables } from './schema.ts';

const largestBatchRows = 1_000;
const largestBatchLength = 8_000_000;

export type BulkRow<Table extends keyof Tables, Column extends keyof Row<Table>> = Readonly<
  Pick<Row<Table>, Column>
>;

type Insertion<Table extends keyof Tables, Column> = {
  readonly table: Table;
  readonly columns: readonly Column[];
  /** What becomes of a row that is already there: `on conflict …`. */
  readonly onConflict?: RawBuilder<unknown>;
};

/** Inserts the rows and returns how many were written. Nothing to write makes no statement. */
export async function insertRows<Table extends keyof Tables, Column extends keyof Row<Table> & string>(
  db: Database,
  { table, columns, onConflict = sql`` }: Insertion<Table, Column>,
  rows: readonly BulkRow<Table, Column>[],
): Promise<number> {
  const names = sql.join(columns.map((column) => sql.ref(column)));
  let written = 0;
  for (const batch of batches(rows, columns)) {
    const result = await sql`
      insert into ${sql.table(table)} (${names})
      select ${names} from ${recordset(table, batch)} ${onConflict}`.execute(db);
    written += Number(result.numAffectedRows ?? 0);
  }
  return written;
}

type Update<Column> = {
  readonly table: keyof Tables;
  readonly key: readonly Column[];
  readonly columns: readonly Column[];
};

/** Sets the columns of the rows with the given keys and returns how many there were. Nothing to write makes no statement. */
export async function updateRows<Table extends keyof Tables, Column extends keyof Row<Table> & string>(
  db: Database,
  { table, key, columns }: Update<Column> & { readonly table: Table },
  rows: readonly BulkRow<Table, Column>[],
): Promise<number> {
  const given = (column: string): RawBuilder<unknown> => sql.ref(`given.${column}`);
  const settings = columns.map((column) => sql`${sql.ref(column)} = ${given(column)}`);
  const matches = key.map((column) => sql`${sql.ref(`${table}.${column}`)} = ${given(column)}`);
  let written = 0;
  for (const batch of batches(rows, [...key, ...columns])) {
    const result = await sql`
      update ${sql.table(table)} set ${sql.join(settings)}
      from ${recordset(table, batch)} as given
      where ${sql.join(matches, sql` and `)}`.execute(db);
    written += Number(result.numAffectedRows ?? 0);
  }
  return written;
}

/**
 * A batch as rows of the table's type; columns that it lacks are null.
 * The type comes from the table, since a type may have its name too (`unknown` is one).
 */
export function recordset(table: keyof Tables, batch: string): RawBuilder<unknown> {
  return sql`json_populate_recordset((select t from ${sql.table(table)} as t where false), ${batch}::json)`;
}

/** The rows as JSON lists of a bounded number and size, each row with exactly these columns. */
export function* batches<Column extends string>(
  rows: readonly Readonly<Record<Column, unknown>>[],
  columns: readonly Column[],
): Generator<string> {
  let batch: string[] = [];
  let length = 0;
  for (const row of rows) {
    const text = rowText(row, columns);
    const isFull = batch.length === largestBatchRows || length + text.length > largestBatchLength;
    if (isFull && batch.length > 0) {
      yield `[${batch.join(',')}]`;
      batch = [];
      length = 0;
    }
    batch.push(text);
    length += text.length;
  }
  if (batch.length > 0) yield `[${batch.join(',')}]`;
}

function rowText<Column extends string>(
  row: Readonly<Record<Column, unknown>>,
  columns: readonly Column[],
): string {
  const members = columns.map((column) => [column, row[column]] as const);
  const text = JSON.stringify(Object.fromEntries(members));
  return unstorable.test(text) ? JSON.stringify(Object.fromEntries(members), storable) : text;
}

/** Perhaps a NUL or half a surrogate pair, neither of which PostgreSQL stores. */
const unstorable = /\\u(?:0000|d[89a-f])/;

function storable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\u2400') : value;
}
