/** Pages by keyset: what a list gives, the opaque cursor that continues it, and the walk over all pages. */
import { z } from 'zod';

export type Page<Row> = {
  readonly rows: readonly Row[];
  /** Give it as `after` to get the next page; null on the last one. */
  readonly next: string | null;
};

/** No page is longer, whatever is asked for. */
export const longestPage = 1_000;

/** Thrown for a cursor that no list has given, or that belongs to a list in another order. */
export class CursorError extends Error {
  override readonly name = 'CursorError';
}

export type Position = {
  /** Names the list and its order, so that a cursor of another one is refused. */
  readonly list: string;
  /** The sort values of the last row, as text. */
  readonly keys: readonly string[];
};

const positionSchema = z.strictObject({ l: z.string(), k: z.array(z.string()) });

export function encodeCursor({ list, keys }: Position): string {
  return Buffer.from(JSON.stringify({ l: list, k: keys })).toString('base64url');
}

/** The sort values of a cursor; `formats` say what each may look like, so that none reaches the database in another form. */
export function decodeCursor(
  cursor: string,
  { list, formats }: { readonly list: string; readonly formats: readonly KeyFormat[] },
): readonly string[] {
  const position = positionSchema.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!position.success) throw new CursorError('The cursor is none that a list has given');
  const { l, k } = position.data;
  if (l !== list) throw new CursorError('The cursor belongs to a list in another order');
  const fits = k.length === formats.length && formats.every((format, index) => format(k[index] ?? ''));
  if (!fits) throw new CursorError('The cursor is none that a list has given');
  return k;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON at all is as little a cursor as any other value: the schema refuses it.
    return undefined;
  }
}

/** What the sort values of a cursor may look like. */
export type KeyFormat = (key: string) => boolean;

export const keyFormats = {
  uuid: (key) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key),
  integer: (key) => /^-?\d{1,9}$/.test(key),
  time: (key) => /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,6})?[+-]\d{2}(?::\d{2}){0,2}$/.test(key),
  text: (key) => !key.includes('\u0000'),
} as const satisfies Record<string, KeyFormat>;

/** A whole number of rows between one and the longest page. */
export function pageSize(limit: number): number {
  return Math.min(longestPage, Math.max(1, Math.trunc(limit) || 1));
}

/** A page from one row more than it holds. */
export function pageOf<Row>(
  found: readonly Row[],
  { limit, position }: { readonly limit: number; readonly position: (last: Row) => Position },
): Page<Row> {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const next = found.length > limit && last !== undefined ? encodeCursor(position(last)) : null;
  return { rows, next };
}

/** Every row of every page, page by page: memory holds one page. */
export async function* everyRow<Row>(
  readPage: (after: string | undefined) => Promise<Page<Row>>,
): AsyncGenerator<Row, void> {
  let after: string | undefined;
  for (;;) {
    const page = await readPage(after);
    yield* page.rows;
    if (page.next === null) return;
    after = page.next;
  }
}
