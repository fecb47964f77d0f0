/** What a JSON schema asks for, as fields that hold fields: the shape of a form of any depth. Pure. */
import { sentence } from '../../../words/count.ts';
import { type Json, type JsonObject, objectOf } from '../../../words/json.ts';

type Described = {
  readonly title: string;
  readonly description: string | undefined;
  /** Whether a value without it is none. */
  readonly isRequired: boolean;
};

export type TextField = Described & {
  readonly kind: 'text';
  readonly least: number;
  readonly most: number | undefined;
  /** What it names, such as a technology. */
  readonly names: string | undefined;
  readonly choices: readonly string[] | undefined;
  /** What an empty text means, where that is not the same as none. */
  readonly empty: string | undefined;
  /** What it means that none is given. */
  readonly absent: string | undefined;
};

export type NumberField = Described & {
  readonly kind: 'number';
  readonly isWhole: boolean;
  readonly least: number | undefined;
  readonly most: number | undefined;
  /** Holds where none is given. */
  readonly usual: number | undefined;
};

export type BooleanField = Described & { readonly kind: 'boolean' };

export type ChoicesField = Described & {
  readonly kind: 'choices';
  readonly names: string | undefined;
  readonly choices: readonly string[] | undefined;
};

export type ListField = Described & { readonly kind: 'list'; readonly item: Field };

export type RecordField = Described & {
  readonly kind: 'record';
  readonly key: TextField;
  readonly item: Field;
};

export type NamedField = { readonly name: string; readonly field: Field };

export type ObjectField = Described & { readonly kind: 'object'; readonly parts: readonly NamedField[] };

/** Options whose own schema follows from what is named beside them. */
export type OptionsField = Described & { readonly kind: 'options'; readonly of: string };

/** Whatever has no field of its own, as JSON. */
export type JsonField = Described & {
  readonly kind: 'json';
  /** Options of something of which nobody knows any: not asked for, and shown when they are there. */
  readonly isUnknown?: true;
};

export type Field =
  | TextField
  | NumberField
  | BooleanField
  | ChoicesField
  | ListField
  | RecordField
  | ObjectField
  | OptionsField
  | JsonField;

/** `name` titles what the schema does not. */
export function fieldOf(schema: unknown, name = '', isRequired = true): Field {
  const described = objectOf(schema);
  const common = {
    title: textOf(described['title']) ?? titleOf(name),
    description: textOf(described['description']),
    isRequired,
  };
  return ownKind(described, common);
}

function ownKind(schema: JsonObject, common: Described): Field {
  const { type, items, properties, additionalProperties, propertyNames } = schema;
  const of = textOf(schema['x-options-of']);
  if (of !== undefined) return { ...common, kind: 'options', of };
  if (type === 'boolean') return { ...common, kind: 'boolean' };
  if (type === 'string') return textField(schema, common);
  if (type === 'integer' || type === 'number') return numberField(schema, common);
  if (type === 'array' && objectOf(items)['type'] === 'string') return choicesField(objectOf(items), common);
  if (type === 'array' && items !== undefined) return { ...common, kind: 'list', item: fieldOf(items) };
  if (type !== 'object') return { ...common, kind: 'json' };
  if (properties !== undefined) return objectField(schema, common);
  if (Object.keys(objectOf(additionalProperties)).length === 0) return { ...common, kind: 'json' };
  const key = objectOf(propertyNames);
  return {
    ...common,
    kind: 'record',
    key: textField(key, {
      title: textOf(key['title']) ?? 'Key',
      description: textOf(key['description']),
      isRequired: true,
    }),
    item: fieldOf(additionalProperties, 'value'),
  };
}

function textField(schema: JsonObject, common: Described): TextField {
  return {
    ...common,
    kind: 'text',
    least: numberOf(schema['minLength']) ?? 0,
    most: numberOf(schema['maxLength']),
    names: textOf(schema['x-names']),
    choices: textsOf(schema['enum']),
    empty: textOf(schema['x-empty']),
    absent: textOf(schema['x-absent']),
  };
}

function numberField(schema: JsonObject, common: Described): NumberField {
  return {
    ...common,
    kind: 'number',
    isWhole: schema['type'] === 'integer',
    least: limitOf(schema['minimum']),
    most: limitOf(schema['maximum']),
    usual: numberOf(schema['default']),
  };
}

function choicesField(item: JsonObject, common: Described): ChoicesField {
  return {
    ...common,
    kind: 'choices',
    names: textOf(item['x-names']),
    choices: textsOf(item['enum']),
  };
}

function objectField({ properties, required }: JsonObject, common: Described): ObjectField {
  const needed = new Set(textsOf(required));
  const parts = Object.entries(objectOf(properties)).map(([name, part]) => ({
    name,
    field: fieldOf(part, name, needed.has(name)),
  }));
  return { ...common, kind: 'object', parts };
}

/** "externalId" reads "External id". */
export function titleOf(name: string): string {
  return sentence(name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase());
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function numberOf(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** Every whole number has the limits of what a number can hold exactly; those limit nobody. */
function limitOf(value: Json | undefined): number | undefined {
  const limit = numberOf(value);
  return limit === undefined || Math.abs(limit) >= Number.MAX_SAFE_INTEGER ? undefined : limit;
}

function textsOf(value: Json | undefined): readonly string[] | undefined {
  return Array.isArray(value) ? value.map(String) : undefined;
}
