/** Queries as texts that are put together by hand: quoting, and the values of one key added and taken out. */

const plain = /^[\p{L}\p{N}_./@:+-]+$/u;

/** A value as it is, whatever stands in it. */
export function quoted(value: string): string {
  if (plain.test(value)) return value;
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

const quotes = String.raw`"(?:[^"\\]|\\.)*"`;

/** A tag as facets give it: a name with an equals sign in it stands in quotes. */
const tag = new RegExp(String.raw`^(?:(${quotes})|([^=]*))=(.*)$`, 'su');

/** One term; a tag is written name=value. */
export function term(key: string, value: string): string {
  if (key !== 'tag') return `${key}:${quoted(value)}`;
  const [, inQuotes, name = '', rest] = tag.exec(value) ?? [];
  if (rest === undefined) return `tag:${quoted(value)}`;
  return `tag:${inQuotes ?? quoted(name)}=${quoted(rest)}`;
}

const value = String.raw`(?:${quotes}|[^\s()"])+`;

/** A term of the key, or several in parentheses joined by OR, standing by themselves. */
function choiceOf(key: string): RegExp {
  const one = `${key}:${value}`;
  return new RegExp(String.raw`(?<=^|\s)(?:\(\s*${one}(?:\s+OR\s+${one})*\s*\)|${one})(?=\s|$)`, 'gu');
}

/** Which terms of the key a query is narrowed to, as they are written. */
export function chosenTerms(query: string, key: string): readonly string[] {
  const found = query.match(choiceOf(key)) ?? [];
  const one = new RegExp(`${key}:${value}`, 'gu');
  return found.flatMap((choice) => choice.match(one) ?? []);
}

/** The query with the term chosen, or no longer: terms of one key widen each other, and narrow what else is asked. */
export function toggledTerm(query: string, key: string, wanted: string): string {
  const written = term(key, wanted);
  const chosen = chosenTerms(query, key);
  const next = chosen.includes(written) ? chosen.filter((one) => one !== written) : [...chosen, written];
  const rest = query.replace(choiceOf(key), '').replaceAll(/\s+/g, ' ').trim();
  const choice = next.length > 1 ? `(${next.join(' OR ')})` : (next[0] ?? '');
  return [hasOr(rest) && choice !== '' ? `(${rest})` : rest, choice].filter((part) => part !== '').join(' ');
}

/** Whether what is joined by OR stands outside parentheses and quotes. */
function hasOr(query: string): boolean {
  let depth = 0;
  for (const [token] of query.matchAll(new RegExp(String.raw`${quotes}|[()]|[^\s()"]+`, 'gu'))) {
    if (token === '(') depth += 1;
    else if (token === ')') depth -= 1;
    else if (token === 'OR' && depth === 0) return true;
  }
  return false;
}
