/** What a person does to a draft, each act making a new one; whatever it did not touch stays the very same. Pure but for the ids of rows. */
import {
  type Draft,
  type ListRow,
  newEntry,
  newItem,
  type OptionsOf,
  type RecordRow,
  withOptionsOf,
} from './draft.ts';

/** A change of a part, whatever it was before. */
export type Change = (draft: Draft) => Draft;

/** What was typed; nothing, where nothing needs to be given, gives nothing. */
export function withText(draft: Draft, text: string): Draft {
  const { field } = draft;
  if (field.kind !== 'text' && field.kind !== 'number' && field.kind !== 'json') return draft;
  if (text === '' && !field.isRequired) return { kind: 'absent', field };
  return given(field, text);
}

/** An empty text that means something of its own. */
export function withEmptyText(draft: Draft): Draft {
  return draft.field.kind === 'text' ? given(draft.field, '') : draft;
}

type Typed = Extract<Draft, { text: string }>;

function given(field: Typed['field'], text: string): Typed {
  switch (field.kind) {
    case 'text':
      return { kind: 'text', field, text };
    case 'number':
      return { kind: 'number', field, text };
    case 'json':
      return { kind: 'json', field, text };
  }
}

/** `undefined` is for what need not be given. */
export function withBoolean(draft: Draft, isOn: boolean | undefined): Draft {
  const { field } = draft;
  if (field.kind !== 'boolean') return draft;
  return isOn === undefined ? { kind: 'absent', field } : { kind: 'boolean', field, isOn };
}

export function withChoices(draft: Draft, values: readonly string[]): Draft {
  const { field } = draft;
  if (field.kind !== 'choices') return draft;
  return values.length === 0 && !field.isRequired
    ? { kind: 'absent', field }
    : { kind: 'choices', field, values };
}

/** Another row at the end. */
export function withNewRow(draft: Draft, optionsOf: OptionsOf): Draft {
  const { field } = draft;
  if (field.kind === 'list') {
    const rows = draft.kind === 'list' ? draft.rows : [];
    return { kind: 'list', field, rows: [...rows, newItem(field, optionsOf)] };
  }
  if (field.kind !== 'record') return draft;
  const rows = draft.kind === 'record' ? draft.rows : [];
  return { kind: 'record', field, rows: [...rows, newEntry(field, optionsOf)] };
}

export function withoutRow(draft: Draft, id: number): Draft {
  if (draft.kind === 'list') return { ...draft, rows: draft.rows.filter((row) => row.id !== id) };
  if (draft.kind === 'record') return { ...draft, rows: draft.rows.filter((row) => row.id !== id) };
  return draft;
}

type OfRow = { readonly id: number; readonly change: Change };

export function withItem(draft: Draft, { id, change }: OfRow): Draft {
  const changed = <Row extends ListRow>(row: Row): Row =>
    row.id === id ? { ...row, item: change(row.item) } : row;
  if (draft.kind === 'list') return { ...draft, rows: draft.rows.map(changed) };
  if (draft.kind === 'record') return { ...draft, rows: draft.rows.map(changed) };
  return draft;
}

/** Another key; options that belonged to the old one go. */
export function withKey(draft: Draft, { id, change }: OfRow, optionsOf: OptionsOf): Draft {
  if (draft.kind !== 'record') return draft;
  const changed = (row: RecordRow): RecordRow => {
    const key = change(row.key);
    return key.kind === 'text'
      ? { ...row, key, item: withOptionsOf(row.item, namingOf(key), optionsOf) }
      : row;
  };
  return { ...draft, rows: draft.rows.map((row) => (row.id === id ? changed(row) : row)) };
}

type OfPart = { readonly name: string; readonly change: Change };

export function withPart(draft: Draft, { name, change }: OfPart, optionsOf: OptionsOf): Draft {
  if (draft.kind !== 'object') return draft;
  const { [name]: before } = draft.parts;
  if (before === undefined) return draft;
  const after = change(before);
  const changed = { ...draft, parts: { ...draft.parts, [name]: after } };
  return after.field.kind === 'text' ? withOptionsOf(changed, namingOf(after), optionsOf) : changed;
}

function namingOf(draft: Draft): { readonly kind: string; readonly id: string } {
  const kind = draft.field.kind === 'text' ? draft.field.names : undefined;
  return { kind: kind ?? '', id: draft.kind === 'text' ? draft.text : '' };
}
