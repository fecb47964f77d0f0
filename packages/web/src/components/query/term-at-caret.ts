/** Which term of a query the caret is in. The parser of the server alone decides what terms mean. */

export type Place = { readonly from: number; readonly to: number };

export type TermAtCaret = {
  /** Where the term stands; empty where none is begun. */
  readonly place: Place;
  /** The key as it is typed and the sign behind it, where the term has both. */
  readonly head: { readonly name: string; readonly sign: string } | undefined;
  /** Whether the caret is in the key, or where it would be. */
  readonly isInKey: boolean;
  /** What stands before the caret of the key or the value, without quotes. */
  readonly typed: string;
};

const part = /\s+|[()]|-|(?<term>(?:"(?:[^"\\]|\\.)*(?:"|$)|[^\s()"])+)/gsu;
const head = /^(?<name>[a-z][a-z-]*)(?<sign>>=|<=|>|<|:(?:>=|<=|>|<)?|=)/i;
const keywords: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT']);

/** Nothing where the caret is in a word that joins terms, or right before a term. */
export function termAtCaret(query: string, caret: number): TermAtCaret | undefined {
  const place = placeOf(query, caret);
  const whole = query.slice(place.from, place.to);
  if (keywords.has(whole) || (whole !== '' && caret === place.from)) return undefined;
  const { name, sign } = head.exec(whole)?.groups ?? {};
  const before = query.slice(place.from, caret);
  if (name === undefined || sign === undefined)
    return { place, head: undefined, isInKey: !before.includes('"'), typed: before };
  const isInKey = before.length < name.length + sign.length;
  const typed = isInKey ? before.slice(0, name.length) : unquoted(before.slice(name.length + sign.length));
  return { place, head: { name, sign }, isInKey, typed };
}

function placeOf(query: string, caret: number): Place {
  const found = [...query.matchAll(part)].find(({ index, 0: text, groups }) => {
    const isTerm = groups?.['term'] !== undefined;
    return isTerm && index <= caret && caret <= index + text.length;
  });
  if (found === undefined) return { from: caret, to: caret };
  const from = found.index;
  // A quote that is opened here and closed nowhere would take in every term behind it: those are left alone.
  const isCut = !isClosed(query) && !isClosed(query.slice(from, caret));
  return { from, to: isCut ? caret : from + found[0].length };
}

/** Whether every quote of a query is closed. */
function isClosed(query: string): boolean {
  return !/"/u.test(query.replaceAll(/"(?:[^"\\]|\\.)*"/gsu, ''));
}

/** What a value says, quoted or not, whole or not. */
function unquoted(value: string): string {
  return value.replaceAll(/\\(["\\])|"/gu, '$1');
}
