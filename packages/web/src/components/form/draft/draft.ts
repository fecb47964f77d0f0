/** What stands in the fields of a form: a value taken apart as it is typed, complete or not yet. Pure but for the ids of rows. */
import { isJsonObject, type Json, type JsonObject } from '../../../words/json.ts';
import type {
  BooleanField,
  ChoicesField,
  Field,
  JsonField,
  ListField,
  NumberField,
  ObjectField,
  RecordField,
  TextField,
} from './field.ts';

export type TextDraft = { readonly kind: 'text'; readonly field: TextField; readonly text: string };
export type NumberDraft = { readonly kind: 'number'; readonly field: NumberField; readonly text: string };
export type BooleanDraft = {
  readonly kind: 'boolean';
  readonly field: BooleanField;
  readonly isOn: boolean;
};
export type ChoicesDraft = {
  readonly kind: 'choices';
  readonly field: ChoicesField;
  readonly values: readonly string[];
};
export type JsonDraft = { readonly kind: 'json'; readonly field: JsonField; readonly text: string };

/** `isNew`: a person has just added it. */
export type ListRow = { readonly id: number; readonly item: Draft; readonly isNew?: true };
export type RecordRow = ListRow & { readonly key: TextDraft };

export type ListDraft = {
  readonly kind: 'list';
  readonly field: ListField;
  readonly rows: readonly ListRow[];
};
export type RecordDraft = {
  readonly kind: 'record';
  readonly field: RecordField;
  readonly rows: readonly RecordRow[];
};
export type ObjectDraft = {
  readonly kind: 'object';
  readonly field: ObjectField;
  readonly parts: Readonly<Record<string, Draft>>;
  /** What the value has and the schema does not ask for: it stays. */
  readonly rest: JsonObject;
};

/** Not given; its field says that it need not be. */
export type AbsentDraft = { readonly kind: 'absent'; readonly field: Exclude<Field, { kind: 'options' }> };

export type Draft =
  | TextDraft
  | NumberDraft
  | BooleanDraft
  | ChoicesDraft
  | ListDraft
  | RecordDraft
  | ObjectDraft
  | JsonDraft
  | AbsentDraft;

/** The field of the options of something by its kind and id; undefined when nothing is known of them. */
export type OptionsOf = (kind: string, id: string) => Field | undefined;

/** What is named around a part, by kind: the check whose options these are. */
type Around = { readonly optionsOf: OptionsOf; readonly named: Readonly<Record<string, string>> };

let last = 0;

function nextId(): number {
  last += 1;
  return last;
}

/** The draft of a value; undefined for one that is not given. A part that is not what its schema asks for is shown as JSON. */
export function draftOf(field: Field, value: Json | undefined, optionsOf: OptionsOf): Draft {
  return partOf(field, value, { optionsOf, named: {} });
}

function partOf(asked: Field, value: Json | undefined, around: Around): Draft {
  const field = resolved(asked, around);
  if (value === undefined) return field.isRequired ? emptyOf(field, around) : { kind: 'absent', field };
  return fittingOf(field, value, around) ?? jsonDraft(field, value);
}

/** Undefined when the value is not of the field's kind. */
function fittingOf(field: Plain, value: Json, around: Around): Draft | undefined {
  switch (field.kind) {
    case 'text':
      return typeof value === 'string' ? { kind: 'text', field, text: value } : undefined;
    case 'number':
      return typeof value === 'number' ? { kind: 'number', field, text: String(value) } : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? { kind: 'boolean', field, isOn: value } : undefined;
    case 'choices':
      return isTexts(value) ? { kind: 'choices', field, values: value } : undefined;
    case 'list':
      if (!Array.isArray(value)) return undefined;
      return {
        kind: 'list',
        field,
        rows: value.map((item: Json) => ({ id: nextId(), item: partOf(field.item, item, around) })),
      };
    case 'record':
      if (!isJsonObject(value)) return undefined;
      return {
        kind: 'record',
        field,
        rows: Object.entries(value).map(([key, item]) => rowOf(field, { key, item }, around)),
      };
    case 'object':
      return isJsonObject(value) && isWhole(field, value) ? objectDraft(field, value, around) : undefined;
    case 'json':
      return undefined;
  }
}

type Entry = { readonly key: string; readonly item: Json | undefined };

function rowOf({ key: keyField, item: itemField }: RecordField, entry: Entry, around: Around): RecordRow {
  const { key, item } = entry;
  const inside = withNamed(around, keyField, key);
  return {
    id: nextId(),
    key: { kind: 'text', field: keyField, text: key },
    item: partOf(itemField, item, inside),
  };
}

function objectDraft(field: ObjectField, value: JsonObject, around: Around): ObjectDraft {
  const known = new Set(field.parts.map(({ name }) => name));
  const inside = field.parts.reduce((outer, { name, field: part }) => {
    const given = own(value, name);
    return part.kind === 'text' && typeof given === 'string' ? withNamed(outer, part, given) : outer;
  }, around);
  return {
    kind: 'object',
    field,
    parts: Object.fromEntries(
      field.parts.map(({ name, field: part }) => [name, partOf(part, own(value, name), inside)]),
    ),
    rest: Object.fromEntries(Object.entries(value).filter(([name]) => !known.has(name))),
  };
}

/** What a new part holds. */
function emptyOf(field: Plain, around: Around): Draft {
  switch (field.kind) {
    case 'text':
      return { kind: 'text', field, text: '' };
    case 'number':
      return { kind: 'number', field, text: '' };
    case 'json':
      return { kind: 'json', field, text: '' };
    case 'boolean':
      return { kind: 'boolean', field, isOn: false };
    case 'choices':
      return { kind: 'choices', field, values: [] };
    case 'list':
      return { kind: 'list', field, rows: [] };
    case 'record':
      return { kind: 'record', field, rows: [] };
    case 'object':
      return objectDraft(field, {}, around);
  }
}

/** Something where there was nothing. */
export function givenOf({ field }: AbsentDraft, optionsOf: OptionsOf): Draft {
  return emptyOf(field, { optionsOf, named: {} });
}

export function newItem({ item }: ListField, optionsOf: OptionsOf): ListRow {
  const around = { optionsOf, named: {} };
  return { id: nextId(), item: emptyOf(resolved(item, around), around), isNew: true };
}

export function newEntry(field: RecordField, optionsOf: OptionsOf): RecordRow {
  const row = rowOf(field, { key: '', item: undefined }, { optionsOf, named: {} });
  return { ...row, isNew: true };
}

/** Another thing is named than before: what was set of its options says nothing of the new one. */
export function withOptionsOf(draft: Draft, named: Naming, optionsOf: OptionsOf): Draft {
  if (draft.kind !== 'object') return draft;
  const around = { optionsOf, named: { [named.kind]: named.id } };
  const fresh = draft.field.parts.flatMap(({ name, field }) =>
    field.kind === 'options' && field.of === named.kind ? [[name, partOf(field, undefined, around)]] : [],
  );
  return fresh.length === 0 ? draft : { ...draft, parts: { ...draft.parts, ...Object.fromEntries(fresh) } };
}

export type Naming = { readonly kind: string; readonly id: string };

type Plain = Exclude<Field, { kind: 'options' }>;

/** Options get the field of what is named around them. */
function resolved(field: Field, { optionsOf, named }: Around): Plain {
  if (field.kind !== 'options') return field;
  const { title, description, isRequired, of } = field;
  const common = { title, description, isRequired };
  const found = optionsOf(of, named[of] ?? '');
  return found === undefined || found.kind === 'options'
    ? { ...common, kind: 'json', isUnknown: true }
    : { ...found, ...common };
}

function withNamed(around: Around, { names }: TextField, id: string): Around {
  return names === undefined ? around : { ...around, named: { ...around.named, [names]: id } };
}

function jsonDraft({ title, description, isRequired }: Field, value: Json): JsonDraft {
  const field: JsonField = { kind: 'json', title, description, isRequired };
  return { kind: 'json', field, text: JSON.stringify(value, null, 2) };
}

/** Whether it has every part that it must have. */
function isWhole({ parts }: ObjectField, value: JsonObject): boolean {
  return parts.every(({ name, field }) => !field.isRequired || Object.hasOwn(value, name));
}

function own(value: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

function isTexts(value: Json): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
