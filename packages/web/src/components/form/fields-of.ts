/** What a JSON schema of an object asks for, field by field. */

import { sentence } from '../../words/count.ts';
import { type JsonObject, objectOf } from '../../words/json.ts';

export type SchemaField = {
  readonly name: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly kind: 'text' | 'number' | 'boolean' | 'json';
  readonly choices: readonly string[] | undefined;
  readonly isRequired: boolean;
};

export function fieldsOf(schema: unknown): readonly SchemaField[] {
  const { properties, required } = objectOf(schema);
  const needed = new Set(Array.isArray(required) ? required : []);
  return Object.entries(objectOf(properties)).map(([name, described]) => {
    const field = objectOf(described);
    const { description, enum: choices } = field;
    return {
      name,
      title: titleOf(name),
      description: typeof description === 'string' ? description : undefined,
      kind: kindOf(field),
      choices: Array.isArray(choices) ? choices.map(String) : undefined,
      isRequired: needed.has(name),
    };
  });
}

function kindOf({ type, enum: choices }: JsonObject): SchemaField['kind'] {
  if (type === 'boolean') return 'boolean';
  if (type === 'integer' || type === 'number') return 'number';
  return type === 'string' || Array.isArray(choices) ? 'text' : 'json';
}

/** "externalId" reads "External id". */
function titleOf(name: string): string {
  return sentence(name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase());
}

/** What was typed as the values that the schema asks for; what was left empty is left out. */
export function valuesOf(schema: unknown, typed: Readonly<Record<string, string | boolean>>): JsonObject {
  const given = fieldsOf(schema).flatMap(({ name, kind }) => {
    const value = typed[name];
    if (value === undefined || value === '') return [];
    if (kind === 'number') return [[name, Number(value)] as const];
    return [[name, kind === 'json' && typeof value === 'string' ? parsed(value) : value] as const];
  });
  return Object.fromEntries(given);
}

/** The server says what is wrong with what is no JSON. */
function parsed(text: string): JsonObject[string] {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Values as they are typed. */
export function typedOf(schema: unknown, values: JsonObject): Readonly<Record<string, string | boolean>> {
  return Object.fromEntries(
    fieldsOf(schema).flatMap(({ name }) => {
      const value = values[name];
      if (value === undefined || value === null) return [];
      if (typeof value === 'boolean' || typeof value === 'string') return [[name, value] as const];
      return [[name, JSON.stringify(value)] as const];
    }),
  );
}
