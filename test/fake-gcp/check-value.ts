/** Whether a value is of the type that Google's document gives it. */
import type { ApiTable, FieldType } from './table.ts';

type Schemas = ApiTable['schemas'];

/** What is wrong, one line each with the place; empty when nothing is. */
export function valueProblems(
  schemas: Schemas,
  type: FieldType,
  { value, at = '' }: { readonly value: unknown; readonly at?: string },
): readonly string[] {
  if (typeof type === 'string') return simpleProblems(schemas, type, { value, at });
  if (isListType(type)) {
    if (!Array.isArray(value)) return [`${at || 'the value'} is no list`];
    return value.flatMap((element, index) =>
      valueProblems(schemas, type[0], { value: element, at: `${at}/${index}` }),
    );
  }
  if (!isObject(value)) return [`${at || 'the value'} is no object`];
  return Object.entries(value).flatMap(([name, field]) => {
    const fieldType = type[name] ?? type['*'];
    if (fieldType === undefined) return [`${at}/${name} is no field that Google documents`];
    return valueProblems(schemas, fieldType, { value: field, at: `${at}/${name}` });
  });
}

export function isListType(type: FieldType): type is readonly [FieldType] {
  return Array.isArray(type);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const tests: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  integer: (value) => Number.isInteger(value),
  number: (value) => typeof value === 'number',
  int64: (value) => typeof value === 'string' && /^-?\d+$/.test(value),
  time: (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
  any: () => true,
};

function simpleProblems(
  schemas: Schemas,
  type: string,
  { value, at }: { readonly value: unknown; readonly at: string },
): readonly string[] {
  const place = at || 'the value';
  if (type.startsWith('#')) {
    const schema = schemas[type.slice(1)];
    if (schema === undefined) throw new Error(`the tables lack the schema ${type.slice(1)}`);
    return valueProblems(schemas, schema, { value, at });
  }
  if (type.startsWith('=')) {
    const known = type.slice(1).split('|');
    return typeof value === 'string' && known.includes(value)
      ? []
      : [`${place} is ${JSON.stringify(value)} and none of ${known.join(', ')}`];
  }
  const isRight = tests[type];
  if (isRight === undefined) throw new Error(`the tables hold the unknown type ${type}`);
  return isRight(value) ? [] : [`${place} is ${JSON.stringify(value)}, which is no ${type}`];
}
