/** Loads the tables of all APIs, with the overlay of newer fields put over them. */
import { readdirSync, readFileSync } from 'node:fs';
import { isListType } from './check-value.ts';
import { overlays } from './overlay.ts';
import type { ApiTable, FieldType } from './table.ts';

const folder = new URL('tables/', import.meta.url);

/** Every API that the fake knows. */
export function loadTables(): readonly ApiTable[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.generated.json'))
    .map((name): ApiTable => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
    .map(withOverlay);
}

function withOverlay(table: ApiTable): ApiTable {
  const schemas = { ...table.schemas };
  for (const { api, fields } of overlays) {
    if (api !== table.api) continue;
    for (const [name, more] of Object.entries(fields)) schemas[name] = extended(schemas[name], name, more);
  }
  return { ...table, schemas };
}

function extended(
  schema: FieldType | undefined,
  name: string,
  more: Readonly<Record<string, FieldType>>,
): FieldType {
  if (typeof schema !== 'object' || isListType(schema))
    throw new Error(`The overlay extends ${name}, which is no schema of an object: generate its table first`);
  return { ...schema, ...more };
}
