/** Finds values that text assigns to secret names: settings, headers, JSON, YAML, XML, command lines, connection strings. */
import { type NameKind, nameKind } from './secret-names.ts';
import { isReference, isSwitch, looksRandom } from './secret-values.ts';

/** Source of a pattern without which nothing is assigned. */
export const assignmentHint = '=|%3[dD]|:\\s|["\']\\s*:|--[A-Za-z]|\\w>';

/** A name and what stands between it and its value. A blank alone counts only after dashes. */
const assigned =
  /(?:(?<![\w.-])|(?<=%[0-9A-Fa-f]{2}))(?<dashes>-{1,2})?(?<name>[A-Za-z_][\w.-]{1,255})(?:\\{0,4}["'])?(?:\s{0,4}:?={1,3}>?\s{0,4}|%3[dD]|(?<=["'])\s{0,4}:\s{0,4}|:\s{1,4}|(?<element>>)|(?<blank>[ \t]{1,4}))/g;

/** The value: quoted (also with escaped quotes, as JSON inside JSON), or up to a separator. The scheme of a header is no part. */
const valueHere =
  /(?:(?:bearer|basic|digest|token)\s{1,4})?(?:\\{1,4}"(?<escaped>[^"\\]+)|"(?<double>[^"\\]*(?:\\.[^"\\]*)*)|'(?<single>[^']+)|(?<plain>[^\s"'\\;,&<>(){}[\]|][^\s"'\\;,&|]*))/iy;

/** What an element of XML holds. */
const elementHere = /(?<plain>[^<]{1,4096})/y;

/** The text with such values replaced. The same text when there is none. */
export function redactAssignments(text: string, digest: (secret: string) => string): string {
  const parts: string[] = [];
  let done = 0;
  const names = new RegExp(assigned);
  const patterns = { value: new RegExp(valueHere), content: new RegExp(elementHere) };
  for (let match = names.exec(text); match !== null; match = names.exec(text)) {
    const { name = '', dashes, blank, element } = match.groups ?? {};
    if (blank !== undefined && dashes === undefined) {
      names.lastIndex -= blank.length;
      continue;
    }
    if (element !== undefined && !/[<:]/.test(text.charAt(match.index - 1))) continue;
    const value = element === undefined ? patterns.value : patterns.content;
    value.lastIndex = names.lastIndex;
    const kind = kindIn(text, name, match.index);
    const secret = assignedSecret(kind, kind === 'ordinary' ? null : value.exec(text));
    if (secret === undefined) continue;
    const end = value.lastIndex;
    parts.push(text.slice(done, end - secret.length), digest(secret));
    done = end;
    names.lastIndex = end;
  }
  return done === 0 ? text : parts.join('') + text.slice(done);
}

/** In the query of an address a bare `key` lets in, as with Google's APIs; elsewhere it names a record. */
function kindIn(text: string, name: string, index: number): NameKind {
  const isInQuery = /[?&]/.test(text.charAt(index - 1));
  return isInQuery && /^(?:key|auth|code)$/i.test(name) ? 'random' : nameKind(name);
}

/** What of the value is to be replaced; it stands at the match's end. */
function assignedSecret(kind: NameKind, match: RegExpExecArray | null): string | undefined {
  const { escaped, double, single, plain } = match?.groups ?? {};
  const text = escaped ?? double ?? single ?? plain;
  if (
    text === undefined ||
    text === '' ||
    text.startsWith('redacted:') ||
    isSwitch(text) ||
    isReference(text)
  )
    return undefined;
  if (kind === 'secret') return text;
  return kind === 'random' && looksRandom(text) ? text : undefined;
}
