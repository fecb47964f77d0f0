/** A table of the keys of a zod schema: name, type, default, description. */
import { z } from 'zod';
import { code, table } from './markdown.ts';

type Property = {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly description?: string;
  readonly anyOf?: readonly Property[];
};

/** `extra` may add a column, such as the name of the environment variable of each key. */
export function keyTable(
  schema: z.ZodType,
  extra?: { readonly head: string; readonly of: (key: string) => string },
): string {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const properties = Object.entries((json.properties ?? {}) as Record<string, Property>);
  const head = ['key', ...(extra === undefined ? [] : [extra.head]), 'type', 'default', 'meaning'];
  return table(
    head,
    properties.map(([key, property]) => [
      code(key),
      ...(extra === undefined ? [] : [extra.of(key)]),
      typeOf(property),
      'default' in property ? code(JSON.stringify(property.default)) : '–',
      property.description ?? '',
    ]),
  );
}

function typeOf(property: Property): string {
  if (property.enum !== undefined) return property.enum.map((value) => code(String(value))).join(', ');
  if (property.anyOf !== undefined) return [...new Set(property.anyOf.map(typeOf))].join(' or ');
  return typeof property.type === 'string' ? property.type : (property.type ?? ['any']).join(' or ');
}
