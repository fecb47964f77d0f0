/** Words that may stand in some places only: the environment, the clock, chance, the network, and `any`. */
import ts from 'typescript';
import type { SourceFile } from './sources.ts';

type Rule = {
  readonly name: string;
  readonly finds: (node: ts.Node) => boolean;
  /** The files that the rule looks at. */
  readonly within: (file: SourceFile) => boolean;
  readonly advice: string;
};

const pureEngine = [
  'engine/collect/limiter.ts',
  'engine/collect/retry.ts',
  'engine/record/shape.ts',
  'engine/record/reconcile.ts',
  'engine/record/conclude.ts',
  'engine/audit/diff-issues.ts',
  'engine/audit/fingerprint.ts',
  'engine/notify/events.ts',
].map((path) => `packages/server/src/${path}`);

export const pureEngineFiles: readonly string[] = pureEngine;

const isPure = (file: SourceFile): boolean =>
  !file.isTest && (file.path.startsWith('packages/sdk/src/') || pureEngine.includes(file.path));

const rules: readonly Rule[] = [
  {
    name: 'the environment',
    finds: (node) => isProperty(node, 'process', 'env'),
    within: (file) =>
      !file.isTest &&
      /^packages\/\w+\/src\//.test(file.path) &&
      file.path !== 'packages/server/src/config/environment.ts',
    advice:
      'Only packages/server/src/config/environment.ts reads process.env: add a key to the schema beside it.',
  },
  {
    name: 'the clock',
    finds: (node) =>
      isProperty(node, 'Date', 'now') ||
      isProperty(node, 'performance', 'now') ||
      (ts.isNewExpression(node) &&
        node.expression.getText() === 'Date' &&
        (node.arguments ?? []).length === 0),
    // The one entry for measuring is told no time; everything below it is.
    within: (file) => isPure(file) && file.path !== 'packages/sdk/src/access/judge.ts',
    advice: 'Pure code takes `now` as an argument.',
  },
  {
    name: 'chance',
    finds: (node) =>
      isProperty(node, 'Math', 'random') ||
      (ts.isIdentifier(node) && /^random(UUID|Bytes|Int)$/.test(node.text)),
    within: isPure,
    advice: 'Pure code takes its randomness as an argument.',
  },
  {
    name: 'the network',
    finds: (node) =>
      ts.isCallExpression(node) && ['fetch', 'setTimeout', 'setInterval'].includes(node.expression.getText()),
    within: isPure,
    advice: 'Pure code makes no calls and sets no timers; return a value that says what to do.',
  },
  {
    name: 'any',
    finds: (node) => node.kind === ts.SyntaxKind.AnyKeyword,
    within: (file) => file.path !== 'packages/sdk/src/define/variance.ts',
    advice:
      'Use `unknown` and parse at the border; for variance in a list of definitions there is `Variant`.',
  },
  {
    name: "SQL's clock",
    finds: (node) => ts.isTemplateLiteral(node) && /\bnow\(\)|current_timestamp/i.test(node.getText()),
    within: (file) => !file.isTest && file.path.startsWith('packages/server/src/'),
    advice: 'History must replay at any pace: pass the time as a parameter.',
  },
];

function isProperty(node: ts.Node, owner: string, property: string): boolean {
  return (
    ts.isPropertyAccessExpression(node) && node.name.text === property && node.expression.getText() === owner
  );
}

/** Every forbidden word with its place and what to do instead. */
export function forbiddenWords(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) =>
    rules.filter((rule) => rule.within(file)).flatMap((rule) => uses(file, rule)),
  );
}

function uses(file: SourceFile, rule: Rule): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (rule.finds(node)) {
      const { line } = file.tree.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file.path}:${line + 1} uses ${rule.name}. ${rule.advice}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file.tree);
  return found;
}
