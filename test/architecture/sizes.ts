/** How long files and functions are, how deep they nest, how many parameters they take. */
import ts from 'typescript';
import type { SourceFile } from './sources.ts';

export type FunctionSize = {
  readonly where: string;
  readonly lines: number;
  readonly depth: number;
  readonly parameters: number;
};

/** Number of lines that hold something. */
export function lineCount(text: string): number {
  return text.replace(/\n$/, '').split('\n').length;
}

/** The value below which the given share (0 to 1) of the numbers lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** Every function with a body, measured. */
export function functionSizes(file: SourceFile): readonly FunctionSize[] {
  const sizes: FunctionSize[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) sizes.push(measure(file, node));
    ts.forEachChild(node, visit);
  };
  visit(file.tree);
  return sizes;
}

function measure(file: SourceFile, node: ts.SignatureDeclaration): FunctionSize {
  const first = file.tree.getLineAndCharacterOfPosition(node.getStart()).line;
  const last = file.tree.getLineAndCharacterOfPosition(node.getEnd()).line;
  return {
    where: `${file.path}:${first + 1}`,
    lines: last - first + 1,
    depth: depthOf(node),
    parameters: node.parameters.length,
  };
}

const nesting = new Set([
  ts.SyntaxKind.IfStatement,
  ts.SyntaxKind.ForStatement,
  ts.SyntaxKind.ForOfStatement,
  ts.SyntaxKind.ForInStatement,
  ts.SyntaxKind.WhileStatement,
  ts.SyntaxKind.DoStatement,
  ts.SyntaxKind.SwitchStatement,
  ts.SyntaxKind.TryStatement,
]);

/** How deep statements nest in a function, functions inside it aside. `else if` does not count as deeper. */
function depthOf(root: ts.Node): number {
  let deepest = 0;
  const visit = (node: ts.Node, depth: number): void => {
    if (node !== root && ts.isFunctionLike(node)) return;
    const isElseIf =
      ts.isIfStatement(node) && ts.isIfStatement(node.parent) && node.parent.elseStatement === node;
    const here = nesting.has(node.kind) && !isElseIf ? depth + 1 : depth;
    deepest = Math.max(deepest, here);
    ts.forEachChild(node, (child) => visit(child, here));
  };
  visit(root, 0);
  return deepest;
}
