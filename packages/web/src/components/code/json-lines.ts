/** A configuration as lines of text: each knows the JSON pointer of what stands on it. */
import type { Json } from '../../words/json.ts';

export type Piece = { readonly kind: 'key' | 'string' | 'plain'; readonly text: string };

export type JsonLine = {
  readonly depth: number;
  readonly pieces: readonly Piece[];
  /** Pointer of the value that stands or begins on this line; of a closing bracket, that of what it closes. */
  readonly path: string;
  /** Whether the whole value stands on this line, with everything inside it. */
  readonly isWhole: boolean;
};

/** Objects and lists of plain values stay on one line up to so many characters. */
const oneLine = 64;

/** Keys in their order; what is small and flat stays on one line. */
export function jsonLines(value: Json): readonly JsonLine[] {
  return linesOf(value, { depth: 0, path: '', key: undefined, comma: '' });
}

type Place = {
  readonly depth: number;
  readonly path: string;
  readonly key: string | undefined;
  readonly comma: string;
};

function linesOf(value: Json, place: Place): readonly JsonLine[] {
  const { depth, path, comma } = place;
  const entries = entriesOf(value);
  if (entries === undefined || isShort(value, entries))
    return [{ depth, path, isWhole: true, pieces: [...keyPieces(place), ...flat(value), plain(comma)] }];
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return [
    { depth, path, isWhole: false, pieces: [...keyPieces(place), plain(open)] },
    ...entries.flatMap(([key, inner], index) =>
      linesOf(inner, {
        depth: depth + 1,
        path: `${path}/${escapePointer(key)}`,
        key: Array.isArray(value) ? undefined : key,
        comma: index < entries.length - 1 ? ',' : '',
      }),
    ),
    { depth, path, isWhole: false, pieces: [plain(`${close}${comma}`)] },
  ];
}

type Entry = readonly [key: string, value: Json];

/** In the order of the alphabet, whatever the database made of it. Undefined of what has nothing inside. */
function entriesOf(value: Json): readonly Entry[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return Object.entries<Json>(value);
  return Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
}

function isShort(value: Json, entries: readonly Entry[]): boolean {
  if (entries.length === 0) return true;
  if (entries.some(([, inner]) => entriesOf(inner) !== undefined && entriesOf(inner)?.length !== 0))
    return false;
  return entries.length <= 4 && JSON.stringify(value).length + 2 * entries.length <= oneLine;
}

function keyPieces({ key }: Place): readonly Piece[] {
  return key === undefined ? [] : [{ kind: 'key', text: JSON.stringify(key) }, plain(': ')];
}

/** On one line, with a space inside the brackets. */
function flat(value: Json): readonly Piece[] {
  const entries = entriesOf(value);
  if (entries === undefined) return [scalar(value)];
  const isList = Array.isArray(value);
  if (entries.length === 0) return [plain(isList ? '[]' : '{}')];
  const inside = entries.flatMap(([key, inner], index): readonly Piece[] => [
    ...(index === 0 ? [] : [plain(', ')]),
    ...(isList ? [] : [{ kind: 'key' as const, text: JSON.stringify(key) }, plain(': ')]),
    ...flat(inner),
  ]);
  return isList ? [plain('['), ...inside, plain(']')] : [plain('{ '), ...inside, plain(' }')];
}

function scalar(value: Json): Piece {
  return typeof value === 'string'
    ? { kind: 'string', text: JSON.stringify(value) }
    : plain(JSON.stringify(value));
}

function plain(text: string): Piece {
  return { kind: 'plain', text };
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Whether something at the pointer stands on the line: the value itself, or one inside or around a whole one. */
export function isOnLine({ path, isWhole }: JsonLine, pointer: string): boolean {
  if (isInside(path, pointer)) return true;
  return isWhole && isInside(pointer, path);
}

/** Whether the pointer leads to the other or to something in it. */
export function isInside(pointer: string, other: string): boolean {
  return pointer === other || pointer.startsWith(`${other}/`) || other === '';
}

/** A pointer as people write it: `Policy.Statement[0]`. */
export function readablePath(pointer: string): string {
  if (pointer === '' || !pointer.startsWith('/')) return pointer.replace(/^@/, '');
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((path, part) => {
      if (/^\d+$/.test(part)) return `${path}[${part}]`;
      return path === '' ? part : `${path}.${part}`;
    }, '');
}
