/** The columns of a file, by the schema of the rows of its list. */
import { z } from 'zod';
import type { Cell, Columns } from './csv.ts';

export type ListRow = Readonly<Record<string, unknown>>;

/** A column a field. What is a row of fields itself has one for each, as `scopes.failed`; other structures are JSON. */
export function columnsOf(row: z.ZodObject): Columns<ListRow> {
  return Object.fromEntries(
    Object.entries(row.shape).flatMap(([key, schema]) => {
      const inner = fieldsIn(schema);
      if (inner === undefined) return [column(key, (one) => one[key])];
      return inner.map((field) => column(`${key}.${field}`, (one) => fieldOf(one[key], field)));
    }),
  );
}

function column(name: string, value: (row: ListRow) => unknown) {
  return [name, (row: ListRow) => cellOf(value(row))] as const;
}

function fieldsIn(schema: unknown): readonly string[] | undefined {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodReadonly) return fieldsIn(schema.unwrap());
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : undefined;
}

function fieldOf(part: unknown, field: string): unknown {
  if (typeof part !== 'object' || part === null) return undefined;
  return new Map<string, unknown>(Object.entries(part)).get(field);
}

function cellOf(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || value instanceof Date) return value;
  return JSON.stringify(value);
}
