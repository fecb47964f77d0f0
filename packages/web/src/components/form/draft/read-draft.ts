/** The value that a form holds, and what is wrong in its fields; and where in a form belongs what a server says. Pure. */
import { number } from '../../../words/count.ts';
import type { Json, JsonObject } from '../../../words/json.ts';
import type { Draft, JsonDraft, NumberDraft, RecordDraft, TextDraft } from './draft.ts';
import type { NumberField } from './field.ts';

/** What is wrong, by the part of the draft; another part, as after a change, has nothing wrong yet. */
export type Problems = ReadonlyMap<Draft, string>;

export const noProblems: Problems = new Map();

export type ReadDraft = {
  /** Undefined: it is not given. Worth nothing while there are problems. */
  readonly value: Json | undefined;
  readonly problems: Problems;
};

export function readDraft(draft: Draft): ReadDraft {
  const problems = new Map<Draft, string>();
  const value = read(draft, (part, problem) => problems.set(part, problem));
  return { value, problems };
}

type Tell = (part: Draft, problem: string) => void;

function read(draft: Draft, tell: Tell): Json | undefined {
  switch (draft.kind) {
    case 'absent':
      return undefined;
    case 'text':
      return readText(draft, tell);
    case 'number':
      return readNumber(draft, tell);
    case 'boolean':
      return draft.isOn;
    case 'choices':
      return [...draft.values];
    case 'list':
      return draft.rows.map(({ item }) => read(item, tell) ?? null);
    case 'record':
      return readRecord(draft, tell);
    case 'object':
      return { ...readParts(draft.parts, tell), ...draft.rest };
    case 'json':
      return readJson(draft, tell);
  }
}

const missing = 'Fill this in.';

function readText(draft: TextDraft, tell: Tell): string {
  const { field, text } = draft;
  const isChosen = field.names !== undefined || field.choices !== undefined;
  if (text === '' && isChosen) tell(draft, 'Choose one.');
  else if (text === '' && field.least > 0) tell(draft, missing);
  else if (text.length < field.least) tell(draft, `Give ${number(field.least)} characters or more.`);
  else if (field.most !== undefined && text.length > field.most)
    tell(draft, `Give ${number(field.most)} characters or fewer.`);
  return text;
}

function readNumber(draft: NumberDraft, tell: Tell): number {
  const { field, text } = draft;
  const value = Number(text);
  if (text.trim() === '') tell(draft, missing);
  else if (!Number.isFinite(value)) tell(draft, 'Give a number.');
  else if (field.isWhole && !Number.isInteger(value)) tell(draft, 'Give a whole number.');
  else if (value < (field.least ?? value) || value > (field.most ?? value))
    tell(draft, `Give ${limitsOf(field) ?? 'another number'}.`);
  return value;
}

/** "1 to 43,200"; undefined where there is no limit. */
export function limitsOf({ least, most }: NumberField): string | undefined {
  if (least !== undefined && most !== undefined) return `${number(least)} to ${number(most)}`;
  if (least !== undefined) return `${number(least)} or more`;
  return most === undefined ? undefined : `${number(most)} or less`;
}

function readRecord({ rows }: RecordDraft, tell: Tell): JsonObject {
  const entries = rows.map(({ key, item }, at) => {
    const name = readText(key, tell);
    const isTwice = rows.findIndex((row) => row.key.text === name) < at;
    if (isTwice && name !== '') tell(key, 'There is an entry for this above.');
    return [name, read(item, tell) ?? null] as const;
  });
  return Object.fromEntries(entries);
}

function readParts(parts: Readonly<Record<string, Draft>>, tell: Tell): JsonObject {
  const given = Object.entries(parts).flatMap(([name, part]) => {
    const value = read(part, tell);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(given);
}

function readJson(draft: JsonDraft, tell: Tell): Json {
  if (draft.text.trim() === '') {
    tell(draft, missing);
    return null;
  }
  try {
    return JSON.parse(draft.text);
  } catch (error) {
    tell(draft, `This is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
    return null;
  }
}

export type Complaint = { readonly pointer: string; readonly detail: string };

/** What a server says of places in the value (RFC 6901), at the parts of the draft: the deepest that there is on the way. */
export function problemsAt(draft: Draft, complaints: readonly Complaint[]): Problems {
  const found = new Map<Draft, string>();
  for (const { pointer, detail } of complaints) {
    const part = partAt(draft, keysOf(pointer));
    found.set(part, [found.get(part), sayable(detail)].filter(Boolean).join(' '));
  }
  return found;
}

function keysOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function partAt(draft: Draft, [key, ...others]: readonly string[]): Draft {
  const inside = key === undefined ? undefined : innerPart(draft, key);
  return inside === undefined ? draft : partAt(inside, others);
}

function innerPart(draft: Draft, key: string): Draft | undefined {
  if (draft.kind === 'object') return Object.hasOwn(draft.parts, key) ? draft.parts[key] : undefined;
  if (draft.kind === 'list') return draft.rows[Number(key)]?.item;
  if (draft.kind !== 'record') return undefined;
  return draft.rows.find((row) => row.key.text === key)?.item;
}

/** "is no network" reads "Is no network." beside its field. */
function sayable(detail: string): string {
  const text = detail.charAt(0).toUpperCase() + detail.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Whether two values are the same, in whatever order their keys stand. */
export function isSame(a: Json | undefined, b: Json | undefined): boolean {
  return ordered(a) === ordered(b);
}

function ordered(value: Json | undefined): string | undefined {
  return JSON.stringify(value, (_, inner: Json) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
