/** Reads names, calls, lists, literals and what stands in parentheses in CEL. */
import type { Node } from './node.ts';
import { type Cursor, isMark, type Step } from './step.ts';

export function parseMember(cursor: Cursor): Step | undefined {
  let step = parsePrimary(cursor);
  while (step !== undefined) {
    const token = cursor.tokens[step.next];
    if (isMark(token, '.')) step = parseField(cursor, step);
    else if (isMark(token, '[')) step = parseIndex(cursor, step);
    else return step;
  }
  return undefined;
}

function parsePrimary(cursor: Cursor): Step | undefined {
  const { tokens, at } = cursor;
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === 'number') return { node: { kind: 'literal', value: token.value }, next: at + 1 };
  if (token.kind === 'text') {
    const node: Node =
      token.value === undefined ? { kind: 'opaque' } : { kind: 'literal', value: token.value };
    return { node, next: at + 1 };
  }
  if (token.kind === 'name') return parseName(cursor, token.text);
  if (token.text === '[') {
    const list = parseItems(cursor, at + 1, ']');
    return list && { node: { kind: 'list', items: list.items }, next: list.next };
  }
  if (token.text !== '(') return undefined;
  const inner = cursor.parse({ ...cursor, at: at + 1 });
  return inner && isMark(tokens[inner.next], ')') ? { ...inner, next: inner.next + 1 } : undefined;
}

const constants: ReadonlyMap<string, Node> = new Map<string, Node>([
  ['true', { kind: 'literal', value: true }],
  ['false', { kind: 'literal', value: false }],
  ['null', { kind: 'opaque' }],
]);

function parseName(cursor: Cursor, name: string): Step | undefined {
  const next = cursor.at + 1;
  if (name === 'in') return undefined;
  const constant = constants.get(name);
  if (constant !== undefined) return { node: constant, next };
  if (!isMark(cursor.tokens[next], '(')) return { node: { kind: 'path', path: name }, next };
  const list = parseItems(cursor, next + 1, ')');
  return list && { node: { kind: 'call', name, args: list.items }, next: list.next };
}

/** A field of a name, or a call on whatever stands before the dot. */
function parseField(cursor: Cursor, { node, next }: Step): Step | undefined {
  const token = cursor.tokens[next + 1];
  if (token?.kind !== 'name') return undefined;
  if (isMark(cursor.tokens[next + 2], '(')) {
    const list = parseItems(cursor, next + 3, ')');
    return list && { node: { kind: 'call', on: node, name: token.text, args: list.items }, next: list.next };
  }
  const path: Node =
    node.kind === 'path' ? { ...node, path: `${node.path}.${token.text}` } : { kind: 'opaque' };
  return { node: path, next: next + 2 };
}

/** A field by its text is as good as by its name; the element of a list or a map is not looked into. */
function parseIndex(cursor: Cursor, { node, next }: Step): Step | undefined {
  const inner = cursor.parse({ ...cursor, at: next + 1 });
  if (inner === undefined || !isMark(cursor.tokens[inner.next], ']')) return undefined;
  const key = inner.node.kind === 'literal' ? inner.node.value : undefined;
  const isField = node.kind === 'path' && typeof key === 'string' && /^\w+$/.test(key);
  const field: Node = isField ? { kind: 'path', path: `${node.path}.${key}` } : { kind: 'opaque' };
  return { node: field, next: inner.next + 1 };
}

type Items = { readonly items: readonly Node[]; readonly next: number };

/** What stands between commas, up to and past the closing mark. */
function parseItems(cursor: Cursor, from: number, closing: string): Items | undefined {
  const items: Node[] = [];
  let at = from;
  while (!isMark(cursor.tokens[at], closing)) {
    const step = cursor.parse({ ...cursor, at });
    if (step === undefined) return undefined;
    items.push(step.node);
    const isLast = isMark(cursor.tokens[step.next], closing);
    if (!isLast && !isMark(cursor.tokens[step.next], ',')) return undefined;
    at = isLast ? step.next : step.next + 1;
  }
  return { items, next: at + 1 };
}
