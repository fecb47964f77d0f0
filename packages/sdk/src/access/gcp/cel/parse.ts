/** Reads an expression in CEL. */
import type { Node } from './node.ts';
import { parseMember } from './parse-member.ts';
import { type Cursor, isMark, type Step } from './step.ts';
import { tokenize } from './token.ts';

/** IAM allows far less. It bounds the depth of the tree, so that walking it cannot exhaust the stack. */
const maximumTokens = 2_000;
const maximumDepth = 40;

/**
 * The expression as a tree, undefined when it is none or too long to be one of IAM's.
 * Source: https://cloud.google.com/iam/docs/conditions-overview#cel
 */
export function parseExpression(text: string): Node | undefined {
  const tokens = tokenize(text);
  if (tokens === undefined || tokens.length > maximumTokens) return undefined;
  const step = parseChoice({ tokens, at: 0, depth: 0, parse: parseChoice });
  return step?.next === tokens.length ? step.node : undefined;
}

function parseChoice(outer: Cursor): Step | undefined {
  if (outer.depth > maximumDepth) return undefined;
  const cursor = { ...outer, depth: outer.depth + 1 };
  const test = parseAny(cursor);
  if (test === undefined || !isMark(cursor.tokens[test.next], '?')) return test;
  const yes = parseAny({ ...cursor, at: test.next + 1 });
  if (yes === undefined || !isMark(cursor.tokens[yes.next], ':')) return undefined;
  const no = parseChoice({ ...cursor, at: yes.next + 1 });
  if (no === undefined) return undefined;
  return { node: { kind: 'choice', test: test.node, yes: yes.node, no: no.node }, next: no.next };
}

function parseAny(cursor: Cursor): Step | undefined {
  return parseJoined(cursor, { kind: 'any', mark: '||', operand: parseAll });
}

function parseAll(cursor: Cursor): Step | undefined {
  return parseJoined(cursor, { kind: 'all', mark: '&&', operand: parseRelation });
}

type Joint = {
  readonly kind: 'all' | 'any';
  readonly mark: string;
  readonly operand: (cursor: Cursor) => Step | undefined;
};

function parseJoined(cursor: Cursor, { kind, mark, operand }: Joint): Step | undefined {
  const nodes: Node[] = [];
  let at = cursor.at;
  for (;;) {
    const step = operand({ ...cursor, at });
    if (step === undefined) return undefined;
    nodes.push(step.node);
    if (!isMark(cursor.tokens[step.next], mark)) {
      return { node: nodes.length === 1 ? step.node : { kind, of: nodes }, next: step.next };
    }
    at = step.next + 1;
  }
}

function parseRelation(cursor: Cursor): Step | undefined {
  return parseOperators(cursor, ['<', '<=', '>', '>=', '==', '!=', 'in'], parseSum);
}

function parseSum(cursor: Cursor): Step | undefined {
  return parseOperators(cursor, ['+', '-'], parseProduct);
}

function parseProduct(cursor: Cursor): Step | undefined {
  return parseOperators(cursor, ['*', '/', '%'], parseSigned);
}

function parseOperators(
  cursor: Cursor,
  operators: readonly string[],
  operand: (cursor: Cursor) => Step | undefined,
): Step | undefined {
  let step = operand(cursor);
  while (step !== undefined) {
    const token = cursor.tokens[step.next];
    const isJoined = token !== undefined && 'text' in token && operators.includes(token.text);
    if (!isJoined) return step;
    const right = operand({ ...cursor, at: step.next + 1 });
    if (right === undefined) return undefined;
    const node: Node = { kind: 'binary', operator: token.text, left: step.node, right: right.node };
    step = { node, next: right.next };
  }
  return undefined;
}

/** Any number of `!` or of `-` before what they negate. */
function parseSigned(cursor: Cursor): Step | undefined {
  const { tokens } = cursor;
  const sign = ['!', '-'].find((text) => isMark(tokens[cursor.at], text));
  if (sign === undefined) return parseMember(cursor);
  let at = cursor.at;
  while (isMark(tokens[at], sign)) at += 1;
  const step = parseMember({ ...cursor, at });
  if (step === undefined || (at - cursor.at) % 2 === 0) return step;
  return { node: { kind: sign === '!' ? 'not' : 'negative', of: step.node }, next: step.next };
}
