/** Where something stands in a YAML file: line and column, counted from one. */
import { type Document, isAlias, isMap, isNode, isScalar, type LineCounter, type Node, Scalar } from 'yaml';

export type Place = { readonly line: number; readonly column: number };

export type Source = {
  readonly text: string;
  readonly lines: LineCounter;
  readonly document: Document;
};

/** The value at a path of keys; where there is none, the nearest around it that is there. */
export function placeOf(source: Source, path: readonly (string | number)[], offset = 0): Place {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = nodeAt(source.document, path.slice(0, length));
    if (node?.range)
      return place(source, length === path.length ? within(node, source.text, offset) : node.range[0]);
  }
  return { line: 1, column: 1 };
}

/** A key of the mapping at a path. */
export function placeOfKey(source: Source, path: readonly (string | number)[], key: string): Place {
  const map = nodeAt(source.document, path);
  const pair = isMap(map)
    ? map.items.find(({ key: own }) => isScalar(own) && String(own.value) === key)
    : undefined;
  return isNode(pair?.key) && pair.key.range ? place(source, pair.key.range[0]) : placeOf(source, path);
}

function nodeAt(document: Document, path: readonly (string | number)[]): Node | undefined {
  const found: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  if (isAlias(found)) return found.resolve(document);
  return isNode(found) ? found : undefined;
}

function place({ lines }: Source, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

/**
 * The offset in the file of a character of a text. Exact for plain and quoted texts of one line and for blocks with `|`;
 * elsewhere, as after an escape, it is the beginning of the text.
 */
function within(node: Node, text: string, offset: number): number {
  const [start, end] = node.range ?? [0, 0];
  if (!isScalar(node) || typeof node.value !== 'string') return start;
  const value = node.value;
  if (node.type === Scalar.BLOCK_LITERAL) return inBlock({ start, end, value }, text, offset);
  const first = node.type === Scalar.PLAIN ? start : start + 1;
  return text.startsWith(value, first) ? first + offset : start;
}

type Block = { readonly start: number; readonly end: number; readonly value: string };

/** Each line of a block stands in the file behind the same indentation. */
function inBlock({ start, end, value }: Block, text: string, offset: number): number {
  const before = value.slice(0, offset).split('\n');
  const body = text.slice(start, end).split('\n');
  const line = body[before.length] ?? '';
  const indentation = line.length - (value.split('\n')[before.length - 1] ?? '').length;
  const lineStart = body.slice(0, before.length).reduce((sum, one) => sum + one.length + 1, start);
  return lineStart + Math.max(0, indentation) + (before.at(-1) ?? '').length;
}
