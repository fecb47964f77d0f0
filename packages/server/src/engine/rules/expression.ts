/** Expressions of rules: CEL over `config`, `item`, `options`, `now` and, with `each`, `it`. */

import {
  type ASTNode,
  Environment,
  EvaluationError,
  ParseError,
  TypeError as TypeProblem,
} from '@marcbachmann/cel-js';
import { isUnreadableInput } from '@security-monkey/sdk';

/** What an expression sees; `now` is a date. */
export type Scope = {
  readonly config: unknown;
  readonly item: unknown;
  readonly options: unknown;
  readonly now: Date;
  readonly it?: unknown;
};

export type Expression = {
  /** The value as CEL has it: whole numbers that it computed are bigints. @throws Error that says in one line what is wrong. */
  readonly evaluate: (scope: Scope) => unknown;
  readonly ast: ASTNode;
};

export type ExpressionKind = 'condition' | 'list' | 'text' | 'scalar' | 'any';

export type ExpressionContext = {
  readonly hasIt: boolean;
  /** The names of the rule's options. */
  readonly options: readonly string[];
};

/** What is wrong with the text of an expression, `offset` characters from its beginning. */
export class ExpressionProblem extends Error {
  override readonly name = 'ExpressionProblem';
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

const itemNames = ['account', 'partition', 'technology', 'region', 'name', 'lineage', 'tags'];

const arithmetic: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
};

/** JSON knows one kind of number, which is CEL's double: so that `config.Port + 1` means what it says. */
function withNumbersOfJson(environment: Environment): Environment {
  for (const [sign, compute] of Object.entries(arithmetic))
    for (const [left, right] of [
      ['double', 'int'],
      ['int', 'double'],
    ])
      environment.registerOperator(`${left} ${sign} ${right}`, (a: number | bigint, b: number | bigint) =>
        compute(Number(a), Number(b)),
      );
  return environment.registerOperator('double % double', (a: number, b: number) => a % b);
}

const plain = withNumbersOfJson(
  new Environment({ homogeneousAggregateLiterals: false, enableOptionalTypes: true }),
)
  .registerVariable('config', 'map<string, dyn>')
  .registerVariable('item', 'map<string, dyn>')
  .registerVariable('options', 'map<string, dyn>')
  .registerVariable('now', 'google.protobuf.Timestamp');

const withIt = plain.clone().registerVariable('it', 'dyn');

const typesOf: Readonly<Record<ExpressionKind, { readonly pattern: RegExp; readonly wanted: string }>> = {
  condition: { pattern: /^(bool|dyn)$/, wanted: 'true or false' },
  list: { pattern: /^(list|dyn)/, wanted: 'a list' },
  text: { pattern: /^(string|dyn)$/, wanted: 'a text' },
  scalar: { pattern: /^(string|int|uint|double|bool|dyn)$/, wanted: 'a text, a number, true or false' },
  any: { pattern: /^/, wanted: '' },
};

/** Compiles the text of an expression. @throws ExpressionProblem */
export function compileExpression(
  text: string,
  kind: ExpressionKind,
  { hasIt, options }: ExpressionContext,
): Expression {
  const parsed = parse(hasIt ? withIt : plain, text);
  const { valid, type = 'dyn', error } = parsed.check();
  if (!valid) throw problemOf(error);
  const { pattern, wanted } = typesOf[kind];
  if (!pattern.test(type)) throw new ExpressionProblem(`it gives ${type}: write one that gives ${wanted}`, 0);
  assertMembers(parsed.ast, { options, item: itemNames });
  return { ast: parsed.ast, evaluate: (scope) => evaluated(parsed, scope) };
}

function parse(environment: Environment, text: string) {
  try {
    return environment.parse(text);
  } catch (error) {
    throw problemOf(error);
  }
}

function evaluated(parsed: (scope: Scope) => unknown, scope: Scope): unknown {
  try {
    return parsed(scope);
  } catch (error) {
    if (isUnreadableInput(error) || !(error instanceof EvaluationError)) throw error;
    const hint = error.code === 'no_such_key' ? '; ask has() before reading what may be missing' : '';
    throw new Error(`${error.summary}${hint}`, { cause: error });
  }
}

function problemOf(error: unknown): ExpressionProblem {
  if (error instanceof ParseError || error instanceof TypeProblem || error instanceof EvaluationError)
    return new ExpressionProblem(oneLine(error.summary), error.range?.start ?? 0);
  return new ExpressionProblem(oneLine(error instanceof Error ? error.message : String(error)), 0);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Options and parts of the item are known beforehand, so a misspelt one need not wait for the first audit. */
function assertMembers(ast: ASTNode, known: Readonly<Record<string, readonly string[]>>): void {
  for (const node of nodesOf(ast, Object.keys(known))) {
    if (node.op !== '.' && node.op !== '.?') continue;
    const [of, name] = node.args;
    const names = of.op === 'id' ? known[of.args] : undefined;
    if (of.op !== 'id' || names === undefined || names.includes(name)) continue;
    const choice = names.length === 0 ? `declare it under options` : `write one of ${names.join(', ')}`;
    throw new ExpressionProblem(`${of.args} has no ${name}: ${choice}`, of.range.start);
  }
}

/** The nodes of an expression, without the inside of comprehensions whose variable hides a name that is known. */
function* nodesOf(value: unknown, hiding: readonly string[]): Generator<ASTNode> {
  if (Array.isArray(value)) for (const part of value) yield* nodesOf(part, hiding);
  if (!isNode(value)) return;
  if (value.op === 'rcall' && hides(value.args[2][0], hiding)) {
    yield* nodesOf(value.args[1], hiding);
    return;
  }
  yield value;
  yield* nodesOf(value.args, hiding);
}

/** Macros such as exists and filter name their variable first. */
function hides(first: ASTNode | undefined, names: readonly string[]): boolean {
  return first?.op === 'id' && names.includes(first.args);
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}
