/** The lines of a configuration with what points at them: issues, and what could not be read. */
import { isInside, isOnLine, type JsonLine, jsonLines } from '../../components/code/json-lines.ts';
import type { Json } from '../../words/json.ts';
import { type Severity, severityOf } from '../../words/severity.ts';
import type { Item } from './item-queries.ts';
import { openIssues } from './verdict-of.ts';

export type LineNote =
  | {
      readonly kind: 'issue';
      readonly severity: Severity;
      readonly score: number;
      readonly text: string;
      readonly issue: string;
    }
  | {
      readonly kind: 'unreadable';
      readonly path: string;
      readonly permission: string | undefined;
      readonly since: string | undefined;
    };

export type MarkedLine = {
  readonly line: JsonLine;
  readonly number: number;
  readonly mark: Severity | 'unreadable' | undefined;
  /** At the first line that something points at. */
  readonly note: LineNote | undefined;
};

type Marked = Pick<Item, 'issues' | 'unreadable'> & { readonly config: Json };

/** Where several issues point at a line, the worst counts. */
export function markedLines(item: Marked): readonly MarkedLine[] {
  const lines = jsonLines(item.config);
  const marks = new Map<number, Pick<MarkedLine, 'mark' | 'note'>>();
  for (const note of notesOf(item)) {
    const pointed = lines.flatMap((line, index) =>
      note.paths.some((path) => isAt(line, path)) ? [index] : [],
    );
    for (const [position, index] of pointed.entries()) {
      if (marks.has(index)) continue;
      marks.set(index, { mark: note.mark, note: position === 0 ? note.note : undefined });
    }
  }
  return lines.map((line, index) => ({
    line,
    number: index + 1,
    mark: undefined,
    note: undefined,
    ...marks.get(index),
  }));
}

/** The whole configuration is no place to point at. */
function isAt(line: JsonLine, path: string): boolean {
  return path !== '' && path.startsWith('/') && isOnLine(line, path);
}

type Pointing = {
  readonly mark: NonNullable<MarkedLine['mark']>;
  readonly paths: readonly string[];
  readonly note: LineNote;
};

function notesOf({ issues, unreadable }: Marked): readonly Pointing[] {
  const open = openIssues({ issues }).map(({ id, score, text, evidence }): Pointing => {
    const severity = severityOf(score);
    const note = { kind: 'issue', severity, score, text, issue: id } as const;
    return { mark: severity, paths: evidence.map(({ path }) => path), note };
  });
  const unseen = unreadable.map(
    ({ path, permission, since }): Pointing => ({
      mark: 'unreadable',
      paths: [path],
      note: { kind: 'unreadable', path, permission, since },
    }),
  );
  // What could not be read is said first: an issue there rests on the last value.
  return [...unseen, ...open];
}

export type Shown =
  | { readonly kind: 'line'; readonly marked: MarkedLine }
  | { readonly kind: 'fold'; readonly from: number; readonly to: number };

const foldsFrom = 60;
const context = 2;
const shortestFold = 4;

/** Parts that nothing points to are folded when the whole is long; without any mark only what is very long. */
export function folded(lines: readonly MarkedLine[], opened: ReadonlySet<number>): readonly Shown[] {
  const hasMarks = lines.some(({ mark }) => mark !== undefined);
  const isShown =
    hasMarks && lines.length > foldsFrom ? nearMarks(lines) : (index: number) => index < longest;
  const shown: Shown[] = [];
  let index = 0;
  while (index < lines.length) {
    let end = index;
    while (end < lines.length && !isShown(end)) end += 1;
    if (end - index >= shortestFold && !opened.has(index)) {
      shown.push({ kind: 'fold', from: index + 1, to: end });
      index = end;
    }
    const stop = Math.max(end, index + 1);
    for (; index < stop; index += 1) {
      const marked = lines[index];
      if (marked !== undefined) shown.push({ kind: 'line', marked });
    }
  }
  return shown;
}

/** More lines are not drawn at once. */
const longest = 400;

function nearMarks(lines: readonly MarkedLine[]): (index: number) => boolean {
  const marked = lines.filter(({ mark }) => mark !== undefined);
  const near = new Set(
    marked.flatMap(({ number }) =>
      Array.from({ length: 2 * context + 1 }, (_, step) => number - 1 - context + step),
    ),
  );
  return (index) => {
    if (near.has(index) || index === 0 || index === lines.length - 1) return true;
    const line = lines[index]?.line;
    // What stands around a marked line, so that one sees where it is.
    return (
      line !== undefined && !line.isWhole && marked.some(({ line: inner }) => isInside(inner.path, line.path))
    );
  };
}
