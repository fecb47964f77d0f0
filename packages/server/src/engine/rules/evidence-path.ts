/** Where the evidence of a rule stands: JSON pointers, and paths such as `it.Port` or `config.Rules[0]` that become pointers. */
import { type ASTNode, serialize } from '@marcbachmann/cel-js';
import { formatPointer, getAt, type JsonObject, parsePointer } from '@security-monkey/sdk';
import {
  compileExpression,
  type Expression,
  type ExpressionContext,
  ExpressionProblem,
  type Scope,
} from './expression.ts';

/** A path from the config or from the present element: names, and expressions that give a name or an index. */
export type Path = { readonly root: 'config' | 'it'; readonly steps: readonly (string | Expression)[] };

/** Where a rule finds its evidence; an element of `each` has a place when the list stands in the config. */
export type EvidenceSource = string | Path;

/**
 * Compiles one entry of `evidence`.
 * @throws ExpressionProblem when it is neither a pointer nor a path, or starts from an `it` that has no place.
 */
export function compileEvidence(
  text: string,
  context: ExpressionContext & { readonly itHasPlace: boolean },
): EvidenceSource {
  if (text === '' || text.startsWith('/')) return formatPointer(parsePointer(text));
  const path = pathOf(compileExpression(text, 'any', context).ast, context);
  if (path === undefined)
    throw new ExpressionProblem(
      'it is no path: write a JSON pointer such as /Policy, or a path such as it.Port or config.Rules[0]',
      0,
    );
  if (path.root === 'it' && !context.itHasPlace)
    throw new ExpressionProblem(
      'the elements of each are computed and stand nowhere in the config: write a pointer, or a path from config such as config.Members[it]',
      0,
    );
  return path;
}

/** The path of the list that `each` takes its elements from; undefined when they are computed. */
export function listPath(ast: ASTNode, context: ExpressionContext): Path | undefined {
  if (ast.op === 'rcall' && ast.args[0] === 'filter') return listPath(ast.args[1], context);
  const path = pathOf(ast, context);
  return path?.root === 'config' ? path : undefined;
}

/** The pointer of a source; `itAt` is that of the present element. */
export function pointerOf(source: EvidenceSource, scope: Scope, itAt: string | undefined): string {
  if (typeof source === 'string') return source;
  const steps = source.steps.map((step) =>
    typeof step === 'string' ? step : stepText(step.evaluate(scope)),
  );
  const tail = formatPointer(steps);
  return source.root === 'it' ? `${itAt ?? ''}${tail}` : tail;
}

/**
 * The pointers of elements of the list at a pointer, in their order.
 * An element is found by being the same object or an equal text or number, each place once.
 */
export function placesOf(
  elements: readonly unknown[],
  config: JsonObject,
  pointer: string,
): readonly string[] {
  const list: unknown = getAt(config, pointer);
  if (!Array.isArray(list)) return elements.map(() => pointer);
  const taken = new Set<number>();
  return elements.map((element) => {
    const index = list.findIndex((one, at) => !taken.has(at) && Object.is(one, element));
    taken.add(index);
    return index < 0 ? pointer : `${pointer}/${index}`;
  });
}

function pathOf(ast: ASTNode, context: ExpressionContext): Path | undefined {
  if (ast.op === 'id')
    return ast.args === 'config' || ast.args === 'it' ? { root: ast.args, steps: [] } : undefined;
  if (ast.op !== '.' && ast.op !== '[]') return undefined;
  const path = pathOf(ast.args[0], context);
  if (path === undefined) return undefined;
  const step = ast.op === '.' ? ast.args[1] : compileExpression(serialize(ast.args[1]), 'any', context);
  return { ...path, steps: [...path.steps, step] };
}

function stepText(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'bigint' || typeof value === 'number')
    return String(value);
  throw new Error('evidence: what stands in brackets is neither a text nor a number');
}
