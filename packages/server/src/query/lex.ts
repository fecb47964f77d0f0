/** Cuts a query into tokens, in one pass. */
import { QueryStop } from './problem.ts';

/** A run of characters of a term: as typed, or from within double quotes, where nothing has a meaning. */
export type Piece = { readonly text: string; readonly quoted: boolean; readonly at: number };

export type Token =
  | { readonly kind: '(' | ')' | 'and' | 'or' | 'not'; readonly at: number; readonly length: number }
  | {
      readonly kind: 'term';
      readonly at: number;
      readonly length: number;
      readonly pieces: readonly Piece[];
    };

const blanks = /\s+/y;
const bare = /[^\s()"]+/y;
export const keywords: ReadonlyMap<string, 'and' | 'or' | 'not'> = new Map([
  ['AND', 'and'],
  ['OR', 'or'],
  ['NOT', 'not'],
]);

/** Throws a {@link QueryStop} at the first character that cannot be part of a query. */
export function lex(text: string): readonly Token[] {
  const nul = text.indexOf('\u0000');
  if (nul >= 0) throw new QueryStop('The character NUL cannot be searched for', { at: nul, length: 1 });
  const tokens: Token[] = [];
  let at = skipBlanks(text, 0);
  while (at < text.length) {
    const token = nextToken(text, at);
    tokens.push(token);
    at = skipBlanks(text, token.at + token.length);
  }
  return tokens;
}

function skipBlanks(text: string, at: number): number {
  blanks.lastIndex = at;
  return blanks.test(text) ? blanks.lastIndex : at;
}

function nextToken(text: string, at: number): Token {
  const character = text[at];
  if (character === '(' || character === ')') return { kind: character, at, length: 1 };
  if (character === '-') return { kind: 'not', at, length: 1 };
  return readTerm(text, at);
}

function readTerm(text: string, at: number): Token {
  const pieces: Piece[] = [];
  let end = at;
  for (let piece = readPiece(text, end); piece !== undefined; piece = readPiece(text, end)) {
    pieces.push(piece.piece);
    end = piece.end;
  }
  const [first] = pieces;
  const keyword = pieces.length === 1 && first?.quoted === false ? keywords.get(first.text) : undefined;
  const length = end - at;
  return keyword === undefined ? { kind: 'term', at, length, pieces } : { kind: keyword, at, length };
}

function readPiece(text: string, at: number): { readonly piece: Piece; readonly end: number } | undefined {
  if (text[at] === '"') return readQuoted(text, at);
  bare.lastIndex = at;
  if (!bare.test(text)) return undefined;
  return { piece: { text: text.slice(at, bare.lastIndex), quoted: false, at }, end: bare.lastIndex };
}

function readQuoted(text: string, start: number): { readonly piece: Piece; readonly end: number } {
  const parts: string[] = [];
  let from = start + 1;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      parts.push(text.slice(from, at));
      return { piece: { text: parts.join(''), quoted: true, at: start }, end: at + 1 };
    }
    if (character === '\\') {
      const escaped = text[at + 1];
      if (escaped !== '"' && escaped !== '\\') {
        throw new QueryStop('Within quotes, \\ stands only before " and \\', { at, length: 1 });
      }
      parts.push(text.slice(from, at));
      from = at + 1;
      at += 1;
    }
  }
  throw new QueryStop('This quote is not closed', { at: start, length: 1 });
}
