/** Pointer patterns as a tree that is walked beside a value, so that one pass over the value serves all patterns. */
import { parsePointer } from './pointer.ts';

export type PatternTree = {
  /** Whether a pattern ends here. */
  readonly ends: boolean;
  readonly named: ReadonlyMap<string, PatternTree>;
  /** For every key that is not named. */
  readonly other: PatternTree | undefined;
};

const built = new WeakMap<readonly string[], PatternTree>();

/** The tree of patterns; undefined when there are none. Lists of patterns are constants of definitions, so the trees are kept with them. */
export function patternTree(patterns: readonly string[] | undefined): PatternTree | undefined {
  if (patterns === undefined || patterns.length === 0) return undefined;
  const known = built.get(patterns);
  if (known !== undefined) return known;
  const tree = build(patterns.map(parsePointer));
  built.set(patterns, tree);
  return tree;
}

/** The part of a tree that holds below a key or index. */
export function below(tree: PatternTree | undefined, key: string): PatternTree | undefined {
  if (tree === undefined) return undefined;
  return tree.named.get(key) ?? tree.other;
}

function build(patterns: readonly (readonly string[])[]): PatternTree {
  const names = new Set(patterns.flatMap(([first]) => (first === undefined || first === '*' ? [] : [first])));
  const any = patterns.filter(([first]) => first === '*');
  return {
    ends: patterns.some((pattern) => pattern.length === 0),
    named: new Map(
      [...names].map((name) => [
        name,
        build(patterns.filter(([first]) => first === name || first === '*').map(rest)),
      ]),
    ),
    other: any.length === 0 ? undefined : build(any.map(rest)),
  };
}

function rest(pattern: readonly string[]): readonly string[] {
  return pattern.slice(1);
}
