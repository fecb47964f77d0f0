/** A structural difference as lines with signs, for reading. Pure. */
import { type Change, canonicalize, type DifferenceLine, type JsonValue } from '@security-monkey/sdk';

export type Difference = {
  readonly lines: readonly DifferenceLine[];
  /** Lines that are left out at the end. */
  readonly left: number;
};

const longestLine = 200;

/** Place by place; what was removed stands before what was added. */
export function differenceLines(changes: readonly Change[], most: number): Difference {
  return cut(changes.flatMap(linesOfChange), most);
}

/** Values as they are, all with one sign, each under its place. */
export function valueLines(
  values: readonly { readonly path: string; readonly value: JsonValue }[],
  { sign, most }: { readonly sign: '+' | '-'; readonly most: number },
): Difference {
  return cut(
    values.flatMap(({ path, value }) => [placeLine(path), ...jsonLines(value, sign)]),
    most,
  );
}

function cut(lines: readonly DifferenceLine[], most: number): Difference {
  // One line that is left out would take no less room than saying so.
  if (lines.length <= most + 1) return { lines, left: 0 };
  return { lines: lines.slice(0, most), left: lines.length - most };
}

function linesOfChange(change: Change): readonly DifferenceLine[] {
  return [
    placeLine(change.path),
    ...(change.kind === 'added' ? [] : jsonLines(change.before, '-')),
    ...(change.kind === 'removed' ? [] : jsonLines(change.after, '+')),
  ];
}

/** `@name` stands for what was concluded from a relation. */
function placeLine(path: string): DifferenceLine {
  const text = path.startsWith('@') ? `related: ${path.slice(1)}` : path || '/';
  return { sign: ' ', text: shortLine(text) };
}

function jsonLines(value: JsonValue, sign: '+' | '-'): readonly DifferenceLine[] {
  return layOut(canonicalize(value)).map((text) => ({ sign, text: shortLine(text) }));
}

const narrow = 64;

/** Objects and lists over several lines, but for those that fit into one. */
function layOut(value: JsonValue, key = ''): readonly string[] {
  const whole = key + JSON.stringify(value);
  if (typeof value !== 'object' || value === null || whole.length <= narrow) return [whole];
  const parts = Array.isArray(value)
    ? value.map((element: JsonValue) => layOut(element))
    : Object.entries(value).map(([name, member]) => layOut(member, `${JSON.stringify(name)}: `));
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const inner = parts.flatMap((lines, index) => {
    const isLast = index === parts.length - 1;
    return lines.map((line, at) => `  ${line}${at === lines.length - 1 && !isLast ? ',' : ''}`);
  });
  return [key + open, ...inner, close];
}

function shortLine(text: string): string {
  const left = text.length - longestLine;
  return left <= 0 ? text : `${text.slice(0, longestLine).toWellFormed()}… (${left} more characters)`;
}
