/** The words and marks of an expression in CEL, the language of IAM conditions. */

export type Token =
  | { readonly kind: 'name' | 'mark'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  /** `value` is undefined when the text holds an escape that is not read here. */
  | { readonly kind: 'text'; readonly value: string | undefined };

const space = /(?:\s+|\/\/[^\n]*)+/y;
const quoted = /([rR]?)("""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/y;
const number = /(?:0[xX][0-9a-fA-F]+|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)[uU]?/y;
const name = /[A-Za-z_][A-Za-z0-9_]*/y;
const mark = /&&|\|\||==|!=|<=|>=|[<>!()[\],.?:+*/%-]/y;

/**
 * Takes the text apart in one pass; undefined when it holds what is no token.
 * Source: https://github.com/google/cel-spec/blob/master/doc/langdef.md#syntax
 */
export function tokenize(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let at = matchAt(space, text, 0)?.[0].length ?? 0;
  while (at < text.length) {
    const found = tokenAt(text, at);
    if (found === undefined) return undefined;
    tokens.push(found.token);
    at += found.length;
    at += matchAt(space, text, at)?.[0].length ?? 0;
  }
  return tokens;
}

function tokenAt(text: string, at: number): { readonly token: Token; readonly length: number } | undefined {
  const string = matchAt(quoted, text, at);
  if (string !== undefined) {
    const [whole, raw = '', body = ''] = string;
    return { token: { kind: 'text', value: unquote(body, raw !== '') }, length: whole.length };
  }
  const digits = matchAt(number, text, at)?.[0];
  if (digits !== undefined) {
    return { token: { kind: 'number', value: Number(digits.replace(/[uU]$/, '')) }, length: digits.length };
  }
  const word = matchAt(name, text, at)?.[0];
  if (word !== undefined) return { token: { kind: 'name', text: word }, length: word.length };
  const sign = matchAt(mark, text, at)?.[0];
  return sign === undefined ? undefined : { token: { kind: 'mark', text: sign }, length: sign.length };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  const sticky = new RegExp(pattern);
  sticky.lastIndex = at;
  return sticky.exec(text) ?? undefined;
}

function unquote(body: string, isRaw: boolean): string | undefined {
  const marks = /^("""|''')/.test(body) ? 3 : 1;
  const inside = body.slice(marks, -marks);
  if (isRaw || !inside.includes('\\')) return inside;
  if (/\\[^\\"'`?ntr]/.test(inside.replaceAll('\\\\', ''))) return undefined;
  return inside.replace(/\\(.)/g, (_, character: string) => escapes[character] ?? character);
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };
