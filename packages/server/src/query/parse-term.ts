/** One term of a query: a plain word, or a key with a comparison and a value. */
import type { Piece, Token } from './lex.ts';
import { parseValue } from './parse-value.ts';
import { QueryStop } from './problem.ts';
import type { Comparison, Term } from './query.ts';
import { findKey, type QueryKey, type Vocabulary } from './vocabulary.ts';

type TermToken = Extract<Token, { kind: 'term' }>;

const longestShown = 40;
const filterHead = /^([A-Za-z][A-Za-z-]*)(>=|<=|>|<|:(?:>=|<=|>|<)?|=)/;
const comparisons: ReadonlyMap<string, Comparison> = new Map([
  [':', ':'],
  ['=', ':'],
  ...(['>', '>=', '<', '<='] as const).flatMap((sign): [string, Comparison][] => [
    [sign, sign],
    [`:${sign}`, sign],
  ]),
]);

export function parseTerm(token: TermToken, vocabulary: Vocabulary): Term {
  const [first, ...rest] = token.pieces;
  const head = first?.quoted === false ? filterHead.exec(first.text) : null;
  if (first === undefined || head === null) return word(token);
  const [whole, name = '', sign = ':'] = head;
  const key = findKey(vocabulary, name.toLowerCase());
  if (key === undefined) throw unknownKey(vocabulary, name, first.at);
  const comparison = comparisons.get(sign) ?? ':';
  assertComparison(key, comparison, { at: first.at + name.length, length: sign.length });
  const remainder = { text: first.text.slice(whole.length), quoted: false, at: first.at + whole.length };
  const pieces = remainder.text === '' ? rest : [remainder, ...rest];
  const end = token.at + token.length;
  if (pieces.length === 0) throw missingValue(key, name, end);
  const place = { at: remainder.at, length: end - remainder.at };
  const value = parseValue(key, withValueAlias(key, name.toLowerCase(), pieces), place);
  return { kind: 'term', key: key.key, comparison, value };
}

function word(token: TermToken): Term {
  const anyText: QueryKey = { key: 'a word', type: 'text', description: '', example: '' };
  const value = parseValue(anyText, token.pieces, token);
  return { kind: 'term', key: '', comparison: ':', value };
}

function unknownKey(vocabulary: Vocabulary, name: string, at: number): QueryStop {
  const place = { at, length: name.length };
  const reason = vocabulary.unavailable?.[name.toLowerCase()];
  const known = vocabulary.keys.map(({ key }) => key).join(', ');
  if (reason !== undefined)
    return new QueryStop(`${name.toLowerCase()} ${reason}; there are ${known}`, place);
  const shown = name.length > longestShown ? `${name.slice(0, longestShown)}…` : name;
  return new QueryStop(
    `There is no key ${shown}; there are ${known} (to search for the text itself, put it in quotes)`,
    place,
  );
}

function assertComparison(
  key: QueryKey,
  comparison: Comparison,
  place: { readonly at: number; readonly length: number },
): void {
  if (comparison === ':' || key.type === 'number' || key.type === 'time') return;
  throw new QueryStop(`${key.key} cannot be compared by ${comparison}; write ${key.example}`, place);
}

function missingValue(key: QueryKey, name: string, at: number): QueryStop {
  return new QueryStop(`A value is missing after ${name}; write for example ${key.example}`, {
    at,
    length: 0,
  });
}

/** `arn:aws:s3:::name` is pasted as it is: the key's name is the beginning of the value. */
function withValueAlias(key: QueryKey, name: string, pieces: readonly Piece[]): readonly Piece[] {
  const [first] = pieces;
  if (name !== key.valueAlias || first === undefined) return pieces;
  const start = `${name}:`;
  if (first.text.toLowerCase().startsWith(start) || (!first.quoted && first.text.startsWith('*')))
    return pieces;
  return [{ text: start, quoted: true, at: first.at }, ...pieces];
}
